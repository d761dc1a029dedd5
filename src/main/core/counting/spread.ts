import type { EpochMs } from '../types';

export const QUARTER_MS = 15 * 60_000;
export const MINUTE_MS = 60_000;

/** Half-open: `start` inclusive, `end` exclusive. A window without length lies at its start. */
export interface Window {
  start: EpochMs;
  end: EpochMs;
}

export interface Share {
  quarter: number;
  count: number;
}

/** Number of the UTC quarter hour that holds the instant, counted from 1970. */
export function quarterOf(ms: EpochMs): number {
  return Math.floor(ms / QUARTER_MS);
}

/**
 * Cuts a whole number into whole parts in proportion to `weights`: the floors first, then one by one to
 * the largest fractions, on a tie to the earliest. The parts always add up to `count`.
 *
 * Exact: products are taken in BigInt, because a lifetime counter times the milliseconds of a month
 * does not fit a double.
 *
 * @param weights at least one, none negative; if all are zero the first takes everything
 */
export function apportion(count: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length === 1 || total <= 0) return weights.map((_, index) => (index === 0 ? count : 0));
  const parts: number[] = [];
  const fractions: { index: number; rest: bigint }[] = [];
  let left = count;
  for (const [index, weight] of weights.entries()) {
    const product = BigInt(count) * BigInt(weight);
    const part = Number(product / BigInt(total));
    parts.push(part);
    left -= part;
    fractions.push({ index, rest: product % BigInt(total) });
  }
  // A stable sort keeps the earliest first among equals.
  fractions.sort((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1));
  for (const { index } of fractions.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** The quarter hours that a window touches, with the milliseconds of the window in each. */
export function quartersOf({ start, end }: Window): { quarter: number; ms: number }[] {
  const first = quarterOf(start);
  if (end <= start) return [{ quarter: first, ms: 0 }];
  const last = quarterOf(end - 1);
  const quarters = [];
  for (let quarter = first; quarter <= last; quarter++) {
    const from = Math.max(start, quarter * QUARTER_MS);
    const to = Math.min(end, (quarter + 1) * QUARTER_MS);
    quarters.push({ quarter, ms: to - from });
  }
  return quarters;
}

/**
 * The part of a count in `of` that lies inside `inside`: the window is cut into before, inside and
 * after, and the count is apportioned over the three.
 */
export function partInside(count: number, of: Window, inside: Window): number {
  if (of.end <= of.start) return of.start >= inside.start && of.start < inside.end ? count : 0;
  const from = Math.min(Math.max(of.start, inside.start), of.end);
  const to = Math.max(Math.min(of.end, inside.end), from);
  return apportion(count, [from - of.start, to - from, of.end - to])[1] ?? 0;
}

export function overlaps(a: Window, b: Window): boolean {
  const aEnd = Math.max(a.end, a.start + 1);
  const bEnd = Math.max(b.end, b.start + 1);
  return a.start < bEnd && b.start < aEnd;
}
