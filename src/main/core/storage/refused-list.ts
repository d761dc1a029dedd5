import type { RefusedMessage } from '#shared/domain';
import type { EpochMs } from '../types';

const MOST_KEPT = 500;

export interface Refused extends Omit<RefusedMessage, 'id' | 'at'> {
  at: EpochMs;
}

/**
 * The latest messages that were refused, in memory only: a diagnosis for the owner who sets up a camera.
 * Whoever floods the port with nonsense must not be able to fill the disk.
 */
export class RefusedList {
  #entries: (Refused & { id: number })[] = [];
  #nextId = 1;

  add(entry: Refused): Refused & { id: number } {
    const numbered = { id: this.#nextId++, ...entry };
    this.#entries.push(numbered);
    if (this.#entries.length > MOST_KEPT) this.#entries.shift();
    return numbered;
  }

  /** Newest first. */
  latest(limit: number): (Refused & { id: number })[] {
    return this.#entries.slice(-limit).reverse();
  }
}
