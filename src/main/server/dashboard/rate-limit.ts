export interface RateLimitOptions {
  /** Requests at once, after a rest. */
  burst: number;
  perSecond: number;
  maxAddresses?: number;
  /** Milliseconds that only ever grow. */
  now?: () => number;
}

/** So many requests from an address at once, and then so many a second. */
export class RateLimit {
  /** Tokens left, and when that was so; least recently used first. */
  readonly #buckets = new Map<string, { left: number; atMs: number }>();
  readonly #options: Required<RateLimitOptions>;

  constructor(options: RateLimitOptions) {
    this.#options = { maxAddresses: 1_000, now: () => performance.now(), ...options };
  }

  /** Counts a request. @returns milliseconds to wait before the next that would be let in; 0: this one is */
  take(address: string): number {
    const { burst, perSecond, maxAddresses, now } = this.#options;
    const nowMs = now();
    const before = this.#buckets.get(address) ?? { left: burst, atMs: nowMs };
    const left = Math.min(burst, before.left + ((nowMs - before.atMs) / 1000) * perSecond);
    const isIn = left >= 1;
    this.#buckets.delete(address);
    this.#buckets.set(address, { left: isIn ? left - 1 : left, atMs: nowMs });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= maxAddresses) break;
      this.#buckets.delete(oldest);
    }
    return isIn ? 0 : Math.ceil(((1 - left) / perSecond) * 1000);
  }
}
