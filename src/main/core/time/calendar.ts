import { Temporal } from 'temporal-polyfill';
import type { Granularity } from '#shared/domain';
import { QUARTER_MS, type Window } from '../counting/spread';
import type { EpochMs } from '../types';
import { localDate, offsetSegment } from './zone';

const HOUR_MS = 4 * QUARTER_MS;

/** Start of a local day: usually midnight, where the clocks change then the first instant that exists. */
export function startOfDay(timeZone: string, date: string): EpochMs {
  return Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds;
}

interface LocalDay extends Readonly<Window> {
  readonly date: string;
}

/** The day that each zone was last asked for: nearly always the same one, and every summary asks. */
const lastDays = new Map<string, LocalDay>();

/** The local day that holds an instant. */
export function dayOf(timeZone: string, at: EpochMs): LocalDay {
  const last = lastDays.get(timeZone);
  if (last && at >= last.start && at < last.end) return last;
  const date = localDate(timeZone, at);
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  const day = { date, start: startOfDay(timeZone, date), end: startOfDay(timeZone, next) };
  lastDays.set(timeZone, day);
  return day;
}

/**
 * The business day that holds an instant: from the given local hour to the same hour of the next day. Where
 * that hour is skipped, from the first instant after it.
 */
export function businessDayOf(timeZone: string, at: EpochMs, startHour: number): Window {
  const startOn = (date: Temporal.PlainDate) =>
    date.toZonedDateTime({ timeZone, plainTime: new Temporal.PlainTime(startHour) }).epochMilliseconds;
  let date = Temporal.PlainDate.from(localDate(timeZone, at));
  if (startOn(date) > at) date = date.subtract({ days: 1 });
  return { start: startOn(date), end: startOn(date.add({ days: 1 })) };
}

/** A local date stands for the start of its day; an instant is itself. */
export function resolveInstant(timeZone: string, text: string): EpochMs {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return startOfDay(timeZone, text);
  return Temporal.Instant.from(text).epochMilliseconds;
}

/**
 * Borders of the periods of a range, ascending, the range's own ends among them: n + 1 borders for n periods.
 * All are whole UTC quarter hours, since every zone's offset is a multiple of one. Weeks begin on Monday.
 */
export function periodBorders(timeZone: string, by: Granularity, range: Window): EpochMs[] {
  const start = Math.floor(range.start / QUARTER_MS) * QUARTER_MS;
  const end = Math.ceil(range.end / QUARTER_MS) * QUARTER_MS;
  if (end <= start) return [];
  const inner =
    by === 'quarter' || by === 'hour'
      ? clockBorders(timeZone, by, start, end)
      : dateBorders(timeZone, by, start, end);
  return [start, ...inner, end];
}

/** Whole local hours or quarters strictly inside, and every change of offset: a repeated hour is two. */
function clockBorders(timeZone: string, by: 'quarter' | 'hour', start: EpochMs, end: EpochMs): EpochMs[] {
  const step = by === 'hour' ? HOUR_MS : QUARTER_MS;
  const borders: EpochMs[] = [];
  for (let at = start; at < end;) {
    const segment = offsetSegment(timeZone, at);
    if (at > start) borders.push(at);
    const until = Math.min(segment.end, end);
    const first = Math.floor((at + segment.offset) / step + 1) * step - segment.offset;
    for (let border = first; border < until; border += step) borders.push(border);
    at = until;
  }
  return borders;
}

function dateBorders(
  timeZone: string,
  by: 'day' | 'week' | 'month',
  start: EpochMs,
  end: EpochMs,
): EpochMs[] {
  let date = Temporal.PlainDate.from(localDate(timeZone, start));
  if (by === 'week') date = date.subtract({ days: date.dayOfWeek - 1 });
  if (by === 'month') date = date.with({ day: 1 });
  const step = by === 'day' ? { days: 1 } : by === 'week' ? { weeks: 1 } : { months: 1 };
  const borders: EpochMs[] = [];
  for (;;) {
    date = date.add(step);
    const border = date.toZonedDateTime(timeZone).epochMilliseconds;
    if (border >= end) return borders;
    if (border > start) borders.push(border);
  }
}
