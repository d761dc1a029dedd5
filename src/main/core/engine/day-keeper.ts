import { quarterOf, QUARTER_MS } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { State } from '../ingest/state';
import { dayOf, periodBorders } from '../time/calendar';
import type { EpochMs } from '../types';

/** Few enough that no message waits for longer than some milliseconds. */
const DAYS_AT_ONCE = 60;
const DAY_MS = 24 * 60 * 60_000;

/**
 * Puts the sums of days that are over into their table, so that questions about years need not add up
 * quarter hours. Looks at every camera from its first day on, and begins anew every day: what was
 * counted late has changed some.
 */
export class DayKeeper {
  #today = '';
  /** Where the looking has got to. */
  #next = new Map<number, EpochMs>();
  #borders = new DayBorders();

  /** Looks at some days, of one camera. @returns whether there may be more to look at */
  keepSome(state: State, now: EpochMs): boolean {
    const today = dayOf(state.sites.first().timeZone, now).date;
    if (today !== this.#today) this.#next.clear();
    this.#today = today;
    for (const camera of state.cameras.all()) {
      const { timeZone } = state.sites.find(camera.siteId) ?? state.sites.first();
      const end = dayOf(timeZone, now).start;
      const from = this.#next.get(camera.id) ?? firstDay(state, camera, timeZone) ?? end;
      if (from >= end) continue;
      const borders = this.#borders.some(timeZone, from, end);
      keepDays(state, camera, borders.map(quarterOf));
      this.#next.set(camera.id, borders.at(-1) ?? end);
      return true;
    }
    this.#borders.forget();
    return false;
  }
}

function firstDay({ sql }: State, camera: CameraRecord, timeZone: string): EpochMs | null {
  const first = sql.get('SELECT min(quarter) FROM quarter WHERE camera_id = ?', [camera.id])?.[0];
  return typeof first === 'number' ? dayOf(timeZone, first * QUARTER_MS).start : null;
}

/** Where days begin. Every camera asks for the same ones, and they take longer to find than a day that is kept. */
class DayBorders {
  #known = new Map<string, EpochMs[]>();

  /** The borders from the start of a day on, of few enough days that no message waits; the last is `end` at most. */
  some(timeZone: string, start: EpochMs, end: EpochMs): EpochMs[] {
    // Ends at the same days, whenever a camera's first one was.
    const goal = (Math.floor(start / (DAYS_AT_ONCE * DAY_MS)) + 1) * DAYS_AT_ONCE * DAY_MS;
    const until = Math.min(end, dayOf(timeZone, goal).end);
    const key = `${timeZone} ${String(start)} ${String(until)}`;
    let borders = this.#known.get(key);
    if (!borders) this.#known.set(key, (borders = periodBorders(timeZone, 'day', { start, end: until })));
    return borders;
  }

  forget(): void {
    this.#known.clear();
  }
}

/** @param borders of days one after the other, as quarter hours */
function keepDays({ sums: { ranges } }: State, { id }: CameraRecord, borders: readonly number[]): void {
  const [from, until] = [borders[0] ?? 0, borders.at(-1) ?? 0];
  const kept = ranges.days.within(id, { from, until });
  const isKept = new Set(kept.map((day) => `${String(day.from)}/${String(day.until)}`));
  for (const [i, day] of borders.entries()) {
    const next = borders[i + 1];
    if (next === undefined || isKept.has(`${String(day)}/${String(next)}`)) continue;
    const sum = ranges.over(id, day, next);
    if (sum) ranges.days.keep(id, { from: day, until: next }, sum);
  }
}
