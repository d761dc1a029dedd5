import { Temporal } from 'temporal-polyfill';
import { doorWeights, groupSizeWeights, groupsPerHour, passersByPerHour, turnBackShare } from './footfall';
import { makePerson, viewMs, type Person } from './person';
import { Random } from './random';
import type { Direction, EpochMs, PersonEvent, ShopHours } from './types';

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;

export interface ShopDayOptions {
  seed: number;
  /** Which shop of the fleet, from 0. */
  shop: number;
  /** Doors of that shop, each with a camera above it: 1 to {@link doorWeights}.length. */
  doors: number;
  /** Local date, `YYYY-MM-DD`. */
  date: string;
  /** IANA name. */
  timeZone: string;
  hours: ShopHours;
  /** ISO weekday like which every day is; left out: the date's own. */
  likeWeekday?: number | undefined;
}

/**
 * Everything the cameras of a shop see on one local day: one list per door, sorted by time. The same
 * options always give the same day. Everybody who enters has left before midnight, not always by
 * the same door: entries and exits balance over the shop, not over a door.
 */
export function shopDay(options: ShopDayOptions): PersonEvent[][] {
  const day = new Day(options);
  day.staff();
  day.street();
  return day.doors();
}

class Day {
  readonly #options: ShopDayOptions;
  readonly #random: Random;
  readonly #midnight: Temporal.ZonedDateTime;
  readonly #weekday: number;
  readonly #endMs: EpochMs;
  readonly #weights: readonly number[];
  readonly #seen: Omit<PersonEvent, 'id'>[][];

  constructor(options: ShopDayOptions) {
    this.#options = options;
    this.#random = new Random(options.seed, options.shop, options.date);
    const date = Temporal.PlainDate.from(options.date);
    this.#midnight = date.toZonedDateTime(options.timeZone);
    this.#weekday = options.likeWeekday ?? this.#midnight.dayOfWeek;
    this.#endMs = date.add({ days: 1 }).toZonedDateTime(options.timeZone).epochMilliseconds;
    this.#weights = doorWeights.slice(0, options.doors);
    this.#seen = this.#weights.map(() => []);
  }

  /** Staff open and close the shop, and go for lunch one after the other. */
  staff(): void {
    const { opensMinute, closesMinute } = this.#options.hours;
    const random = this.#random;
    const colleagues = this.#weekday === 7 ? 1 : 2;
    for (let i = 0; i < colleagues; i++) {
      const person = makePerson(random, false);
      const comesMs = this.#atMinute(opensMinute - random.between(10, 25));
      const goesMs = this.#atMinute(closesMinute + random.between(12, 25));
      const lunchMs = this.#atMinute(13.5 * 60 + i * 50 + random.between(0, 8));
      const backMs = lunchMs + random.between(30, 42) * minuteMs;
      this.#see(0, comesMs, 'in', person);
      if (lunchMs > comesMs + minuteMs && backMs < goesMs - minuteMs) {
        this.#see(0, lunchMs, 'out', person);
        this.#see(0, backMs, 'in', person);
      }
      this.#see(0, Math.max(goesMs, comesMs + 1), 'out', person);
    }
  }

  /** Minute by minute: who passes, who comes in. */
  street(): void {
    const random = this.#random;
    // Weather, a market day, a holiday: what makes one Tuesday unlike another.
    const mood = random.logNormal(1, 0.15);
    const weekday = this.#weekday;
    const { opensMinute, closesMinute } = this.#options.hours;
    for (let quarter = this.#midnight.epochMilliseconds; quarter < this.#endMs; quarter += quarterMs) {
      // Asked anew every quarter, because clocks change in the middle of some days.
      const local = Temporal.Instant.fromEpochMilliseconds(quarter).toZonedDateTimeISO(
        this.#options.timeZone,
      );
      for (let step = 0; step < 15; step++) {
        const minute = local.hour * 60 + local.minute + step;
        const startMs = quarter + step * minuteMs;
        const isOpen = minute >= opensMinute && minute < closesMinute - 5;
        for (const [door, weight] of this.#weights.entries()) {
          const passers = random.poisson((passersByPerHour(minute / 60, weekday) * weight) / 60);
          for (let i = 0; i < passers; i++) this.#passerBy(door, startMs);
          if (!isOpen) continue;
          const groups = random.poisson((groupsPerHour(minute / 60, weekday) * weight * mood) / 60);
          for (let i = 0; i < groups; i++) this.#group(door, startMs);
        }
      }
    }
  }

  doors(): PersonEvent[][] {
    return this.#seen.map((events) =>
      events.sort((a, b) => a.atMs - b.atMs).map((event, index) => ({ id: index + 1, ...event })),
    );
  }

  #passerBy(door: number, minuteStartMs: EpochMs): void {
    const person = makePerson(this.#random, this.#random.chance(0.06));
    this.#see(door, minuteStartMs + this.#random.between(0, minuteMs), 'passby', person);
  }

  #group(door: number, minuteStartMs: EpochMs): void {
    const random = this.#random;
    const size = random.weighted(groupSizeWeights(this.#weekday)) + 1;
    const isFamily = size > 1 && random.chance(0.4);
    const people = Array.from({ length: size }, (_, i) =>
      makePerson(
        random,
        isFamily ? i > 0 && (i >= 2 || size === 2 || random.chance(0.3)) : random.chance(0.01),
      ),
    );
    const arriveMs = minuteStartMs + random.between(0, minuteMs);
    if (random.chance(turnBackShare)) {
      this.#walk(door, arriveMs, 'turnback', people);
      return;
    }
    const dwellMs = Math.min(Math.max(random.logNormal(8, 0.75), 0.6), 120) * minuteMs;
    // Who is still there at closing time is shown out within ten minutes.
    const latestMs = this.#atMinute(this.#options.hours.closesMinute + random.between(0, 10));
    const leaveMs = Math.min(arriveMs + dwellMs, latestMs);
    const exit = random.chance(0.12) ? random.weighted(this.#weights) : door;
    this.#walk(door, arriveMs, 'in', people);
    this.#walk(exit, leaveMs, 'out', people);
  }

  /** People of a group pass one behind the other. */
  #walk(door: number, firstMs: EpochMs, direction: Direction, people: readonly Person[]): void {
    let atMs = firstMs;
    for (const person of people) {
      this.#see(door, atMs, direction, person);
      atMs += this.#random.between(300, 1100);
    }
  }

  #see(door: number, atMs: EpochMs, direction: Direction, person: Person): void {
    this.#seen[door]?.push({
      atMs: Math.floor(Math.min(Math.max(atMs, this.#midnight.epochMilliseconds), this.#endMs - 1)),
      direction,
      isChild: person.isChild,
      // A measurement, not a fact: two passages of one person differ a little.
      heightCm: person.heightCm + this.#random.int(-1, 1),
      stayMs: viewMs(this.#random, direction),
    });
  }

  /** Instant of a local time of day, kept inside the day with room for a group to walk through the door. */
  #atMinute(minuteOfDay: number): EpochMs {
    const minute = Math.min(Math.max(minuteOfDay, 0), 24 * 60 - 1 / 4);
    const whole = Math.floor(minute);
    const local = this.#midnight.withPlainTime({ hour: Math.floor(whole / 60), minute: whole % 60 });
    return local.epochMilliseconds + (minute - whole) * minuteMs;
  }
}
