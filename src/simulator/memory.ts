import { Temporal } from 'temporal-polyfill';
import { doorWeights } from './footfall';
import { shopDay } from './shop-day';
import type { EpochMs, PersonEvent, ShopHours } from './types';

export interface ShopsOptions {
  seed: number;
  cameras: number;
  /** IANA name. */
  timeZone: string;
  hours: ShopHours;
  /** ISO weekday like which every day is. */
  likeWeekday?: number | undefined;
}

/** Days of all shops kept at hand; others are made again when they are asked for. */
const daysAtHand = 150;

/**
 * What all cameras of a fleet have seen and will see. Cameras are shared out to shops of up to four
 * doors; nothing is stored, as every day can be made again.
 */
export class Shops {
  readonly #options: ShopsOptions;
  readonly #days = new Map<string, PersonEvent[][]>();

  constructor(options: ShopsOptions) {
    this.#options = options;
  }

  /** Events of a camera in `[fromMs, toMs)`, sorted by time. */
  *between(camera: number, fromMs: EpochMs, toMs: EpochMs): Generator<PersonEvent> {
    if (toMs <= fromMs) return;
    const { timeZone } = this.#options;
    const dateOf = (atMs: EpochMs) =>
      Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone).toPlainDate();
    const last = dateOf(toMs - 1);
    for (
      let date = dateOf(fromMs);
      Temporal.PlainDate.compare(date, last) <= 0;
      date = date.add({ days: 1 })
    ) {
      const events = this.#day(camera, date.toString());
      for (let i = firstFrom(events, fromMs); i < events.length; i++) {
        const event = events[i];
        if (event === undefined || event.atMs >= toMs) break;
        yield event;
      }
    }
  }

  #day(camera: number, date: string): PersonEvent[] {
    const mostDoors = doorWeights.length;
    const shop = Math.floor(camera / mostDoors);
    const key = `${shop} ${date}`;
    let day = this.#days.get(key);
    if (day === undefined) {
      const { seed, cameras, timeZone, hours, likeWeekday } = this.#options;
      const doors = Math.min(mostDoors, cameras - shop * mostDoors);
      day = shopDay({ seed, shop, doors, date, timeZone, hours, likeWeekday });
      this.#days.set(key, day);
      const oldest = this.#days.keys().next();
      if (this.#days.size > daysAtHand && oldest.done !== true) this.#days.delete(oldest.value);
    }
    return day[camera % mostDoors] ?? [];
  }
}

/** Index of the first event at or after an instant. */
function firstFrom(events: readonly PersonEvent[], atMs: EpochMs): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle]?.atMs ?? Infinity) < atMs) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How far back a camera remembers what it counted (V1.9 §1). */
export const memoryMs = 90 * 86_400_000;

/** What one camera has seen, on the time line of that camera. */
export class CameraMemory {
  readonly #shops: Shops;
  readonly #camera: number;
  readonly #shiftMs: number;

  /** @param shiftMs how far this camera's own time line is off, for a camera whose clock is wrong for good */
  constructor(shops: Shops, camera: number, shiftMs: number) {
    this.#shops = shops;
    this.#camera = camera;
    this.#shiftMs = shiftMs;
  }

  /** Events in `[fromMs, toMs)`, sorted by time. */
  *between(fromMs: EpochMs, toMs: EpochMs): Generator<PersonEvent> {
    const shift = this.#shiftMs;
    for (const event of this.#shops.between(this.#camera, fromMs - shift, toMs - shift)) {
      yield shift === 0 ? event : { ...event, atMs: event.atMs + shift };
    }
  }
}
