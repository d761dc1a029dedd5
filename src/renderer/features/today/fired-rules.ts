import type { CameraDetail, QualityRule } from '#shared/domain';

export interface Fired {
  rule: QualityRule;
  count: number;
}

/** Says that a camera is there, not that a figure was touched. */
const touchesNothing: readonly QualityRule[] = ['new-camera'];

/** Counting rules that fired for a camera on one local day. */
export function firedOn({ quality }: Pick<CameraDetail, 'quality'>, date: string): Fired[] {
  return quality
    .filter((entry) => entry.date === date && !touchesNothing.includes(entry.rule))
    .map(({ rule, count }) => ({ rule, count }));
}

/** The same over several cameras, the most frequent first. */
export function addFired(lists: readonly (readonly Fired[])[]): Fired[] {
  const sums = new Map<QualityRule, number>();
  for (const { rule, count } of lists.flat()) sums.set(rule, (sums.get(rule) ?? 0) + count);
  return [...sums].map(([rule, count]) => ({ rule, count })).sort((a, b) => b.count - a.count);
}
