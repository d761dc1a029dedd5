import type { Direction } from '#shared/domain';
import { turnInRate } from '#shared/metrics';
import type { PeriodSum } from '../../figures/period-sums';

export type SortColumn = Direction | 'start' | 'turnInRate' | 'avgStaySeconds' | 'coverage';
export interface Sorting {
  by: SortColumn;
  isDescending: boolean;
}

function valueOf(period: PeriodSum, column: SortColumn): number | null {
  if (column === 'start') return Date.parse(period.start);
  return column === 'turnInRate' ? turnInRate(period) : period[column];
}

/** Equals stay in order of time. What is not known comes last either way: it is neither the most nor the least. */
export function sortPeriods(periods: readonly PeriodSum[], { by, isDescending }: Sorting): PeriodSum[] {
  const sign = isDescending ? -1 : 1;
  return [...periods].sort((a, b) => {
    const [x, y] = [valueOf(a, by), valueOf(b, by)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return sign * (x - y);
  });
}

/** Where a press on a column's heading leads: figures begin with the largest, time with the first. */
export function nextSorting(now: Sorting, column: SortColumn): Sorting {
  if (now.by === column) return { by: column, isDescending: !now.isDescending };
  return { by: column, isDescending: column !== 'start' };
}
