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
      this.#next.set(camera.id, keepDays(state, camera, timeZone, from, end));
      return true;
    }
    return false;
  }
}

function firstDay({ sql }: State, camera: CameraRecord, timeZone: string): EpochMs | null {
  const first = sql.get('SELECT min(quarter) FROM quarter WHERE camera_id = ?', [camera.id])?.[0];
  return typeof first === 'number' ? dayOf(timeZone, first * QUARTER_MS).start : null;
}

/** @returns the start of the first day that was not looked at */
function keepDays(
  { sums: { ranges } }: State,
  { id }: CameraRecord,
  timeZone: string,
  start: EpochMs,
  end: EpochMs,
): EpochMs {
  const until = dayOf(timeZone, Math.min(end, start + DAYS_AT_ONCE * DAY_MS)).start;
  const borders = periodBorders(timeZone, 'day', { start, end: until }).map(quarterOf);
  const kept = ranges.days.within(id, { from: quarterOf(start), until: quarterOf(until) });
  const isKept = new Set(kept.map((day) => `${String(day.from)}/${String(day.until)}`));
  for (const [i, from] of borders.entries()) {
    const next = borders[i + 1];
    if (next === undefined || isKept.has(`${String(from)}/${String(next)}`)) continue;
    const sum = ranges.over(id, from, next);
    if (sum) ranges.days.keep(id, { from, until: next }, sum);
  }
  return until;
}
