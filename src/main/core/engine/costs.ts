/** Address and milliseconds of work. */
export type Cost = [address: string, ms: number];

/** Cheaper work is not worth telling of. */
const LEAST_MS = 2;

/**
 * How long the messages of each address kept the thread busy. A message may be small and still take long;
 * the listener holds back whoever sends many such, so that the others get their turn.
 */
export class Costs {
  #costs = new Map<string, number>();

  of<T>(address: string, work: () => T): T {
    const startedAt = performance.now();
    try {
      return work();
    } finally {
      const ms = performance.now() - startedAt;
      if (ms >= LEAST_MS) this.#costs.set(address, (this.#costs.get(address) ?? 0) + ms);
    }
  }

  /** Each only once. */
  take(): Cost[] {
    if (this.#costs.size === 0) return [];
    const costs = [...this.#costs];
    this.#costs.clear();
    return costs;
  }
}
