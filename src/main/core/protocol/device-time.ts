import type { DeviceTime } from './types';

const SMALLEST_WITH_A_UNIT = 1_000_000_000;
/** Nanoseconds have nineteen digits; longer numbers are no time in any unit. */
const TOO_LARGE = 1e19;

/**
 * Reads a time whatever its unit. The documents and the devices give seconds, milliseconds (13 digits),
 * microseconds (16) and forms of 12 and 18 digits that fit none of them; all have in common that the
 * first ten digits are the Unix seconds, until the year 2286.
 *
 * @returns milliseconds; `fitsUnit` is false for a clock that reads before 2001 (a device without
 *   battery after a power cut); `null` if it is no time at all.
 */
export function readDeviceTime(value: unknown): DeviceTime | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return null;
  if (number >= TOO_LARGE) return null;
  if (number < SMALLEST_WITH_A_UNIT) return { ms: Math.round(number * 1000), fitsUnit: false };
  let scale = 1;
  while (number / scale >= SMALLEST_WITH_A_UNIT * 10) scale *= 10;
  // Multiply before dividing: thirteen-digit milliseconds then come out exactly as they went in.
  return { ms: Math.round((number * 1000) / scale), fitsUnit: true };
}
