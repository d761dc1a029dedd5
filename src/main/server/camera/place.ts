import type { FairPlaces } from './fair-places';

/** A place that one request may hold, and that is given back exactly once, also if it came too late. */
export class Place {
  #isHeld = false;
  #isReleased = false;

  constructor(
    private readonly places: FairPlaces,
    private readonly address: string,
    private readonly waitMs: number,
  ) {}

  /** To be called once. @returns whether there is a place, or will be in time */
  take(): true | Promise<boolean> {
    const taken = this.places.take(this.address, this.waitMs);
    if (taken === true) {
      this.#isHeld = true;
      return true;
    }
    return taken.then((isGiven) => {
      if (isGiven && this.#isReleased) this.places.give(this.address);
      else this.#isHeld = isGiven;
      return isGiven;
    });
  }

  release(): void {
    this.#isReleased = true;
    if (this.#isHeld) this.places.give(this.address);
    this.#isHeld = false;
  }
}
