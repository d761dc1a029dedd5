/** A figure that holds until the next one: people inside, from quarter hour to quarter hour. */
export interface StepPoint {
  atMs: number;
  value: number;
}

export interface Span {
  startMs: number;
  endMs: number;
}

export interface StepPiece extends Span {
  value: number;
}

/**
 * The stretches over which a value is known, in runs without a break. Inside a gap nothing is known: a run ends where
 * one begins and the next begins where it ends.
 * @param points in order of time
 */
export function stepRuns(points: readonly StepPoint[], endMs: number, gaps: readonly Span[]): StepPiece[][] {
  const runs: StepPiece[][] = [];
  let run: StepPiece[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [index, { atMs, value }] of points.entries()) {
    const until = points[index + 1]?.atMs ?? endMs;
    for (const piece of without({ startMs: atMs, endMs: until }, gaps)) {
      if (run.at(-1)?.endMs !== piece.startMs) close();
      run.push({ ...piece, value });
    }
  }
  close();
  return runs;
}

function without(span: Span, gaps: readonly Span[]): Span[] {
  let left = [span];
  for (const gap of gaps) {
    left = left.flatMap(({ startMs, endMs }) => [
      { startMs, endMs: Math.min(endMs, gap.startMs) },
      { startMs: Math.max(startMs, gap.endMs), endMs },
    ]);
    left = left.filter(({ startMs, endMs }) => endMs > startMs);
  }
  return left.sort((a, b) => a.startMs - b.startMs);
}

/** Round figures for an axis from zero to at least `most`, about four of them, whole numbers only. */
export function axisTicks(most: number): number[] {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, [1, 2, 5, 10].map((n) => n * power).find((n) => n >= rough) ?? 1);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
