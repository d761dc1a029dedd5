import type { CameraMemory } from './memory';
import { longestViewMs } from './person';
import type { EpochMs, PersonEvent } from './types';

const portionMs = 10 * 60_000;

/** The people who pass under one camera, one after the other, with a look at who is about to. */
export class EventStream {
  readonly #memory: CameraMemory;
  #events: PersonEvent[] = [];
  #loadedToMs: EpochMs;

  constructor(memory: CameraMemory, startMs: EpochMs) {
    this.#memory = memory;
    this.#loadedToMs = startMs;
  }

  /** Takes the next person who passes before `limitMs`, if there is one. */
  takeBefore(limitMs: EpochMs): PersonEvent | undefined {
    this.#load(limitMs);
    const event = this.#events[0];
    return event !== undefined && event.atMs < limitMs ? this.#events.shift() : undefined;
  }

  /** Who is under the camera: seen already, not through yet. */
  inView(nowMs: EpochMs): PersonEvent[] {
    this.#load(nowMs + longestViewMs);
    return this.#events.filter((event) => event.atMs - event.stayMs <= nowMs && nowMs < event.atMs);
  }

  #load(toMs: EpochMs): void {
    while (this.#loadedToMs < toMs) {
      const endMs = this.#loadedToMs + portionMs;
      this.#events.push(...this.#memory.between(this.#loadedToMs, endMs));
      this.#loadedToMs = endMs;
    }
  }
}
