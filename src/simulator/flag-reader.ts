import { Temporal } from 'temporal-polyfill';
import { defaultHours } from './fleet';
import type { Flag } from './options';
import type { EpochMs, ShopHours } from './types';

/** Reads flags one by one and notes what is wrong with them. */
export class FlagReader {
  readonly problems: string[] = [];
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  problem(sentence: string): void {
    this.problems.push(sentence);
  }

  isSet(flag: Flag): boolean {
    const value = this.#values[flag];
    if (typeof value === 'string') this.problem(`--${flag} takes no value.`);
    return value === true;
  }

  text(flag: Flag): string | undefined {
    const value = this.#values[flag];
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value !== '') return value;
    this.problem(`--${flag} needs a value.`);
    return undefined;
  }

  number(flag: Flag, preset: number, least: number, most: number): number {
    const text = this.text(flag);
    if (text === undefined) return preset;
    const value = Number(text);
    if (value >= least && value <= most) return value;
    this.problem(`--${flag} is a number from ${least} to ${most}, not “${text}”.`);
    return preset;
  }

  whole(flag: Flag, preset: number, least: number, most: number): number {
    const value = this.number(flag, preset, least, most);
    if (!Number.isInteger(value)) this.problem(`--${flag} is a whole number.`);
    return value;
  }

  oneOf<T extends string>(flag: Flag, choices: readonly T[]): T | undefined {
    const text = this.text(flag);
    const choice = choices.find((candidate) => candidate === text?.toLowerCase());
    if (text !== undefined && choice === undefined) {
      this.problem(`--${flag} is ${choices.join(' or ')}, not “${text}”.`);
    }
    return choice;
  }

  url(flag: Flag): string {
    const text = this.text(flag) ?? 'http://127.0.0.1:8080';
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol !== 'http:') {
      this.problem(`--${flag} is an address like http://127.0.0.1:8080, not “${text}”.`);
    }
    return text;
  }

  /** Milliseconds. */
  duration(flag: Flag, mostMs: number): number | undefined {
    const text = this.text(flag);
    if (text === undefined) return undefined;
    const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
    const [, amount, unit] = /^(\d+(?:\.\d+)?)([smhd])$/.exec(text) ?? [];
    const lengthMs = Number(amount) * (units[unit ?? ''] ?? NaN);
    if (lengthMs > 0 && lengthMs <= mostMs) return lengthMs;
    const most = `at most ${Math.floor(mostMs / 86_400_000)}d`;
    this.problem(`--${flag} is a length of time like 90s, 15m, 2h or 30d (${most}), not “${text}”.`);
    return undefined;
  }

  hours(flag: Flag): ShopHours {
    const text = this.text(flag);
    if (text === undefined) return defaultHours;
    const digits = /^(\d\d?):(\d\d)-(\d\d?):(\d\d)$/.exec(text)?.slice(1).map(Number) ?? [];
    const [h1 = NaN, m1 = NaN, h2 = NaN, m2 = NaN] = digits;
    const hours = { opensMinute: h1 * 60 + m1, closesMinute: h2 * 60 + m2 };
    const isOpenLong = hours.closesMinute - hours.opensMinute >= 30;
    if (isOpenLong && m1 < 60 && m2 < 60 && hours.closesMinute <= 1440) return hours;
    this.problem(
      `--${flag} is a stretch of one day, at least half an hour, like 09:00-20:00, not “${text}”.`,
    );
    return defaultHours;
  }

  timeZone(flag: Flag): string {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const text = this.text(flag);
    if (text === undefined) return own;
    try {
      return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone;
    } catch {
      // RangeError is how Intl says that it does not know a zone.
      this.problem(
        `--${flag}: “${text}” is not a time zone this computer knows. Use a name like Europe/Madrid.`,
      );
      return own;
    }
  }

  /** An instant with offset, or a local date or time in the zone. */
  instant(flag: Flag, timeZone: string): EpochMs | undefined {
    const text = this.text(flag);
    if (text === undefined) return undefined;
    const hasOffset = /(?:Z|[+-]\d\d:?\d\d)$/i.test(text) && text.includes('T');
    try {
      return hasOffset
        ? Temporal.Instant.from(text).epochMilliseconds
        : Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds;
    } catch {
      // RangeError is how Temporal says that it cannot read it.
      this.problem(`--${flag} is a time like 2026-03-27T09:00 or 2026-03-27T09:00:00+01:00, not “${text}”.`);
      return undefined;
    }
  }
}
