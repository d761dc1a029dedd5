import type { Counts } from '#shared/domain';
import type { Window } from '../counting/spread';
import type { Sql, SqlRow } from '../storage/sql';
import type { EpochMs } from '../types';

export interface CorrectionRecord extends Window {
  id: number;
  /** The door as it was named then. */
  sn: string;
  why: string;
  by: 'owner';
  at: EpochMs;
  takenBackAt: EpochMs | null;
}

/** What one camera should have counted in a window, as the shop sees the directions; `null`: as it was counted. */
export interface StatedPart extends Window {
  correctionId: number;
  stated: Counts;
}

const recordColumns = 'id, sn, start, "end", why, said_by, at, taken_back_at';
const partColumns = '"in", "out", passby, turnback';

/** What the owner says should have been counted. Nothing is ever removed from it but with its camera. */
export class CorrectionStore {
  /** Parts that hold, by camera. Every query asks; there are few. */
  #holding: Map<number, StatedPart[]> | null = null;

  constructor(private readonly sql: Sql) {}

  /** Forgets what may have been rolled back. */
  reload(): void {
    this.#holding = null;
  }

  add(
    correction: Omit<CorrectionRecord, 'id' | 'takenBackAt'>,
    parts: ReadonlyMap<number, Counts>,
  ): CorrectionRecord {
    const { sn, start, end, why, by, at } = correction;
    this.sql.run('INSERT INTO correction (sn, start, "end", why, said_by, at) VALUES (?, ?, ?, ?, ?, ?)', [
      sn,
      start,
      end,
      why,
      by,
      at,
    ]);
    const id = this.sql.lastId();
    for (const [cameraId, stated] of parts) {
      this.sql.run(
        `INSERT INTO correction_part (correction_id, camera_id, ${partColumns}) VALUES (?, ?, ?, ?, ?, ?)`,
        [id, cameraId, stated.in, stated.out, stated.passby, stated.turnback],
      );
    }
    this.#holding = null;
    return { ...correction, id, takenBackAt: null };
  }

  takeBack(id: number, at: EpochMs): void {
    this.sql.run('UPDATE correction SET taken_back_at = ? WHERE id = ?', [at, id]);
    this.#holding = null;
  }

  find(id: number): CorrectionRecord | null {
    const row = this.sql.get(`SELECT ${recordColumns} FROM correction WHERE id = ?`, [id]);
    return row ? toRecord(row) : null;
  }

  /** All that touch a window, newest first, those that were taken back among them. */
  touching({ start, end }: Window): CorrectionRecord[] {
    const sql = `SELECT ${recordColumns} FROM correction WHERE start < ? AND "end" > ? ORDER BY id DESC`;
    return this.sql.all(sql, [end, start]).map(toRecord);
  }

  partsOf(id: number): Map<number, Counts> {
    const sql = `SELECT ${partColumns}, camera_id FROM correction_part WHERE correction_id = ? ORDER BY camera_id`;
    return new Map(this.sql.all(sql, [id]).map((row) => [Number(row[4]), toCounts(row)]));
  }

  /** Parts of a camera that hold and touch a window, by time. They do not overlap. */
  holding(cameraId: number, { start, end }: Window): StatedPart[] {
    const parts = this.#load().get(cameraId);
    return parts ? parts.filter((part) => part.start < end && part.end > start) : [];
  }

  /** What was said of a camera goes with it. */
  removeCamera(cameraId: number): void {
    this.sql.run('DELETE FROM correction_part WHERE camera_id = ?', [cameraId]);
    this.sql.run('DELETE FROM correction WHERE id NOT IN (SELECT correction_id FROM correction_part)');
    this.#holding = null;
  }

  #load(): Map<number, StatedPart[]> {
    if (this.#holding) return this.#holding;
    const holding = new Map<number, StatedPart[]>();
    const sql = `SELECT ${partColumns}, camera_id, correction_id, start, "end" FROM correction_part
      JOIN correction ON id = correction_id WHERE taken_back_at IS NULL ORDER BY start`;
    for (const row of this.sql.all(sql)) {
      const [cameraId = 0, correctionId = 0, start = 0, end = 0] = row.slice(4).map(Number);
      const part = { correctionId, start, end, stated: toCounts(row) };
      const known = holding.get(cameraId);
      if (known) known.push(part);
      else holding.set(cameraId, [part]);
    }
    return (this.#holding = holding);
  }
}

function toRecord([id, sn, start, end, why, , at, takenBackAt]: SqlRow): CorrectionRecord {
  return {
    id: Number(id),
    sn: String(sn),
    start: Number(start),
    end: Number(end),
    why: String(why),
    by: 'owner',
    at: Number(at),
    takenBackAt: takenBackAt as number | null,
  };
}

function toCounts(row: SqlRow): Counts {
  const value = (i: number) => (row[i] ?? null) as number | null;
  return { in: value(0), out: value(1), passby: value(2), turnback: value(3) };
}
