/** Waiting that can be cut short. A call to {@link Pause.end} while nobody waits is remembered for the next wait. */
export class Pause {
  #end: (() => void) | null = null;
  #isEnded = false;

  /** Resolves after that time, or as soon as it is ended. */
  async wait(ms: number): Promise<void> {
    if (!this.#isEnded) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.#end = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#end = null;
    this.#isEnded = false;
  }

  end(): void {
    this.#isEnded = true;
    this.#end?.();
  }
}

export interface BackOff {
  firstMs: number;
  mostMs: number;
}

/**
 * How long to wait after so many failures in a row: twice as long each time, up to a limit. Part of it is
 * left to chance, so that many who lost the same server do not all come back at once.
 */
export function pauseAfter(failures: number, { firstMs, mostMs }: BackOff, chance = Math.random()): number {
  const full = Math.min(mostMs, firstMs * 2 ** Math.min(30, Math.max(0, failures - 1)));
  return Math.round(full * (0.75 + 0.25 * chance));
}
