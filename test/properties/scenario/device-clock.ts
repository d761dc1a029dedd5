import type { ClockFault, TimeForm } from './script';

/** Two starts at the same wrong date are told apart by how far they lie apart. */
const FAR_ENOUGH_APART_MS = 40 * 60_000;

/** What a camera takes for the time, and how it writes it. */
export class DeviceClock {
  #offsetMs = 0;

  /** @returns when the clock is set: later than `now` where it starts at a fixed date */
  set(to: ClockFault, now: number): number {
    if ('minutesOff' in to) {
      this.#offsetMs = to.minutesOff * 60_000;
      return now;
    }
    const later = now + FAR_ENOUGH_APART_MS;
    this.#offsetMs = to.fixedSeconds * 1000 - later;
    return later;
  }

  /** The moment at which the clock's second began: a camera knows no fractions. */
  wholeSecond(ms: number): number {
    return Math.floor((ms + this.#offsetMs) / 1000) * 1000 - this.#offsetMs;
  }

  write(ms: number, { unit, isText }: TimeForm): number | string {
    const seconds = Math.floor((ms + this.#offsetMs) / 1000);
    const time = seconds * factorOf(unit, seconds);
    return isText ? String(time) : time;
  }
}

function factorOf(unit: TimeForm['unit'], seconds: number): number {
  // A clock that reads 1970 has too few digits for any other unit.
  if (unit === 's' || seconds < 1e9) return 1;
  return unit === 'ms' ? 1000 : 1_000_000;
}
