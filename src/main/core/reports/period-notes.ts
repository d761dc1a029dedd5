import type { DayNote } from '#shared/domain';
import type { Window } from '../counting/spread';
import type { QueryContext } from '../queries/context';
import type { HistoryScope } from '../queries/scope';
import { localDate } from '../time/zone';

/** The owner's notes on the days of a range, for the rows of an export. */
export class PeriodNotes {
  readonly #notes: DayNote[];

  constructor({ state }: QueryContext, { timeZone, range }: Pick<HistoryScope, 'timeZone' | 'range'>) {
    // `between` excludes its end: a day more takes in the day that holds the range's end.
    const after = localDate(timeZone, range.end + 36 * 3_600_000);
    this.#notes = state.notes.between(localDate(timeZone, range.start), after);
  }

  get isEmpty(): boolean {
    return this.#notes.length === 0;
  }

  /** Notes of all days that the window touches; one is one line, several are joined. */
  of(site: string, timeZone: string, { start, end }: Window): string {
    if (this.#notes.length === 0) return '';
    const [first, last] = [localDate(timeZone, start), localDate(timeZone, Math.max(start, end - 1))];
    return this.#notes
      .filter((note) => note.site === site && note.date >= first && note.date <= last)
      .map((note) => note.text)
      .join(' · ');
  }
}
