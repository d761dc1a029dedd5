import { Temporal } from 'temporal-polyfill';
import type { EpochMs } from '../types';

/** A stretch of time in which a zone's offset does not change. */
export interface OffsetSegment {
  /** Inclusive; `-Infinity` where the zone's records begin. */
  start: EpochMs;
  /** Exclusive. */
  end: EpochMs;
  /** Milliseconds east of Greenwich. */
  offset: number;
}

/** Segments that were asked for, per zone. A year has two or so, and one look-up costs many microseconds. */
const known = new Map<string, OffsetSegment[]>();

/** The segment that holds an instant. @param timeZone an IANA name; @throws RangeError for any other */
export function offsetSegment(timeZone: string, at: EpochMs): OffsetSegment {
  let segments = known.get(timeZone);
  if (!segments) known.set(timeZone, (segments = []));
  const found = segments.find((segment) => at >= segment.start && at < segment.end);
  if (found) return found;
  const local = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timeZone);
  const next = local.getTimeZoneTransition('next');
  // "previous" is strictly before: a step forward finds a transition at this very instant.
  const previous = local.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  const segment = {
    start: previous?.epochMilliseconds ?? -Infinity,
    end: next?.epochMilliseconds ?? Infinity,
    offset: local.offsetNanoseconds / 1e6,
  };
  segments.push(segment);
  return segment;
}

/** Offset of a zone at an instant, in milliseconds east of Greenwich. */
export function offsetMs(timeZone: string, at: EpochMs): number {
  return offsetSegment(timeZone, at).offset;
}

/** The same in hours; not whole in zones at half past or a quarter to. */
export function offsetHours(timeZone: string, at: EpochMs): number {
  return offsetMs(timeZone, at) / 3_600_000;
}

/** The last instants that were written, per zone: rows of several cameras begin and end at the same ones. */
const written = new Map<string, Map<EpochMs, string>>();
const MOST_WRITTEN = 2000;

/** ISO 8601 with the zone's offset, whole seconds: `2026-03-29T10:15:00+02:00`. */
export function toInstant(timeZone: string, at: EpochMs): string {
  let texts = written.get(timeZone);
  if (!texts) written.set(timeZone, (texts = new Map()));
  const known = texts.get(at);
  if (known !== undefined) return known;
  const offset = offsetMs(timeZone, at);
  const local = new Date(Math.floor(at / 1000) * 1000 + offset).toISOString().slice(0, 19);
  const text = local + offsetText(offset);
  if (texts.size >= MOST_WRITTEN) texts.clear();
  texts.set(at, text);
  return text;
}

/** Local `YYYY-MM-DD`. */
export function localDate(timeZone: string, at: EpochMs): string {
  return new Date(at + offsetMs(timeZone, at)).toISOString().slice(0, 10);
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
