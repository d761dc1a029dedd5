import type { Counts, OccupancyDay, Spread } from '#shared/domain';

export type Verdict = 'more' | 'same' | 'fewer';

/**
 * A figure against the middle four fifths of usual days; the ends are still usual.
 * @param isComplete whether the day was recorded so far: nobody may say "fewer" of what was not looked at
 */
export function againstUsual(visitors: number, usual: Spread, isComplete: boolean): Verdict | null {
  if (visitors > Math.round(usual.high)) return 'more';
  if (visitors >= Math.round(usual.low)) return 'same';
  return isComplete ? 'fewer' : null;
}

const fewestPeople = 30;
/** Once as many more have left than came, it is no chance. */
const surplusOut = 0.05;
/** Who came in and is still there is no mistake; half of a day's visitors is. */
const surplusIn = 0.5;

/**
 * Whether in and out of a day that goes on differ so much that a camera may be at fault.
 * @returns which side has more, or `null`
 */
export function imbalanceHint(
  { imbalance }: Pick<OccupancyDay, 'imbalance'>,
  counts: Counts,
): 'moreOut' | 'moreIn' | null {
  if (imbalance === null || Math.max(counts.in ?? 0, counts.out ?? 0) < fewestPeople) return null;
  if (imbalance < -surplusOut) return 'moreOut';
  return imbalance > surplusIn ? 'moreIn' : null;
}

/**
 * The number inside as it would be had the owner not set it: what was counted before, and what has
 * come and gone since. Never below zero.
 */
export function setBackTo(before: number, set: number, now: number): number {
  return Math.max(0, before + now - set);
}
