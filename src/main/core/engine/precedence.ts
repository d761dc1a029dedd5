import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { doneWithin } from './in-time';

/** Where messages come without a pause, the rest has its turn after that time all the same. */
const LONGEST_MS = 25;
/** While messages come in, what takes long leaves the processor to them for most of the time. */
const BUSY_MS = 100;
const REST_MS = 3;

/** Lets messages go before what takes long. */
export class Precedence {
  #arrivedAtMs = -Infinity;

  /** Messages are being taken in. */
  arrived(): void {
    this.#arrivedAtMs = performance.now();
  }

  /**
   * To be awaited before each step of what takes long.
   * @param takeIn takes in the messages that are there. @returns what is on its way to the disk
   */
  async give(takeIn: () => Promise<void> | null): Promise<void> {
    await nextTurn();
    const writing = takeIn();
    if (writing) await doneWithin(writing, LONGEST_MS);
    if (performance.now() - this.#arrivedAtMs < BUSY_MS) await sleep(REST_MS);
  }
}
