import type { OpeningHours } from '#shared/domain';
import { openWindows } from '../time/opening-hours';
import type { EpochMs } from '../types';

/** Where a moment lies between opening and closing. */
export interface HoursNow {
  isOpen: boolean;
  /** When it opened; `null` while closed, and where every hour is open. */
  openSince: EpochMs | null;
  lastClosing: EpochMs | null;
  nextOpening: EpochMs | null;
}

const LOOK_BACK_MS = 36 * 3_600_000;
/** More than staff can need before opening. */
const LOOK_AHEAD_MS = 6 * 3_600_000;

/** Without opening hours every hour is open. */
export function hoursAt(timeZone: string, hours: OpeningHours | null, now: EpochMs): HoursNow {
  if (!hours) return { isOpen: true, openSince: null, lastClosing: null, nextOpening: null };
  const windows = openWindows(timeZone, hours, { start: now - LOOK_BACK_MS, end: now + LOOK_AHEAD_MS });
  const open = windows.find(({ start, end }) => start <= now && now < end);
  return {
    isOpen: open !== undefined,
    openSince: open?.start ?? null,
    lastClosing: windows.findLast(({ end }) => end <= now)?.end ?? null,
    nextOpening: windows.find(({ start }) => start > now)?.start ?? null,
  };
}
