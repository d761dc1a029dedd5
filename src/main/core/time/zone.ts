import { Temporal } from 'temporal-polyfill';
import type { EpochMs } from '../types';

/** Zone rules change rarely and asking costs much: an offset is good for the quarter hour it was asked in. */
const known = new Map<string, number>();
const QUARTER_MS = 15 * 60_000;
const MOST_KNOWN = 5000;

/** Offset of a zone at an instant, in milliseconds east of Greenwich. */
export function offsetMs(timeZone: string, at: EpochMs): number {
  const key = `${timeZone} ${Math.floor(at / QUARTER_MS)}`;
  let offset = known.get(key);
  if (offset === undefined) {
    const instant = Temporal.Instant.fromEpochMilliseconds(at);
    offset = instant.toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e6;
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, offset);
  }
  return offset;
}

/** The same in hours; not whole in zones at half past or a quarter to. */
export function offsetHours(timeZone: string, at: EpochMs): number {
  return offsetMs(timeZone, at) / 3_600_000;
}

/** ISO 8601 with the zone's offset, whole seconds: `2026-03-29T10:15:00+02:00`. */
export function toInstant(timeZone: string, at: EpochMs): string {
  const offset = offsetMs(timeZone, at);
  const local = new Date(Math.floor(at / 1000) * 1000 + offset).toISOString().slice(0, 19);
  return local + offsetText(offset);
}

/** `+02:00` */
export function offsetText(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The zone this computer is set to. */
export function systemTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
