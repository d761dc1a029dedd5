/** An allowance that fills up again with time, up to a burst. What is over is owed. */
export class Budget {
  #level: number;
  #at: number;

  /** @param now milliseconds of a clock that only goes forward, as in every call */
  constructor(
    private readonly burst: number,
    private readonly perSecond: number,
    now: number,
  ) {
    this.#level = burst;
    this.#at = now;
  }

  spend(amount: number, now: number): void {
    this.#fill(now);
    this.#level -= amount;
  }

  /** Milliseconds until nothing is owed any more; 0 if nothing is. */
  waitMs(now: number): number {
    this.#fill(now);
    return this.#level >= 0 ? 0 : (-this.#level / this.perSecond) * 1000;
  }

  isFull(now: number): boolean {
    this.#fill(now);
    return this.#level >= this.burst;
  }

  #fill(now: number): void {
    this.#level = Math.min(this.burst, this.#level + ((now - this.#at) / 1000) * this.perSecond);
    this.#at = now;
  }
}
