import { Temporal } from 'temporal-polyfill';
import type { TimeZone } from '#shared/domain';

/** Half-open stretch of time, in epoch ms. */
export interface Stretch {
  startMs: number;
  endMs: number;
}

/** The calendar day `YYYY-MM-DD` that an instant falls on in a zone. */
export function localDate(epochMs: number, zone: TimeZone): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The hour of the day, 0–23, that clocks in a zone show. */
export function localHour(epochMs: number, zone: TimeZone): number {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(zone).hour;
}

/** @param days may be negative */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

export function addMonths(date: string, months: number): string {
  return Temporal.PlainDate.from(date).add({ months }).toString();
}

export function firstOfMonth(date: string): string {
  return Temporal.PlainDate.from(date).with({ day: 1 }).toString();
}

/** Days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

const minutesOf = { quarter: 15, hour: 60 } as const;

/**
 * The stretches of a range of local dates, `to` exclusive; the same as those of the figures that the core gives
 * for the range. Days have 23 or 25 hours where the zone changes its clock. A change begins an hour anew, so none
 * is doubled or left out; where clocks change by half an hour, two of that day are short.
 */
export function stretches(
  from: string,
  to: string,
  by: 'quarter' | 'hour' | 'day',
  zone: TimeZone,
): Stretch[] {
  const list: Stretch[] = [];
  const end = Temporal.PlainDate.from(to).toZonedDateTime(zone);
  let at = Temporal.PlainDate.from(from).toZonedDateTime(zone);
  while (Temporal.ZonedDateTime.compare(at, end) < 0) {
    const next = by === 'day' ? startOfNextDay(at) : nextOnTheClock(at, minutesOf[by]);
    list.push({ startMs: at.epochMilliseconds, endMs: next.epochMilliseconds });
    at = next;
  }
  return list;
}

/** Not a day later: where clocks change at midnight a day begins at one, and the next one at midnight again. */
function startOfNextDay(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return at.toPlainDate().add({ days: 1 }).toZonedDateTime(at.timeZoneId);
}

function nextOnTheClock(at: Temporal.ZonedDateTime, step: number): Temporal.ZonedDateTime {
  const next = at.add({ minutes: step - (at.minute % step) });
  if (next.offsetNanoseconds === at.offsetNanoseconds) return next;
  return at.getTimeZoneTransition('next') ?? next;
}
