/** A length of time in the largest unit that says enough. The words are left to the messages. */
export interface Span {
  unit: 'seconds' | 'minutes' | 'hours' | 'days';
  amount: number;
}

/** For sentences such as "heard 5 minutes ago". Rounded down: "2 hours" have passed in full. */
export function span(seconds: number): Span {
  if (seconds < 60) return { unit: 'seconds', amount: Math.floor(seconds) };
  if (seconds < 3600) return { unit: 'minutes', amount: Math.floor(seconds / 60) };
  if (seconds < 48 * 3600) return { unit: 'hours', amount: Math.floor(seconds / 3600) };
  return { unit: 'days', amount: Math.floor(seconds / 86_400) };
}

/** Rounded to whole minutes. */
export function hoursAndMinutes(seconds: number): { hours: number; minutes: number } {
  const minutes = Math.round(seconds / 60);
  return { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
}

/** `0:07`, `12:34`, `1:02:03`: a running time that does not change its width from second to second. */
export function stopwatch(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const two = (n: number) => String(n).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0
    ? `${String(hours)}:${two(minutes)}:${two(whole % 60)}`
    : `${String(minutes)}:${two(whole % 60)}`;
}

/** Seconds from an instant to now; never negative, for two clocks never quite agree. */
export function ageSeconds(instant: string, nowMs: number): number {
  return Math.max(0, (nowMs - Date.parse(instant)) / 1000);
}
