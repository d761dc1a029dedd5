import type { EpochMs } from './types';

export interface ClockReading {
  /** The present on the simulated time line; never later than `realMs`. */
  simulatedMs: EpochMs;
  realMs: EpochMs;
  caughtUp: boolean;
}

/**
 * Simulated time: starts in the past and runs `speed` times as fast as the real clock until it has
 * caught up; from then on it is the real clock.
 */
export class SimulatedClock {
  readonly startMs: EpochMs;
  readonly speed: number;
  readonly #now: () => EpochMs;
  readonly #startedAtMs: EpochMs;

  /**
   * @param speed at least 1
   * @param startMs where simulated time begins; a time in the future counts as now
   * @param now the real clock
   */
  constructor(speed: number, startMs: EpochMs, now: () => EpochMs) {
    this.speed = speed;
    this.#now = now;
    this.#startedAtMs = now();
    this.startMs = Math.min(startMs, this.#startedAtMs);
  }

  read(): ClockReading {
    const realMs = this.#now();
    const runMs = this.startMs + (realMs - this.#startedAtMs) * this.speed;
    return { simulatedMs: Math.min(realMs, runMs), realMs, caughtUp: runMs >= realMs };
  }

  /** Real milliseconds that a stretch of simulated time takes at present. */
  realLengthMs(simulatedMs: number): number {
    return this.read().caughtUp ? simulatedMs : simulatedMs / this.speed;
  }
}
