/** From here on reports are shifted when they are counted (docs/COUNTING.md, rule 9), so it is worth telling. */
const toleratedSeconds = 600;

/** @param skewSeconds camera clock minus ours; `null`: the camera never said */
export function isClockWrong(skewSeconds: number | null): boolean {
  return Math.abs(skewSeconds ?? 0) > toleratedSeconds;
}
