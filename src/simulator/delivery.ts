import type { Answer } from './receiver';
import type { Random } from './random';
import type { EpochMs } from './types';

/** Waits after 1, 2, 3 … failures in a row. The last one repeats. */
const retryDelaysMs = [500, 1000, 2000, 5000, 10_000] as const;

/** With a long cache a camera opens more connections, and reports may arrive out of order. */
const longCache = 32;
const burstRequests = 4;

/** Something that has to arrive. */
export interface Parcel {
  /** Made anew for every attempt. */
  body(): string;
  /** `again`: it was sent before. */
  onSend?(again: boolean): void;
  /** Receiver said code 0. */
  onAcknowledged?(): void;
  /** Receiver said code 1 (given up) or 2 (tried again). */
  onRefused?(code: 1 | 2): void;
}

interface Entry {
  parcel: Parcel;
  attempts: number;
  notBeforeMs: EpochMs;
  /** Sent although it arrived already: tried once, waited for by nobody. */
  isExtra: boolean;
}

export interface DeliveryOptions {
  post(body: string): Promise<Answer>;
  /** Real clock. */
  now(): EpochMs;
}

/**
 * The cache of one camera: keeps what was not acknowledged and sends it again, oldest first. What
 * the receiver does not know the serial of (code 1) is no longer sent.
 */
export class Delivery {
  readonly #options: DeliveryOptions;
  /** One at a time even with a long cache: running counters mean nothing out of order. */
  isInOrder = false;
  #cache: Entry[] = [];
  #inFlight = 0;
  #failures = 0;
  #waitUntilMs = 0;
  #isSilent = false;
  #isClosed = false;
  #isDraining = false;
  #onIdle: (() => void) | undefined;

  constructor(options: DeliveryOptions) {
    this.#options = options;
  }

  /** Parcels that are not acknowledged yet. */
  get pending(): number {
    return this.#cache.reduce((count, entry) => count + (entry.isExtra ? 0 : 1), 0);
  }

  /** @param holdMs keeps it back for so long, so that later ones overtake it; not where order matters */
  enqueue(parcel: Parcel, holdMs = 0): void {
    const notBeforeMs = this.isInOrder ? 0 : this.#dueIn(holdMs);
    this.#cache.push({ parcel, attempts: 0, notBeforeMs, isExtra: false });
    this.pump();
  }

  /** Sends a parcel once more that has arrived already. */
  sendAgain(parcel: Parcel, holdMs: number): void {
    // At the end nothing is held back.
    const notBeforeMs = this.#isDraining ? 0 : this.#dueIn(holdMs);
    this.#cache.push({ parcel, attempts: 1, notBeforeMs, isExtra: true });
  }

  /** While silent nothing is sent; it piles up. */
  setSilent(isSilent: boolean): void {
    this.#isSilent = isSilent;
    this.pump();
  }

  /** Mixes what waits; not where order matters. */
  shuffle(random: Random): void {
    if (!this.isInOrder) this.#cache = random.shuffled(this.#cache);
  }

  /** The receiver was heard: no need to wait any longer. */
  receiverIsBack(): void {
    if (this.#failures === 0) return;
    this.#failures = 0;
    this.#waitUntilMs = 0;
    this.pump();
  }

  /** Sends whatever is due. Call it from time to time: waits end by themselves. */
  pump(): void {
    const nowMs = this.#options.now();
    while (!this.#isSilent && !this.#isClosed && nowMs >= this.#waitUntilMs) {
      const isBurst = this.#cache.length > longCache && this.#failures === 0 && !this.isInOrder;
      if (this.#inFlight >= (isBurst ? burstRequests : 1)) return;
      const entry = this.#cache.find((candidate) => candidate.notBeforeMs <= nowMs);
      if (entry === undefined) return;
      void this.#send(entry);
    }
  }

  /** Sends everything now, whatever was held back. @returns when all is acknowledged, or at the deadline */
  async drain(deadlineMs: EpochMs): Promise<void> {
    this.#isDraining = true;
    for (const entry of this.#cache) if (entry.notBeforeMs !== Infinity) entry.notBeforeMs = 0;
    this.#waitUntilMs = 0;
    this.setSilent(false);
    if (this.#cache.length === 0 && this.#inFlight === 0) return;
    await new Promise<void>((resolve) => {
      const timer = setInterval(() => {
        if (this.#options.now() >= deadlineMs) this.#onIdle?.();
        else this.pump();
      }, 50);
      this.#onIdle = () => {
        clearInterval(timer);
        resolve();
      };
    });
  }

  /** Nothing is sent any more. */
  close(): void {
    this.#isClosed = true;
  }

  async #send(entry: Entry): Promise<void> {
    // Infinity marks it as under way: nobody takes it a second time.
    entry.notBeforeMs = Infinity;
    this.#inFlight += 1;
    entry.parcel.onSend?.(entry.attempts > 0);
    entry.attempts += 1;
    const answer = await this.#options.post(entry.parcel.body());
    this.#inFlight -= 1;
    if (answer.kind === 'reply') this.#settle(entry, answer.reply.code);
    else this.#fail(entry);
    this.pump();
    if (this.#cache.length === 0 && this.#inFlight === 0) this.#onIdle?.();
  }

  #settle(entry: Entry, code: 0 | 1 | 2): void {
    this.#failures = 0;
    if (code !== 0) entry.parcel.onRefused?.(code);
    if (code === 2 && !entry.isExtra) {
      // The others go on: it may be this one report that the receiver cannot take.
      entry.notBeforeMs = this.#dueIn(retryDelayMs(entry.attempts));
      return;
    }
    this.#remove(entry);
    if (code === 0 && !entry.isExtra) entry.parcel.onAcknowledged?.();
  }

  #fail(entry: Entry): void {
    this.#failures += 1;
    this.#waitUntilMs = this.#dueIn(retryDelayMs(this.#failures));
    entry.notBeforeMs = 0;
    if (entry.isExtra) this.#remove(entry);
  }

  #remove(entry: Entry): void {
    const index = this.#cache.indexOf(entry);
    if (index >= 0) this.#cache.splice(index, 1);
  }

  #dueIn(delayMs: number): EpochMs {
    return delayMs === 0 ? 0 : this.#options.now() + delayMs;
  }
}

function retryDelayMs(failures: number): number {
  return retryDelaysMs[Math.min(failures, retryDelaysMs.length) - 1] ?? 0;
}
