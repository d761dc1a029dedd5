import { describe, expect, it } from 'vitest';
import type { OpeningHours } from '#shared/domain';
import type { PeriodSum } from '../../../src/renderer/figures/period-sums';
import { isOpenAt, isOpenOn } from '../../../src/renderer/features/print/open-days';
import { gapsOf, sheetCoverage, sheetRows, slotsOf } from '../../../src/renderer/features/print/sheet-rows';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const zone = 'Europe/Madrid';

function sum(start: string, lengthMs: number, values: Partial<PeriodSum> = {}): PeriodSum {
  const startMs = Date.parse(start);
  return {
    start: new Date(startMs).toISOString(),
    end: new Date(startMs + lengthMs).toISOString(),
    in: 5,
    out: 5,
    passby: 10,
    turnback: 0,
    avgStaySeconds: null,
    coverage: 1,
    quality: 'ok',
    counted: null,
    ...values,
  };
}

/** Closed on Sundays, open over lunch on other days but for a holiday. */
const hours: OpeningHours = {
  weekly: [...Array.from({ length: 6 }, () => [{ from: '10:00', to: '14:30' }]), []],
  exceptions: [{ date: '2026-10-12', intervals: [], label: 'Holiday' }],
};

const options = {
  from: '2026-10-09',
  to: '2026-10-16',
  partnerFrom: '2026-10-02',
  partnerTo: '2026-10-09',
  by: 'day' as const,
  zone,
  nowMs: Date.parse('2026-12-01T00:00:00Z'),
  partner: [],
  openingHours: hours,
};
const told = (date: string, values: Partial<PeriodSum> = {}) => sum(`${date}T00:00:00+02:00`, dayMs, values);

describe('days', () => {
  const sums = [
    told('2026-10-09'),
    told('2026-10-10', { coverage: 0.5, quality: 'partial' }),
    told('2026-10-14'),
  ];
  const rows = sheetRows({ ...options, sums });

  it('tells closed, missing, partly and not yet recorded days apart', () => {
    expect(rows.map(({ state, isClosed }) => (isClosed ? 'closed' : state))).toEqual([
      'recorded',
      'partial',
      'closed', // Sunday
      'closed', // the holiday
      'gap',
      'recorded',
      'blank', // nothing was told of it, and nothing after it
    ]);
  });

  it('lists what is missing, and no closed day', () => {
    const gaps = gapsOf(rows).map(({ startMs, coverage }) => [
      new Date(startMs + 2 * hourMs).toISOString().slice(0, 10),
      coverage,
    ]);
    expect(gaps).toEqual([
      ['2026-10-10', 0.5],
      ['2026-10-13', 0],
    ]);
  });

  it('stops at the present', () => {
    const nowMs = Date.parse('2026-10-10T12:00:00Z');
    expect(sheetRows({ ...options, sums, nowMs })).toHaveLength(2);
  });

  it('puts the partner’s visitors beside them', () => {
    const partner = [told('2026-10-03', { in: 7 })];
    expect(slotsOf(sheetRows({ ...options, sums, partner })).map(({ before }) => before)).toEqual([
      null,
      7,
      ...Array.from({ length: 5 }, () => null),
    ]);
  });
});

describe('hours', () => {
  const day = { ...options, from: '2026-10-09', to: '2026-10-10', by: 'hour' as const };
  const hoursOf = (rows: { startMs: number }[]) =>
    rows.map(({ startMs }) => new Date(startMs + 2 * hourMs).getUTCHours());

  it('are those that the shop is open, and all that were told of', () => {
    const sums = [sum('2026-10-09T10:00:00+02:00', hourMs), sum('2026-10-09T12:00:00+02:00', hourMs)];
    const rows = sheetRows({ ...day, sums });
    expect(hoursOf(rows)).toEqual([10, 11, 12, 13, 14]);
    expect(rows.map(({ state }) => state)).toEqual(['recorded', 'gap', 'recorded', 'blank', 'blank']);
  });

  it('without opening hours leave out the night in which nobody came', () => {
    const quiet = (hour: string) =>
      sum(`2026-10-09T${hour}:00:00+02:00`, hourMs, { in: 0, out: 0, passby: 0 });
    const sums = [quiet('03'), sum('2026-10-09T06:00:00+02:00', hourMs), quiet('22')];
    const rows = sheetRows({ ...day, openingHours: null, sums });
    expect(hoursOf(rows)).toEqual([6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
  });

  it('of the autumn day on which one comes twice are held against that hour of the partner', () => {
    const night = { ...day, from: '2026-10-25', to: '2026-10-26', openingHours: null };
    const partner = [sum('2026-10-18T02:00:00+02:00', hourMs, { in: 3 })];
    const rows = sheetRows({
      ...night,
      partnerFrom: '2026-10-18',
      partnerTo: '2026-10-19',
      sums: [],
      partner,
    });
    expect(rows.filter(({ before }) => before === 3)).toHaveLength(2);
  });
});

describe('opening hours', () => {
  it('know closed days and holidays', () => {
    expect(['2026-10-09', '2026-10-11', '2026-10-12'].map((date) => isOpenOn(hours, date))).toEqual([
      true,
      false,
      false,
    ]);
    expect(isOpenOn(null, '2026-10-11')).toBe(true);
  });

  it('reach past midnight', () => {
    const late: OpeningHours = {
      weekly: [...Array.from({ length: 4 }, () => []), [{ from: '20:30', to: '02:00' }], [], []],
      exceptions: [],
    };
    const open = (date: string) =>
      Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isOpenAt(late, date, hour));
    expect(open('2026-10-09')).toEqual([20, 21, 22, 23]);
    expect(open('2026-10-10')).toEqual([0, 1]);
    expect(open('2026-10-11')).toEqual([]);
  });
});

describe('coverage of the whole sheet', () => {
  it('takes a day that nothing was told of for one that was not recorded', () => {
    const sums = ['2026-10-09', '2026-10-11', '2026-10-12'].map((date) => told(date));
    const rows = sheetRows({ ...options, to: '2026-10-13', openingHours: null, sums });
    expect(sheetCoverage(rows, 1)).toBeCloseTo(0.75);
    expect(sheetCoverage(rows, 0.8)).toBeCloseTo(0.6);
    expect(sheetCoverage(rows, null)).toBeNull();
  });

  it('leaves closed days and days to come out', () => {
    const sums = ['2026-10-09', '2026-10-10', '2026-10-13'].map((date) => told(date));
    const rows = sheetRows({ ...options, nowMs: Date.parse('2026-10-14T00:00:00+02:00'), sums });
    expect(sheetCoverage(rows, 1)).toBe(1);
  });
});
