import type { EpochMs } from '../types';
import { MINUTE_MS, quarterOf, QUARTER_MS, type Window } from './spread';

/** A bit for each minute of a quarter hour, the first minute lowest. */
export type MinuteMask = number;

export const ALL_MINUTES: MinuteMask = 0x7fff;
const MINUTES_PER_QUARTER = 15;

/** After this long without a message a camera is offline; shorter silences are vouched for by both ends. */
export const SILENCE_MS = 3 * MINUTE_MS;

export function countMinutes(mask: MinuteMask): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The minutes that a window touches, as masks per quarter hour. A window without length touches its minute. */
export function* minutesTouched({ start, end }: Window): Generator<{ quarter: number; mask: MinuteMask }> {
  const first = Math.floor(start / MINUTE_MS);
  const last = Math.max(first, Math.ceil(end / MINUTE_MS) - 1);
  const lastQuarter = Math.floor(last / MINUTES_PER_QUARTER);
  for (let quarter = Math.floor(first / MINUTES_PER_QUARTER); quarter <= lastQuarter; quarter++) {
    const from = Math.max(0, first - quarter * MINUTES_PER_QUARTER);
    const to = Math.min(MINUTES_PER_QUARTER - 1, last - quarter * MINUTES_PER_QUARTER);
    yield { quarter, mask: ((2 << to) - 1) & ~((1 << from) - 1) };
  }
}

/**
 * What a message vouches for: the minute in which it arrived, and the minutes since the one before it if
 * that was no more than three minutes ago.
 */
export function vouchedFor(arrival: EpochMs, previous: EpochMs | null): Window {
  const isClose = previous !== null && previous <= arrival && arrival - previous <= SILENCE_MS;
  return { start: isClose ? previous : arrival, end: arrival + 1 };
}

/** The parts of a window whose minutes are not set in the masks, in order, cut to the window. */
export function unsetPieces(window: Window, maskOf: (quarter: number) => MinuteMask): Window[] {
  const pieces: Window[] = [];
  const lastMinute = Math.ceil(window.end / MINUTE_MS) - 1;
  for (let minute = Math.floor(window.start / MINUTE_MS); minute <= lastMinute; minute++) {
    const quarter = quarterOf(minute * MINUTE_MS);
    const bit = minute - (quarter * QUARTER_MS) / MINUTE_MS;
    if (maskOf(quarter) & (1 << bit)) continue;
    const start = Math.max(window.start, minute * MINUTE_MS);
    const end = Math.min(window.end, (minute + 1) * MINUTE_MS);
    const last = pieces.at(-1);
    if (last?.end === start) last.end = end;
    else pieces.push({ start, end });
  }
  return pieces;
}
