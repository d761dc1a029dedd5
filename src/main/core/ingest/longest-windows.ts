import type { Window } from '../counting/spread';
import type { Sql } from '../storage/sql';

/**
 * How long the longest window of a camera is: so far beside another an index has to be read for what may overlap
 * it. Never too short; it may be too long, after a rollback for one.
 */
export class LongestWindows {
  #longest = new Map<number, number>();

  constructor(
    private readonly sql: Sql,
    private readonly table: 'report' | 'history_item',
  ) {}

  /** Milliseconds; 0 where there is no window. */
  of(cameraId: number): number {
    let longest = this.#longest.get(cameraId);
    if (longest === undefined) {
      const [found] =
        this.sql.get(`SELECT max("end" - start) FROM ${this.table} WHERE camera_id = ?`, [cameraId]) ?? [];
      longest = Number(found ?? 0);
      this.#longest.set(cameraId, longest);
    }
    return longest;
  }

  /** One more window. */
  add(cameraId: number, { start, end }: Window): void {
    const longest = this.#longest.get(cameraId);
    if (longest !== undefined && end - start > longest) this.#longest.set(cameraId, end - start);
  }
}
