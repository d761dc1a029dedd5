import type { EpochMs } from '../types';
import { offsetSegment, offsetText, type OffsetSegment } from './zone';

const DAY_MS = 24 * 60 * 60_000;
const MINUTE_MS = 60_000;

const two = (value: number) => String(value).padStart(2, '0');
const minuteTexts = Array.from({ length: 24 * 60 }, (_, i) => `${two(Math.floor(i / 60))}:${two(i % 60)}`);

/**
 * Writes many instants as local times of one zone. The day and the offset are worked out once for instants that
 * lie close together: a file has millions of them, mostly in ascending order.
 */
export class LocalTimes {
  #segment: OffsetSegment = { start: 0, end: 0, offset: 0 };
  #offsetText = '';
  #day = NaN;
  #date = '';

  constructor(private readonly timeZone: string) {}

  /** `2026-03-29 10:15` */
  minute(at: EpochMs): string {
    const time = this.#timeOf(at);
    return `${this.#date} ${minuteTexts[Math.floor(time / MINUTE_MS)] ?? ''}`;
  }

  /** `2026-03-29 10:15:07` */
  second(at: EpochMs): string {
    const time = this.#timeOf(at);
    return `${this.#date} ${minuteTexts[Math.floor(time / MINUTE_MS)] ?? ''}:${secondsOf(time)}`;
  }

  /** ISO 8601 with the offset, whole seconds: `2026-03-29T10:15:07+02:00` */
  instant(at: EpochMs): string {
    const time = this.#timeOf(at);
    return `${this.#date}T${minuteTexts[Math.floor(time / MINUTE_MS)] ?? ''}:${secondsOf(time)}${this.#offsetText}`;
  }

  /** `+02:00` */
  offset(at: EpochMs): string {
    this.#timeOf(at);
    return this.#offsetText;
  }

  /** Milliseconds since the local midnight as the clock shows it; sets the date and the offset. */
  #timeOf(at: EpochMs): number {
    if (at < this.#segment.start || at >= this.#segment.end) {
      this.#segment = offsetSegment(this.timeZone, at);
      this.#offsetText = offsetText(this.#segment.offset);
    }
    const local = at + this.#segment.offset;
    const day = Math.floor(local / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      this.#date = new Date(local).toISOString().slice(0, 10);
    }
    return local - day * DAY_MS;
  }
}

function secondsOf(timeMs: number): string {
  return two(Math.floor(timeMs / 1000) % 60);
}
