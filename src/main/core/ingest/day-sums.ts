import type { Measures } from '../counting/measures';
import { measureColumns } from '../storage/schema';
import type { Sql } from '../storage/sql';
import type { QuarterRange, RangeSum } from './range-sums';

export interface DaySum extends QuarterRange {
  sum: RangeSum;
}

const columns = ['"from"', 'until', 'covered', ...measureColumns].join(', ');
const select = `SELECT ${columns} FROM day_sum WHERE camera_id = ? AND "from" >= ? AND "from" < ?`;
const insert = `INSERT OR REPLACE INTO day_sum (camera_id, ${columns}) VALUES (?, ?, ?, ?${', ?'.repeat(measureColumns.length)})`;
/** No day is longer: 25 hours where the clocks are set back, and an hour more where the zone changes as well. */
const LONGEST_QUARTERS = 26 * 4;

/** Sums of days that are over, in a table: a start need not add them up again. */
export class DaySums {
  /** Quarter hours from here on are in no kept day, per camera. */
  #ends = new Map<number, number>();

  constructor(private readonly sql: Sql) {}

  /** Forgets what may have been rolled back. */
  forget(): void {
    this.#ends.clear();
  }

  /** Kept days that lie in a range, ascending and without overlaps. */
  within(cameraId: number, { from, until }: QuarterRange): DaySum[] {
    if (from >= this.#endOf(cameraId)) return [];
    const days: DaySum[] = [];
    let end = from;
    // SQLite's sorter takes ten times as long as the look-up.
    const rows = this.sql.all(select, [cameraId, from, until]).sort((a, b) => Number(a[0]) - Number(b[0]));
    for (const [first, next, covered, ...measures] of rows) {
      const day = { from: Number(first), until: Number(next) };
      // Days of a zone that the site was in before may overlap those of today's.
      if (day.from < end || day.until > until) continue;
      end = day.until;
      days.push({ ...day, sum: { covered: Number(covered), measures: measures as Measures } });
    }
    return days;
  }

  /** @param sum of all quarter hours of the day */
  keep(cameraId: number, { from, until }: QuarterRange, { covered, measures }: RangeSum): void {
    if (until - from > LONGEST_QUARTERS) return;
    this.sql.run(insert, [cameraId, from, until, covered, ...measures]);
    this.#ends.set(cameraId, Math.max(this.#endOf(cameraId), until));
  }

  /** To be called for every quarter hour that is written. */
  changed(cameraId: number, quarter: number): void {
    // Nearly everything that comes is of today, which is not kept.
    if (quarter >= this.#endOf(cameraId)) return;
    this.sql.run('DELETE FROM day_sum WHERE camera_id = ? AND "from" > ? AND "from" <= ? AND until > ?', [
      cameraId,
      quarter - LONGEST_QUARTERS,
      quarter,
      quarter,
    ]);
  }

  remove(cameraId: number): void {
    this.sql.run('DELETE FROM day_sum WHERE camera_id = ?', [cameraId]);
    this.#ends.delete(cameraId);
  }

  #endOf(cameraId: number): number {
    let end = this.#ends.get(cameraId);
    if (end === undefined) {
      const newest = this.sql.get('SELECT max("from") FROM day_sum WHERE camera_id = ?', [cameraId])?.[0];
      end = typeof newest === 'number' ? newest + LONGEST_QUARTERS : 0;
      this.#ends.set(cameraId, end);
    }
    return end;
  }
}
