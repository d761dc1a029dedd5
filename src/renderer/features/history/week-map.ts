import type { WeekMapCell } from '#shared/domain';

/** Steps of colour above "nobody". */
export const mapLevels = 6;

/** How strongly a cell is coloured: 0 for nobody, {@link mapLevels} for the busiest hour; `null`: not recorded. */
export function levelOf(mean: number | null, busiest: number): number | null {
  if (mean === null) return null;
  return mean <= 0 || busiest <= 0 ? 0 : Math.max(1, Math.ceil((mean / busiest) * mapLevels));
}

export function busiestMean(cells: readonly WeekMapCell[]): number {
  return Math.max(0, ...cells.map(({ mean }) => mean ?? 0));
}

/** Hours worth a column: the usual ones of a shop, made wider by whatever was counted outside them. */
export function shownHours(cells: readonly WeekMapCell[], openHour = 8, closeHour = 20): number[] {
  const busy = cells.filter(({ mean }) => (mean ?? 0) > 0).map(({ hour }) => hour);
  const first = Math.min(openHour, ...busy);
  const last = Math.max(closeHour - 1, ...busy);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Mean visitors over what the map shows of each weekday's hours tell little on fewer days than this. */
export const mapDays = 56;
