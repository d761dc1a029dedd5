/** Events wait for at least this long, and longer where working them out takes long: reports go first. */
const LEAST_DELAY_MS = 20;
const DELAY_PER_COST = 19;
const MOST_DELAY_MS = 200;

/** When to look for what somebody may want to hear of: soon after a change, and seldom enough to cost little. */
export class EventPace {
  #timer: NodeJS.Timeout | null = null;
  #delayMs = LEAST_DELAY_MS;

  constructor(private readonly look: () => void) {}

  soon(): void {
    this.#timer ??= setTimeout(() => this.now(), this.#delayMs);
  }

  now(): void {
    this.stop();
    const startedAt = performance.now();
    this.look();
    const costMs = performance.now() - startedAt;
    this.#delayMs = Math.min(MOST_DELAY_MS, Math.max(LEAST_DELAY_MS, DELAY_PER_COST * costMs));
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
