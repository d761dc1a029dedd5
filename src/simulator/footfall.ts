/**
 * How many people a small shop sees, by hour and weekday. The figures are invented to look like one
 * shop among many; only their shape matters.
 */

/** Monday first. On Sundays hardly anybody comes. */
const weekdayFactor = [0.85, 0.85, 0.95, 1, 1.2, 1.6, 0.15] as const;

/** Groups per hour at the main entrance of a day of factor 1, outside the rushes. */
const quietGroupsPerHour = 9;
const passersPerHour = 70;

/** Share of each door of a shop; the first is the main entrance. A shop has at most this many doors. */
export const doorWeights = [1, 0.45, 0.3, 0.2] as const;

function bump(hour: number, centreHour: number, widthHours: number): number {
  return Math.exp(-0.5 * ((hour - centreHour) / widthHours) ** 2);
}

/** Groups of visitors expected to arrive per hour at a door of weight 1 while the shop is open. */
export function groupsPerHour(localHour: number, isoWeekday: number): number {
  const rush = 1.4 * bump(localHour, 13, 0.9) + 2.2 * bump(localHour, 18.5, 1.3);
  return quietGroupsPerHour * (0.5 + rush) * (weekdayFactor[isoWeekday - 1] ?? 1);
}

/** People expected to pass a door of weight 1 per hour, by day and by night. */
export function passersByPerHour(localHour: number, isoWeekday: number): number {
  const day = 0.9 * bump(localHour, 13, 3) + bump(localHour, 19, 2.5) + 0.4 * bump(localHour, 8.5, 1);
  const weekend = isoWeekday >= 6 ? 1.2 : 1;
  return passersPerHour * (0.03 + day) * weekend;
}

/** Share of arriving groups that turn round in the door. */
export const turnBackShare = 0.07;

/** How likely groups of one, two, three … people are. */
export function groupSizeWeights(isoWeekday: number): readonly number[] {
  return isoWeekday >= 6 ? [52, 30, 11, 7] : [70, 21, 6, 3];
}
