import { describe, expect, it } from 'vitest';
import { nextSorting, sortPeriods } from '../../../src/renderer/features/history/sort-periods';
import type { PeriodSum } from '../../../src/renderer/figures/period-sums';

const period = (day: number, entered: number | null, passby: number | null = null): PeriodSum => ({
  start: `2026-03-0${String(day)}T00:00:00Z`,
  end: `2026-03-0${String(day + 1)}T00:00:00Z`,
  in: entered,
  out: entered,
  passby,
  turnback: 0,
  avgStaySeconds: null,
  coverage: 1,
  quality: entered === null ? 'missing' : 'ok',
  counted: null,
});
const days = (periods: readonly PeriodSum[]) => periods.map(({ start }) => Number(start.slice(8, 10)));

describe('sortPeriods', () => {
  const periods = [period(1, 10, 90), period(2, null), period(3, 30, 10), period(4, 10, 10)];

  it('puts the unknown last either way, and equals in order of time', () => {
    expect(days(sortPeriods(periods, { by: 'in', isDescending: true }))).toEqual([3, 1, 4, 2]);
    expect(days(sortPeriods(periods, { by: 'in', isDescending: false }))).toEqual([1, 4, 3, 2]);
  });

  it('sorts by time and by rate', () => {
    expect(days(sortPeriods(periods, { by: 'start', isDescending: true }))).toEqual([4, 3, 2, 1]);
    expect(days(sortPeriods(periods, { by: 'turnInRate', isDescending: true }))).toEqual([3, 4, 1, 2]);
  });
});

describe('nextSorting', () => {
  it('begins with the largest figure, and turns round when pressed again', () => {
    const byTime = { by: 'start', isDescending: false } as const;
    const byIn = nextSorting(byTime, 'in');
    expect(byIn).toEqual({ by: 'in', isDescending: true });
    expect(nextSorting(byIn, 'in')).toEqual({ by: 'in', isDescending: false });
    expect(nextSorting(byIn, 'start')).toEqual(byTime);
  });
});
