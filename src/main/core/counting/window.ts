import type { EpochMs } from '../types';
import type { DeviceTime } from '../protocol/types';
import { MINUTE_MS, type Window } from './spread';

const DAY_MS = 24 * 60 * MINUTE_MS;
/** No window is longer: the stores look no further for what may touch a quarter hour. */
export const LONGEST_WINDOW_MS = 32 * DAY_MS;
/** Clocks up to this much off are not spoken of, and not corrected. */
export const SKEW_TOLERANCE_MS = 10 * MINUTE_MS;

export interface GivenTimes {
  start: DeviceTime | null;
  end: DeviceTime | null;
  sentAt: DeviceTime | null;
}

export interface ReadWindow extends Window {
  /** The camera's own times did not do. */
  isRebuilt: boolean;
  isShifted: boolean;
}

/** The upload interval in milliseconds; real time (0) counts as a minute. */
export function intervalMs(uploadIntervalMinutes: number): number {
  return Math.max(1, uploadIntervalMinutes) * MINUTE_MS;
}

/** A time is believed if it fits a unit and is not more than a day ahead of its arrival. */
export function isBelievable(time: DeviceTime | null, arrival: EpochMs): time is DeviceTime {
  return time !== null && time.fitsUnit && time.ms <= arrival + DAY_MS;
}

/**
 * The window that a report is counted in. What makes no sense is rebuilt from what does: the end from
 * `time` or the arrival, the start from the end and the upload interval.
 *
 * @param skewMs camera clock minus ours as its last heartbeat showed; `null` if not known. A report whose
 *   end lies on a clock that is more than ten minutes wrong is moved by it; one that tells of an earlier
 *   time is not, for that clock may have been right then.
 */
export function readWindow(
  given: GivenTimes,
  arrival: EpochMs,
  uploadIntervalMinutes: number,
  skewMs: number | null,
): ReadWindow {
  const shift = shiftOf(given.end ?? given.sentAt, arrival, skewMs);
  const correct = (time: DeviceTime | null): DeviceTime | null =>
    time && shift !== 0 ? { ms: time.ms - shift, fitsUnit: true } : time;
  const [start, end, sentAt] = [correct(given.start), correct(given.end), correct(given.sentAt)];
  const chosen = isBelievable(end, arrival) ? end : isBelievable(sentAt, arrival) ? sentAt : null;
  const endMs = chosen?.ms ?? arrival;
  const isStartGood = start?.fitsUnit === true && start.ms <= endMs && endMs - start.ms <= LONGEST_WINDOW_MS;
  return {
    start: isStartGood ? start.ms : endMs - intervalMs(uploadIntervalMinutes),
    end: endMs,
    isRebuilt: chosen === null || chosen !== end || !isStartGood,
    isShifted: shift !== 0,
  };
}

/** How far a report's times are to be moved back: the skew, if its end lies on the wrong clock. */
export function shiftOf(end: DeviceTime | null, arrival: EpochMs, skewMs: number | null): number {
  if (end === null || skewMs === null || Math.abs(skewMs) <= SKEW_TOLERANCE_MS) return 0;
  return Math.abs(end.ms - (arrival + skewMs)) <= SKEW_TOLERANCE_MS ? skewMs : 0;
}

const PEOPLE_PER_SECOND = 20;
const ALWAYS_POSSIBLE = 1000;

/** The most people that one direction can have in a time of this length. */
export function largestPossible(durationMs: number): number {
  return Math.max(ALWAYS_POSSIBLE, Math.floor((PEOPLE_PER_SECOND * durationMs) / 1000));
}
