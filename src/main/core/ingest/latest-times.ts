import type { Sql } from '../storage/sql';
import type { EpochMs } from '../types';

/**
 * The latest time in a column, per camera. Nearly everything that comes is later than all there is, and then need not be
 * looked for. What was removed or rolled back may leave a time that is too late: then it is looked for in vain.
 */
export class LatestTimes {
  #latest = new Map<number, EpochMs>();

  constructor(
    private readonly sql: Sql,
    private readonly table: 'report' | 'person',
    private readonly column: 'device_end' | 'at',
  ) {}

  /** −∞ where there is none. */
  of(cameraId: number): EpochMs {
    let latest = this.#latest.get(cameraId);
    if (latest === undefined) {
      const query = `SELECT max(${this.column}) FROM ${this.table} WHERE camera_id = ?`;
      const found = this.sql.get(query, [cameraId])?.[0];
      latest = typeof found === 'number' ? found : -Infinity;
      this.#latest.set(cameraId, latest);
    }
    return latest;
  }

  /** One more. */
  add(cameraId: number, time: EpochMs | null): void {
    if (time !== null && time > this.of(cameraId)) this.#latest.set(cameraId, time);
  }
}
