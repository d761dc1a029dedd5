import type { TimeZone } from '#shared/domain';

const hourMs = 3_600_000;
const minuteMs = 60_000;

/** The full hour on the clocks of a zone at which or before which a moment lies, in epoch ms. */
export function hourBefore(ms: number, timeZone: TimeZone): number {
  // In some zones the hours begin at half or a quarter past those of Greenwich.
  const minute = new Intl.DateTimeFormat('en', { timeZone, minute: 'numeric' }).format(ms);
  return Math.floor(ms / minuteMs) * minuteMs - Number(minute) * minuteMs;
}

/** The full hour at which or after which a moment lies. */
export function hourAfter(ms: number, timeZone: TimeZone): number {
  const before = hourBefore(ms, timeZone);
  return before === ms ? ms : before + hourMs;
}
