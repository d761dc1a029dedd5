import type { RefusedMessage } from '#shared/domain';
import type { EpochMs } from '../types';

const MOST_KEPT = 500;

export interface Refused extends Omit<RefusedMessage, 'id' | 'at'> {
  at: EpochMs;
}

/**
 * The latest messages that were refused, in memory only: a diagnosis for the owner who sets up a camera.
 * Whoever floods the port with nonsense must not be able to fill the disk, nor to push out of the list
 * what others sent: the oldest of whoever has most in it has to go.
 */
export class RefusedList {
  #entries: (Refused & { id: number })[] = [];
  #counts = new Map<string, number>();
  #nextId = 1;

  add(entry: Refused): Refused & { id: number } {
    const numbered = { id: this.#nextId++, ...entry };
    this.#entries.push(numbered);
    this.#count(entry.address, 1);
    if (this.#entries.length > MOST_KEPT) this.#dropOne();
    return numbered;
  }

  /** Newest first. */
  latest(limit: number): (Refused & { id: number })[] {
    return this.#entries.slice(-limit).reverse();
  }

  #dropOne(): void {
    const most = Math.max(...this.#counts.values());
    const at = this.#entries.findIndex(({ address }) => this.#counts.get(address) === most);
    const [dropped] = this.#entries.splice(at, 1);
    if (dropped) this.#count(dropped.address, -1);
  }

  #count(address: string, change: number): void {
    const count = (this.#counts.get(address) ?? 0) + change;
    if (count > 0) this.#counts.set(address, count);
    else this.#counts.delete(address);
  }
}
