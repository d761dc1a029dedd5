/** @param values at least one */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which a share (0–1) of the values lies, between neighbours in proportion. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? NaN;
  const above = sorted[Math.ceil(position)] ?? NaN;
  return below + (above - below) * (position - Math.floor(position));
}

/**
 * Runs two measurements in turns, so that whatever else the machine does meets both alike, and swaps which
 * goes first. What comes back is paired by round.
 */
export async function alternate<A, B>(
  rounds: number,
  first: (round: number) => Promise<A>,
  second: (round: number) => Promise<B>,
): Promise<{ a: A; b: B }[]> {
  const pairs: { a: A; b: B }[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) {
      const a = await first(round);
      pairs.push({ a, b: await second(round) });
    } else {
      const b = await second(round);
      pairs.push({ a: await first(round), b });
    }
  }
  return pairs;
}

/** Milliseconds that some work takes. */
export async function timeMs(work: () => unknown): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
