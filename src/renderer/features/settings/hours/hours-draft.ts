import type { OpeningHours, OpenInterval } from '#shared/domain';

/** As typed: a time input gives `''` while it is incomplete. */
export type IntervalDraft = OpenInterval;
export type SpecialDay = OpeningHours['exceptions'][number];

export const mostIntervals = 6;
const dayMinutes = 24 * 60;

/** What a shop that says nothing else is taken to have: Monday to Saturday, nine to six. */
export function usualHours(): OpeningHours {
  return {
    weekly: Array.from({ length: 7 }, (_, day) => (day < 6 ? [{ from: '09:00', to: '18:00' }] : [])),
    exceptions: [],
  };
}

function minutesOf(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

function timeOf(minutes: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const within = minutes % dayMinutes;
  return `${two(Math.floor(within / 60))}:${two(within % 60)}`;
}

/** An end that is not after its start lies on the next day. */
export function endsNextDay({ from, to }: IntervalDraft): boolean {
  return from !== '' && to !== '' && to <= from;
}

/** A likely next interval: the whole day, or the hours after a break. */
export function nextInterval(intervals: readonly IntervalDraft[]): IntervalDraft {
  const last = intervals.at(-1);
  if (!last || last.to === '') return { from: '09:00', to: '18:00' };
  const from = Math.min(minutesOf(last.to) + 60, dayMinutes - 60);
  return { from: timeOf(from), to: timeOf(Math.min(from + 180, dayMinutes - 15)) };
}

export type IntervalProblem = 'incomplete' | 'not-quarter' | 'overlap';

/** What is wrong with the hours of one day. */
export function dayProblem(intervals: readonly IntervalDraft[]): IntervalProblem | null {
  if (intervals.some(({ from, to }) => from === '' || to === '')) return 'incomplete';
  const spans = intervals
    .map((interval) => ({
      start: minutesOf(interval.from),
      end: minutesOf(interval.to) + (endsNextDay(interval) ? dayMinutes : 0),
    }))
    .sort((a, b) => a.start - b.start);
  if (spans.some(({ start, end }) => start % 15 !== 0 || end % 15 !== 0)) return 'not-quarter';
  const doOverlap = spans.some(({ start }, index) => index > 0 && start < (spans[index - 1]?.end ?? 0));
  return doOverlap ? 'overlap' : null;
}

export type SpecialDayProblem = IntervalProblem | 'no-date' | 'twice';

export function specialDayProblem(day: SpecialDay, all: readonly SpecialDay[]): SpecialDayProblem | null {
  if (day.date === '') return 'no-date';
  if (all.filter(({ date }) => date === day.date).length > 1) return 'twice';
  return dayProblem(day.intervals);
}

export function hasProblem(hours: OpeningHours | null): boolean {
  if (!hours) return false;
  return (
    hours.weekly.some((day) => dayProblem(day) !== null) ||
    hours.exceptions.some((day) => specialDayProblem(day, hours.exceptions) !== null)
  );
}
