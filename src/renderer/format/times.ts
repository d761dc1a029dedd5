import type { Granularity, Instant, TimeZone } from '#shared/domain';

export interface TimeFormats {
  /** `14:05`, in the zone of the site. */
  time(instant: Instant, zone: TimeZone): string;
  /** `Tue 6 Oct`. */
  day(instant: Instant, zone: TimeZone): string;
  /** `6`: for the foot of a chart of one month. */
  dayOfMonth(instant: Instant, zone: TimeZone): string;
  /** `Tuesday, 6 October`, of a local date `YYYY-MM-DD`. */
  longDate(date: string): string;
  /** `6 – 12 October 2026`, of local dates, both inclusive; a single day with its weekday. */
  dates(from: string, to: string): string;
  /** The same where room is short: `6 – 12 Oct 2026`, `Tue, 6 Oct 2026`. */
  shortDates(from: string, to: string): string;
  /** `6 Oct, 14:05`. */
  moment(instant: Instant, zone: TimeZone): string;
  /** Name of a period for a table: `Tue 6 Oct, 14:00–15:00`, `Tue 6 Oct`, `October 2026`. */
  period(start: Instant, end: Instant, by: Granularity, zone: TimeZone): string;
  /** The hours alone, where the day is known: `14:00–15:00`. */
  hours(start: Instant, end: Instant, zone: TimeZone): string;
  /** The same for the foot of a chart, where the day is known and room is short. */
  shortPeriod(start: Instant, by: Granularity, zone: TimeZone): string;
}

type Options = Intl.DateTimeFormatOptions;
const hourMs = 3_600_000;
const dateOf = (date: string) => new Date(`${date}T00:00:00Z`);
const dayOptions: Options = { weekday: 'short', day: 'numeric', month: 'short' };

/** Dates and times as the locale writes them. Building a formatter is slow: each is built once. */
export function timeFormats(locale: string): TimeFormats {
  const isHalfDays = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;
  /** `08:05`, but `8:05 AM`. */
  const timeOptions: Options = { hour: isHalfDays ? 'numeric' : '2-digit', minute: '2-digit' };
  const built = new Map<string, Intl.DateTimeFormat>();
  function format(instant: Instant | Date, zone: TimeZone, options: Options): string {
    const key = zone + JSON.stringify(options);
    let formatter = built.get(key);
    if (!formatter) {
      formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
      built.set(key, formatter);
    }
    return formatter.format(new Date(instant));
  }

  const time = (instant: Instant, zone: TimeZone) => format(instant, zone, timeOptions);
  const day = (instant: Instant, zone: TimeZone) => format(instant, zone, dayOptions);

  /** In autumn an hour comes twice; its offset tells the two apart. */
  function offsetOfRepeated(instant: Instant, zone: TimeZone): string {
    const moment = (ms: number) =>
      format(new Date(Date.parse(instant) + ms), zone, { ...dayOptions, ...timeOptions });
    if (![-hourMs, hourMs].some((step) => moment(step) === moment(0))) return '';
    const name = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'shortOffset' })
      .formatToParts(new Date(instant))
      .find((part) => part.type === 'timeZoneName');
    return name ? ` (${name.value})` : '';
  }

  const hours = (start: Instant, end: Instant, zone: TimeZone) =>
    `${time(start, zone)}–${time(end, zone)}${offsetOfRepeated(start, zone)}`;

  function datesOf(from: string, to: string, style: 'long' | 'short'): string {
    const options: Options = { day: 'numeric', month: style, year: 'numeric' };
    if (from === to) return format(dateOf(from), 'UTC', { weekday: style, ...options });
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).formatRange(
      dateOf(from),
      dateOf(to),
    );
  }

  return {
    time,
    day,
    dayOfMonth: (instant, zone) => format(instant, zone, { day: 'numeric' }),
    longDate: (date) => format(dateOf(date), 'UTC', { weekday: 'long', day: 'numeric', month: 'long' }),
    dates: (from, to) => datesOf(from, to, 'long'),
    shortDates: (from, to) => datesOf(from, to, 'short'),
    moment: (instant, zone) => format(instant, zone, { day: 'numeric', month: 'short', ...timeOptions }),
    hours,
    period(start, end, by, zone) {
      switch (by) {
        case 'quarter':
        case 'hour':
          return `${day(start, zone)}, ${hours(start, end, zone)}`;
        case 'day':
          return day(start, zone);
        case 'week':
          return `${day(start, zone)} – ${day(new Date(Date.parse(end) - 1).toISOString(), zone)}`;
        case 'month':
          return format(start, zone, { month: 'long', year: 'numeric' });
      }
    },
    shortPeriod(start, by, zone) {
      if (by === 'hour' && isHalfDays) return format(start, zone, { hour: 'numeric' });
      if (by === 'quarter' || by === 'hour') return time(start, zone);
      if (by === 'month') return format(start, zone, { month: 'short', year: '2-digit' });
      return format(start, zone, { day: 'numeric', month: 'short' });
    },
  };
}
