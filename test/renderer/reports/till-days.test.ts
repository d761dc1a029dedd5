import { describe, expect, it } from 'vitest';
import type { TillPeriod } from '#shared/domain';
import {
  currencyDigits,
  mostTillDays,
  readSales,
  tillDates,
  tillRows,
} from '../../../src/renderer/features/reports/till/till-days';

describe('tillDates', () => {
  it('begins with the newest day that has begun', () => {
    expect(tillDates({ from: '2026-10-01', to: '2026-11-01' }, '2026-10-03')).toEqual([
      '2026-10-03',
      '2026-10-02',
      '2026-10-01',
    ]);
  });
  it('is empty for the future, and never endless', () => {
    expect(tillDates({ from: '2026-10-05', to: '2026-10-08' }, '2026-10-03')).toEqual([]);
    expect(tillDates({ from: '2020-01-01', to: '2026-01-01' }, '2026-10-03')).toHaveLength(mostTillDays);
  });
});

it('puts what is noted and what was counted beside each day, in the zone of the shop', () => {
  const noted = { site: 'main', date: '2026-10-02', transactions: 4, takings: null, currency: null };
  const period = { start: '2026-10-01T00:00:00+02:00' } as TillPeriod;
  const rows = tillRows(['2026-10-02', '2026-10-01'], [noted], [period], 'Europe/Madrid');
  expect(rows).toEqual([
    { date: '2026-10-02', noted, period: null },
    { date: '2026-10-01', noted: null, period },
  ]);
});

it.each([
  ['', null],
  [' 12 ', 12],
  ['1.234', 1234],
  ['1’234', 1234],
  ['0', 0],
  ['-3', undefined],
  ['12a', undefined],
  ['1000001', undefined],
])('reads %j sales as %j', (text, sales) => {
  expect(readSales(text)).toBe(sales);
});

it('knows currencies without cents', () => {
  expect(['EUR', 'JPY', 'KWD'].map(currencyDigits)).toEqual([2, 0, 3]);
});
