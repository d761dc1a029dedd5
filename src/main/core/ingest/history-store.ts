import type { Contribution, HistoryFact } from '../counting/history-merge';
import type { Measures } from '../counting/measures';
import type { Window } from '../counting/spread';
import { measureColumns } from '../storage/schema';
import type { Sql } from '../storage/sql';
import type { EpochMs } from '../types';
import { LongestWindows } from './longest-windows';

export interface StoredItem extends HistoryFact {
  sentAt: EpochMs | null;
  /** What it adds is in the sums for good; it is only kept to be known when it comes again. */
  isSettled: boolean;
}

const measures = measureColumns.join(', ');
const marks = measureColumns.map(() => '?').join(', ');

/** History items (facts) and what they add to the live reports (derived). */
export class HistoryStore {
  /** Of items; what they add is no longer than they are. */
  readonly #longest: LongestWindows;

  constructor(private readonly sql: Sql) {
    this.#longest = new LongestWindows(sql, 'history_item');
  }

  find(cameraId: number, { start, end }: Window): StoredItem | undefined {
    const where = 'WHERE camera_id = ? AND start = ? AND "end" = ?';
    const row = this.sql.get(
      `SELECT start, "end", sent_at, avg_stay_ms, is_settled, ${measures} FROM history_item ${where}`,
      [cameraId, start, end],
    );
    return row && toItem(row);
  }

  put(cameraId: number, item: StoredItem): void {
    this.#longest.add(cameraId, item);
    this.sql.run(`INSERT OR REPLACE INTO history_item VALUES (?, ?, ?, ?, ?, ?, ${marks})`, [
      cameraId,
      item.start,
      item.end,
      item.sentAt,
      item.avgStayMs,
      item.isSettled ? 1 : 0,
      ...item.measures,
    ]);
  }

  /** Items still to be derived from that overlap a window; touching is not overlapping. */
  overlapping(cameraId: number, { start, end }: Window): StoredItem[] {
    const where =
      'WHERE camera_id = ? AND start > ? AND start < ? AND "end" > ? AND is_settled = 0 ORDER BY start, "end"';
    const columns = `start, "end", sent_at, avg_stay_ms, is_settled, ${measures}`;
    return this.sql
      .all(`SELECT ${columns} FROM history_item ${where}`, [
        cameraId,
        start - this.#longest.of(cameraId) - 1,
        Math.max(end, start + 1),
        start,
      ])
      .map(toItem);
  }

  /**
   * Settles the items that end by an instant, and forgets what was added until then.
   * @returns the windows of both
   */
  settleUntil(cameraId: number, until: EpochMs): Window[] {
    const where = 'WHERE camera_id = ? AND "end" <= ?';
    const windows = this.sql
      .all(
        `SELECT start, "end" FROM history_item ${where} AND is_settled = 0
         UNION SELECT start, "end" FROM addition ${where}`,
        [cameraId, until, cameraId, until],
      )
      .map(([start, end]) => ({ start: Number(start), end: Number(end) }));
    this.sql.run(`UPDATE history_item SET is_settled = 1 ${where}`, [cameraId, until]);
    this.sql.run(`DELETE FROM addition ${where}`, [cameraId, until]);
    return windows;
  }

  forgetSettled(cameraId: number, before: EpochMs): void {
    const where = 'WHERE camera_id = ? AND "end" <= ? AND is_settled = 1';
    this.sql.run(`DELETE FROM history_item ${where}`, [cameraId, before]);
  }

  additionsIn(cameraId: number, { start, end }: Window): Contribution[] {
    const where = 'WHERE camera_id = ? AND start > ? AND start < ? AND "end" > ? ORDER BY start, "end", id';
    return this.sql
      .all(`SELECT start, "end", ${measures} FROM addition ${where}`, [
        cameraId,
        start - this.#longest.of(cameraId) - 1,
        end,
        start,
      ])
      .map(([from, to, ...values]) => ({
        start: Number(from),
        end: Number(to),
        measures: values as Measures,
      }));
  }

  replaceAdditions(cameraId: number, within: Window, additions: readonly Contribution[]): void {
    this.sql.run('DELETE FROM addition WHERE camera_id = ? AND start >= ? AND start <= ? AND "end" <= ?', [
      cameraId,
      within.start,
      within.end,
      within.end,
    ]);
    for (const addition of additions) {
      this.sql.run(`INSERT INTO addition (camera_id, start, "end", ${measures}) VALUES (?, ?, ?, ${marks})`, [
        cameraId,
        addition.start,
        addition.end,
        ...addition.measures,
      ]);
    }
  }
}

function toItem(row: unknown[]): StoredItem {
  const [start, end, sentAt, avgStayMs, isSettled, ...values] = row;
  return {
    start: Number(start),
    end: Number(end),
    sentAt: typeof sentAt === 'number' ? sentAt : null,
    avgStayMs: typeof avgStayMs === 'number' ? avgStayMs : null,
    isSettled: isSettled === 1,
    measures: values as Measures,
  };
}
