import type { Delivery } from './delivery';
import type { Faults } from './faults';
import type { Random } from './random';
import type { EpochMs } from './types';

/** When a camera is cut off, and comes back with a full cache in no particular order. */
export class Outages {
  readonly #faults: Faults;
  #beginMs: EpochMs;
  #endMs: EpochMs | undefined;

  /** @param startMs where the camera's simulated time begins */
  constructor(faults: Faults, startMs: EpochMs) {
    this.#faults = faults;
    this.#beginMs = startMs + faults.nextOutageInMs();
  }

  get isSilent(): boolean {
    return this.#endMs !== undefined;
  }

  /** @param nowMs simulated time */
  advance(nowMs: EpochMs, delivery: Delivery, random: Random): void {
    if (this.#endMs === undefined) {
      if (nowMs < this.#beginMs) return;
      this.#endMs = nowMs + this.#faults.outageLengthMs();
      delivery.setSilent(true);
    } else if (nowMs >= this.#endMs) {
      this.#endMs = undefined;
      this.#beginMs = nowMs + this.#faults.nextOutageInMs();
      delivery.shuffle(random);
      delivery.setSilent(false);
    }
  }
}
