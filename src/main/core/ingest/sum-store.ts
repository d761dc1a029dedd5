import { addInto, noMeasures, type Measures } from '../counting/measures';
import { countMinutes, minutesTouched, type MinuteMask } from '../counting/minutes';
import { quartersOf, type Window } from '../counting/spread';
import { spreadMeasures } from '../counting/spread-measures';
import type { Contribution } from '../counting/history-merge';
import type { OutboxStore } from '../outbox/outbox-store';
import { measureColumns } from '../storage/schema';
import type { Sql, SqlRow } from '../storage/sql';
import { RangeSums } from './range-sums';

export interface QuarterRow {
  cameraId: number;
  quarter: number;
  liveMinutes: MinuteMask;
  historyMinutes: MinuteMask;
  measures: Measures;
}

const columns = ['camera_id', 'quarter', 'live_minutes', 'history_minutes', 'covered', ...measureColumns];
const upsert = `INSERT OR REPLACE INTO quarter (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
const select = `SELECT live_minutes, history_minutes, ${measureColumns.join(', ')} FROM quarter WHERE camera_id = ? AND quarter = ?`;
const MOST_KEPT = 20_000;

/**
 * The sums per quarter hour. A group of messages mostly falls into few rows, so rows are read once, added
 * to in memory and written back once per group.
 */
export class SumStore {
  /** By camera, then by quarter hour. */
  #rows = new Map<number, Map<number, QuarterRow>>();
  #changed = new Set<QuarterRow>();
  readonly ranges: RangeSums;

  constructor(
    private readonly sql: Sql,
    private readonly outbox?: Pick<OutboxStore, 'noteQuarter'>,
  ) {
    this.ranges = new RangeSums(sql);
  }

  /** Forgets what was not written back. */
  reload(): void {
    this.#rows.clear();
    this.#changed.clear();
    this.ranges.forget();
  }

  row(cameraId: number, quarter: number): QuarterRow {
    let rows = this.#rows.get(cameraId);
    if (!rows) this.#rows.set(cameraId, (rows = new Map()));
    let row = rows.get(quarter);
    if (!row) {
      row = this.#load(cameraId, quarter);
      rows.set(quarter, row);
    }
    return row;
  }

  /** Adds a contribution, spread over the quarter hours of its window. */
  add(cameraId: number, contribution: Contribution): void {
    this.#spread(cameraId, contribution, null);
  }

  /** Forgets the rows of a camera that is being removed. */
  remove(cameraId: number): void {
    this.flush();
    this.#rows.clear();
    this.sql.run('DELETE FROM quarter WHERE camera_id = ?', [cameraId]);
    this.ranges.days.remove(cameraId);
    this.ranges.forget();
  }

  /** @returns whether any minute was not covered before */
  coverLive(cameraId: number, window: Window): boolean {
    let isNew = false;
    for (const { quarter, mask } of minutesTouched(window)) {
      const row = this.row(cameraId, quarter);
      if ((row.liveMinutes | mask) === row.liveMinutes) continue;
      row.liveMinutes |= mask;
      this.#changed.add(row);
      isNew = true;
    }
    return isNew;
  }

  coverByHistory(cameraId: number, window: Window): void {
    for (const { quarter, mask } of minutesTouched(window)) {
      const row = this.row(cameraId, quarter);
      row.historyMinutes |= mask;
      this.#changed.add(row);
    }
  }

  /**
   * Sets the sums of some quarter hours to those of the given contributions, which must be all that touch
   * them. Used where something is taken away: subtracting could not tell "none" from "unknown".
   */
  rebuild(cameraId: number, quarters: ReadonlySet<number>, contributions: readonly Contribution[]): void {
    for (const quarter of quarters) {
      const row = this.row(cameraId, quarter);
      row.measures = noMeasures();
      this.#changed.add(row);
    }
    for (const contribution of contributions) this.#spread(cameraId, contribution, quarters);
  }

  /**
   * Takes contributions out of some quarter hours and puts others in, where not everything that touches them
   * is known any more.
   */
  exchange(
    cameraId: number,
    quarters: ReadonlySet<number>,
    taken: readonly Contribution[],
    given: readonly Contribution[],
  ): void {
    if (quarters.size === 0) return;
    for (const contribution of taken) this.#spread(cameraId, contribution, quarters, -1);
    for (const contribution of given) this.#spread(cameraId, contribution, quarters);
  }

  /** Has rows written back as they are, with their minutes counted anew. */
  touch(cameraId: number, quarters: ReadonlySet<number>): void {
    for (const quarter of quarters) this.#changed.add(this.row(cameraId, quarter));
  }

  flush(): void {
    for (const row of this.#changed) {
      const covered = countMinutes(row.liveMinutes | row.historyMinutes);
      this.sql.run(upsert, [
        row.cameraId,
        row.quarter,
        row.liveMinutes,
        row.historyMinutes,
        covered,
        ...row.measures,
      ]);
      this.ranges.changed(row.cameraId, row.quarter);
      this.outbox?.noteQuarter(row.cameraId, row.quarter);
    }
    this.#changed.clear();
    let kept = 0;
    for (const { size } of this.#rows.values()) kept += size;
    if (kept > MOST_KEPT) this.#rows.clear();
  }

  #spread(
    cameraId: number,
    contribution: Contribution,
    only: ReadonlySet<number> | null,
    sign: 1 | -1 = 1,
  ): void {
    const shares = quartersOf(contribution);
    const perQuarter = spreadMeasures(
      contribution.measures,
      shares.map((share) => share.ms),
    );
    for (const [i, { quarter }] of shares.entries()) {
      if (only && !only.has(quarter)) continue;
      const row = this.row(cameraId, quarter);
      const part = perQuarter[i] ?? [];
      addInto(row.measures, sign === 1 ? part : part.map((value) => (value === null ? null : -value)));
      this.#changed.add(row);
    }
  }

  #load(cameraId: number, quarter: number): QuarterRow {
    const found: SqlRow | undefined = this.sql.get(select, [cameraId, quarter]);
    const [live, history, ...measures] = found ?? [0, 0];
    return {
      cameraId,
      quarter,
      liveMinutes: Number(live),
      historyMinutes: Number(history),
      measures: found ? (measures as Measures) : noMeasures(),
    };
  }
}
