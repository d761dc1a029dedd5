import type { ClockReading } from './clock';
import type { Faults } from './faults';
import type { EpochMs } from './types';

/** Replies give whole seconds, and a busy computer answers late: less than this is no wrong clock. */
const toleranceMs = 5000;

/**
 * The clock a camera prints its times from. It is right from the start (a camera remembers its time)
 * unless a fault says otherwise, and follows the receiver's clock from then on.
 */
export class CameraClock {
  readonly #faults: Faults;
  #errorMs = 0;
  #isJumpOver: boolean;
  #replies = 0;

  constructor(faults: Faults) {
    this.#faults = faults;
    this.#isJumpOver = faults.jumpMs === 0;
  }

  /** Camera clock minus the time line on which its people pass. */
  get errorMs(): number {
    return this.#errorMs;
  }

  /** Whether a fault has set it wrong and no reply has set it right yet. */
  get isJumped(): boolean {
    return this.#errorMs !== 0 && this.#errorMs === this.#faults.jumpMs;
  }

  /** The camera's own time line: simulated time, apart from a drift for good. */
  lineMs(reading: ClockReading): EpochMs {
    return reading.simulatedMs + this.#faults.driftMs;
  }

  /** The present by this clock. While the camera catches up it delivers late, but its clock is right. */
  presentMs(reading: ClockReading): EpochMs {
    return reading.realMs + this.#faults.driftMs + this.#errorMs;
  }

  /**
   * The hour's jump, once the camera lives in real time.
   * @param hasBacklog it still has reports of before: a receiver could not tell them from new ones on the wrong clock
   * @returns whether the clock has changed
   */
  jump(reading: ClockReading, hasBacklog: boolean): boolean {
    if (this.#isJumpOver || !reading.caughtUp || hasBacklog) return false;
    this.#isJumpOver = true;
    this.#replies = 0;
    this.#errorMs += this.#faults.jumpMs;
    return true;
  }

  /**
   * V1.9 §2.1: the heartbeat reply sets the clock.
   * @param roundTripMs how old the reply's time may be
   * @returns whether the clock has changed
   */
  heed(replyMs: EpochMs, reading: ClockReading, roundTripMs: number): boolean {
    this.#replies += 1;
    if (this.#faults.driftMs !== 0) return false;
    if (this.isJumped && this.#replies < this.#faults.heedsHeartbeat) return false;
    const differenceMs = replyMs - this.presentMs(reading);
    if (Math.abs(differenceMs) <= toleranceMs + roundTripMs) return false;
    const errorMs = Math.round((this.#errorMs + differenceMs) / 1000) * 1000;
    // Back to right where it was wrong: the reply's whole seconds do not count as an error.
    this.#errorMs = Math.abs(errorMs) <= toleranceMs + roundTripMs ? 0 : errorMs;
    return true;
  }
}
