interface Waiting {
  resolve: (isGiven: boolean) => void;
  timer: NodeJS.Timeout;
}

/**
 * A number of places that devices take in turn: who waits is served one device after the other, however
 * many requests each has waiting, and none holds more than its share. So a flood waits for itself.
 */
export class FairPlaces {
  #taken = 0;
  #held = new Map<string, number>();
  /** Whose turn is next comes first. */
  #queues = new Map<string, Waiting[]>();

  /** @param shareOf how many places an address may hold at a time */
  constructor(
    private readonly places: number,
    private readonly shareOf: (address: string) => number,
  ) {}

  /**
   * @param waitMs longest wait
   * @returns `true` at once, or a promise: whether there was a place in time. Each `true` is to be given back.
   */
  take(address: string, waitMs: number): true | Promise<boolean> {
    if (this.#taken < this.places && this.#isInShare(address)) {
      this.#hold(address);
      return true;
    }
    return new Promise((resolve) => {
      const queue = this.#queues.get(address) ?? [];
      const timer = setTimeout(() => {
        this.#leave(address, waiting);
        resolve(false);
      }, waitMs);
      const waiting = { resolve, timer };
      queue.push(waiting);
      this.#queues.set(address, queue);
    });
  }

  give(address: string): void {
    this.#taken--;
    const held = (this.#held.get(address) ?? 1) - 1;
    if (held === 0) this.#held.delete(address);
    else this.#held.set(address, held);
    this.#serveNext();
  }

  #serveNext(): void {
    for (const [address, queue] of this.#queues) {
      if (!this.#isInShare(address)) continue;
      const waiting = queue.shift();
      // To the end of the line, whoever still waits.
      this.#queues.delete(address);
      if (queue.length > 0) this.#queues.set(address, queue);
      if (!waiting) continue;
      clearTimeout(waiting.timer);
      this.#hold(address);
      waiting.resolve(true);
      return;
    }
  }

  #isInShare(address: string): boolean {
    return (this.#held.get(address) ?? 0) < this.shareOf(address);
  }

  #hold(address: string): void {
    this.#taken++;
    this.#held.set(address, (this.#held.get(address) ?? 0) + 1);
  }

  #leave(address: string, waiting: Waiting): void {
    const queue = this.#queues.get(address)?.filter((other) => other !== waiting) ?? [];
    if (queue.length > 0) this.#queues.set(address, queue);
    else this.#queues.delete(address);
  }
}
