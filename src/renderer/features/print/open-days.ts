import type { OpenInterval, OpeningHours } from '#shared/domain';
import { addDays } from '../../format/calendar';

/**
 * Whether a shop opens at all on a local date. Hours past midnight belong to the day they begin on.
 * @param hours `null`: not set, always open
 */
export function isOpenOn(hours: OpeningHours | null, date: string): boolean {
  return hours === null || intervalsOf(hours, date).length > 0;
}

/** Whether a shop is open at any time in an hour of a local date, 0–23. */
export function isOpenAt(hours: OpeningHours, date: string, hour: number): boolean {
  const overlaps = (from: number, to: number) => from < hour + 1 && to > hour;
  const isOwn = intervalsOf(hours, date).some((each) => overlaps(clock(each.from), endOf(each)));
  // What began yesterday and goes on past midnight.
  return (
    isOwn ||
    intervalsOf(hours, addDays(date, -1)).some((each) => overlaps(clock(each.from) - 24, endOf(each) - 24))
  );
}

function intervalsOf({ weekly, exceptions }: OpeningHours, date: string): OpenInterval[] {
  const exception = exceptions.find((each) => each.date === date);
  // Sunday is 0 here and the last of the seven there.
  const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
  return exception?.intervals ?? weekly[weekday] ?? [];
}

/** `HH:MM` in hours. */
function clock(text: string): number {
  const [hour = 0, minute = 0] = text.split(':').map(Number);
  return hour + minute / 60;
}

/** An end at or before the start lies on the next day. */
function endOf({ from, to }: OpenInterval): number {
  return clock(to) <= clock(from) ? clock(to) + 24 : clock(to);
}
