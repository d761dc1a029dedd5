import type { Span } from './types';

export const MINUTE = 60_000;
export const QUARTER = 15 * MINUTE;

/** Largest remainder: floors first, then one each to the largest fractions, on a tie to the earliest. Exact. */
export function share(count: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  const exact = weights.map((weight) => BigInt(count) * BigInt(weight));
  const parts = exact.map((value) => Number(value / total));
  const order = exact
    .map((value, index) => ({ fraction: value % total, index }))
    .sort((a, b) => (a.fraction === b.fraction ? a.index - b.index : a.fraction > b.fraction ? -1 : 1));
  const rest = count - parts.reduce((sum, part) => sum + part, 0);
  for (const { index } of order.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}

/** All slots of a size that a window touches; one without length touches the slot of its start. */
export function touched({ start, end }: Span, size: number): number[] {
  const slots = [];
  for (let slot = Math.floor(start / size); slot === Math.floor(start / size) || slot * size < end; slot++) {
    slots.push(slot);
  }
  return slots;
}

/** How long two windows run together. */
export function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

/** A count spread over the quarter hours of its window: quarter number → part. */
export function spread(count: number, window: Span): Map<number, number> {
  const quarters = touched(window, QUARTER);
  if (window.end <= window.start) return new Map([[quarters[0] ?? 0, count]]);
  const weights = quarters.map((quarter) =>
    overlap(window, { start: quarter * QUARTER, end: (quarter + 1) * QUARTER }),
  );
  const parts = share(count, weights);
  return new Map(quarters.map((quarter, index) => [quarter, parts[index] ?? 0]));
}

/** The part of a count that lies inside a window. */
export function partInside(count: number, window: Span, inside: Span): number {
  if (window.end <= window.start)
    return window.start >= inside.start && window.start < inside.end ? count : 0;
  const before = Math.max(0, Math.min(window.end, inside.start) - window.start);
  const after = Math.max(0, window.end - Math.max(window.start, inside.end));
  return share(count, [before, overlap(window, inside), after])[1] ?? 0;
}
