import type { QualityRule } from '#shared/domain';
import type { Sql } from '../storage/sql';
import type { EpochMs } from '../types';

export interface Mark {
  id: number;
  at: EpochMs;
  cameraId: number;
  rule: QualityRule;
  field: string | null;
  before: string | null;
  after: string | null;
}

const MOST_KEPT = 20_000;
const TRIM_EVERY = 500;

/** Every counting rule that fired. The oldest go when there are too many. */
export class MarkStore {
  /** Written since the last {@link takeFresh}. */
  #fresh: Mark[] = [];

  constructor(private readonly sql: Sql) {}

  reload(): void {
    this.#fresh = [];
  }

  add(
    at: EpochMs,
    cameraId: number,
    rule: QualityRule,
    detail: { field?: string; before?: string | number | null; after?: string | number | null } = {},
  ): void {
    const text = (value: string | number | null | undefined) =>
      value === undefined || value === null ? null : String(value);
    const mark = {
      at,
      cameraId,
      rule,
      field: detail.field ?? null,
      before: text(detail.before),
      after: text(detail.after),
    };
    this.sql.run(
      'INSERT INTO quality (at, camera_id, rule, field, before, after) VALUES (?, ?, ?, ?, ?, ?)',
      [at, cameraId, rule, mark.field, mark.before, mark.after],
    );
    const id = this.sql.lastId();
    this.#fresh.push({ id, ...mark });
    if (id % TRIM_EVERY === 0) this.sql.run('DELETE FROM quality WHERE id <= ?', [id - MOST_KEPT]);
  }

  /** Marks of a camera that arose from what came at an instant. */
  countAt(cameraId: number, at: EpochMs): number {
    return Number(
      this.sql.get('SELECT count(*) FROM quality WHERE camera_id = ? AND at = ?', [cameraId, at])?.[0],
    );
  }

  takeFresh(): Mark[] {
    const fresh = this.#fresh;
    this.#fresh = [];
    return fresh;
  }
}
