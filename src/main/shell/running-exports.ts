import type { CancelSignal, OnProgress } from '#shared/carrier';

/** A page is told no more often than it can show. */
const PROGRESS_EVERY_MS = 100;

/** Exports that pages have begun, to be cancelled by the number that the page gave them. */
export class RunningExports {
  #running = new Map<string, AbortController>();

  constructor(private readonly nowMs: () => number = () => performance.now()) {}

  /** @param page number of the page's window: pages number their exports independently */
  async run<T>(
    page: number,
    id: number,
    tell: OnProgress,
    work: (signal: CancelSignal, onProgress: OnProgress) => Promise<T>,
  ): Promise<T> {
    const key = `${page}/${id}`;
    const controller = new AbortController();
    // A page that was loaded anew counts from the beginning, and nobody waits for its earlier exports.
    this.#running.get(key)?.abort();
    this.#running.set(key, controller);
    let toldAtMs = -Infinity;
    const onProgress: OnProgress = (done, total) => {
      if (done < total && this.nowMs() - toldAtMs < PROGRESS_EVERY_MS) return;
      toldAtMs = this.nowMs();
      tell(done, total);
    };
    try {
      return await work(controller.signal, onProgress);
    } finally {
      if (this.#running.get(key) === controller) this.#running.delete(key);
    }
  }

  cancel(page: number, id: number): void {
    this.#running.get(`${page}/${id}`)?.abort();
  }
}
