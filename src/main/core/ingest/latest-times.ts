import type { Sql } from '../storage/sql';
import type { EpochMs } from '../types';

/**
 * A time that nothing in a table is later than, per camera. Nearly everything that comes is later than all there is, and
 * then need not be looked for. Where the time is later than it might be, something is looked for in vain.
 */
export class LatestTimes {
  #latest = new Map<number, EpochMs>();

  /** @param query asks for the time of a camera, given as its only parameter */
  constructor(
    private readonly sql: Sql,
    private readonly query: string,
  ) {}

  /** −∞ where there is none. */
  of(cameraId: number): EpochMs {
    let latest = this.#latest.get(cameraId);
    if (latest === undefined) {
      const found = this.sql.get(this.query, [cameraId])?.[0];
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
