import { hashOf } from './keys';

export interface LockoutOptions {
  /** Wrong keys that cost nothing: a link from yesterday, a key with a slip in it. */
  freeTries?: number;
  firstLockMs?: number;
  longestLockMs?: number;
  /** Addresses kept in mind; the least recent goes. */
  maxAddresses?: number;
  /** Milliseconds that only ever grow: setting the clock must open nothing. */
  now?: () => number;
}

interface Tries {
  count: number;
  lockedUntilMs: number;
  lastMs: number;
  /** Wrong keys counted already, newest last. */
  known: string[];
}

const forgetAfterMs = 60 * 60_000;
const mostKnown = 16;

/**
 * Makes an address that tries keys wait, twice as long each time. The same wrong key again is no new
 * try: a phone that was shown the door asks on with what it has, and must be able to come in with a new
 * link.
 */
export class Lockout {
  readonly #tries = new Map<string, Tries>();
  readonly #options: Required<LockoutOptions>;

  constructor(options: LockoutOptions = {}) {
    this.#options = {
      freeTries: 10,
      firstLockMs: 1_000,
      longestLockMs: 15 * 60_000,
      maxAddresses: 1_000,
      now: () => performance.now(),
      ...options,
    };
  }

  /** Milliseconds that nothing from this address is looked at; 0: it may try. */
  lockedForMs(address: string): number {
    const tries = this.#tries.get(address);
    return tries ? Math.max(0, tries.lockedUntilMs - this.#options.now()) : 0;
  }

  failed(address: string, key: string): void {
    const { freeTries, firstLockMs, longestLockMs, maxAddresses, now } = this.#options;
    const nowMs = now();
    const before = this.#tries.get(address);
    const tries =
      before && nowMs - before.lastMs < forgetAfterMs
        ? before
        : { count: 0, lockedUntilMs: 0, lastMs: nowMs, known: [] };
    tries.lastMs = nowMs;
    this.#tries.delete(address);
    this.#tries.set(address, tries);
    for (const oldest of this.#tries.keys()) {
      if (this.#tries.size <= maxAddresses) break;
      this.#tries.delete(oldest);
    }
    const hash = hashOf(key);
    if (tries.known.includes(hash)) return;
    tries.known = [...tries.known, hash].slice(-mostKnown);
    tries.count += 1;
    const over = tries.count - freeTries;
    if (over <= 0) return;
    // 2³⁰ s are longer than anybody's patience, and 2 ** over does not overflow.
    tries.lockedUntilMs = nowMs + Math.min(longestLockMs, firstLockMs * 2 ** Math.min(over - 1, 30));
  }
}
