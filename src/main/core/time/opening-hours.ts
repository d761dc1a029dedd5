import { Temporal } from 'temporal-polyfill';
import type { OpeningHours } from '#shared/domain';
import type { Window } from '../counting/spread';
import { joined } from '../counting/windows';
import { localDate } from './zone';

/**
 * The open stretches inside a window, ascending and apart. An exception takes the place of its weekday. An
 * interval whose end is not after its start runs into the next day; on days when the clocks change a time
 * that does not exist means the first one after it.
 */
export function openWindows(timeZone: string, hours: OpeningHours, window: Window): Window[] {
  const open: Window[] = [];
  // An evening may run into the window from the day before it.
  let date = Temporal.PlainDate.from(localDate(timeZone, window.start)).subtract({ days: 1 });
  const last = Temporal.PlainDate.from(localDate(timeZone, window.end));
  for (; Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) {
    for (const { from, to } of intervalsOf(hours, date)) {
      const endDate = to <= from ? date.add({ days: 1 }) : date;
      const start = Math.max(window.start, at(timeZone, date, from));
      const end = Math.min(window.end, at(timeZone, endDate, to));
      if (end > start) open.push({ start, end });
    }
  }
  return joined(open);
}

/** What a window has besides the given stretches. */
export function closedWindows(open: readonly Window[], window: Window): Window[] {
  const closed: Window[] = [];
  let start = window.start;
  for (const stretch of open) {
    if (stretch.start > start) closed.push({ start, end: stretch.start });
    start = Math.max(start, stretch.end);
  }
  if (start < window.end) closed.push({ start, end: window.end });
  return closed;
}

function intervalsOf(hours: OpeningHours, date: Temporal.PlainDate): OpeningHours['weekly'][number] {
  const day = date.toString();
  const exception = hours.exceptions.find((candidate) => candidate.date === day);
  return exception?.intervals ?? hours.weekly[date.dayOfWeek - 1] ?? [];
}

function at(timeZone: string, date: Temporal.PlainDate, time: string): number {
  return date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
}
