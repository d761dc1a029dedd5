import type { EpochMs } from '../types';

export const MINUTE_MS = 60_000;

/** Without sign: a clock that was set back must not put a repetition off for ever. */
export function elapsed(since: EpochMs, now: EpochMs): number {
  return Math.abs(now - since);
}
