import { Temporal } from 'temporal-polyfill';
import type { HistoryParams, ParsedParams } from '#shared/contract';
import type { Spread, UsualDay } from '#shared/domain';
import { QUARTER_MS, type Window } from '../counting/spread';
import type { SiteRecord } from '../ingest/site-store';
import { startOfDay } from '../time/calendar';
import { openWindows } from '../time/opening-hours';
import { localDate, offsetMs } from '../time/zone';
import { chosenQuarters } from './chosen-quarters';
import type { QueryContext } from './context';
import { siteQuarters, type SiteQuarter } from './site-quarters';

const MOST_DAYS = 8;
const FEWEST_DAYS = 3;
const LEAST_RECORDED = 0.9;
const HOUR_MS = 3_600_000;
const QUARTERS_PER_DAY = 96;

/** `insights.usualDay`: the last eight of the same weekday that were recorded to at least nine tenths. */
export function usualDay(
  context: QueryContext,
  site: SiteRecord,
  { date, hours: choice }: Omit<ParsedParams<'insights.usualDay'>, 'site'>,
): UsualDay {
  const days = earlierWeekdays(date)
    .map((day) => visitorsByQuarter(context, site, day, choice))
    .filter((day) => day !== null);
  if (days.length < FEWEST_DAYS) return { date, days: days.length, hours: [], soFar: null };
  const upTo = (day: readonly number[], quarter: number) => sum(day.slice(0, quarter));
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    visitors: spreadOf(days.map((day) => sum(day.slice(hour * 4, hour * 4 + 4)))),
    soFar: spreadOf(days.map((day) => upTo(day, hour * 4 + 4))),
  }));
  const isToday = localDate(site.timeZone, context.now) === date;
  const sinceMidnight = context.now + offsetMs(site.timeZone, context.now) - Date.parse(date);
  const soFar = isToday
    ? spreadOf(days.map((day) => upTo(day, Math.floor(sinceMidnight / QUARTER_MS))))
    : null;
  return { date, days: days.length, hours, soFar };
}

function earlierWeekdays(date: string): string[] {
  const day = Temporal.PlainDate.from(date);
  return Array.from({ length: MOST_DAYS }, (_, i) => day.subtract({ weeks: i + 1 }).toString());
}

/** Visitors of each local quarter hour; `null` if too much of the day is missing. */
function visitorsByQuarter(
  context: QueryContext,
  site: SiteRecord,
  date: string,
  choice: HistoryParams['hours'],
): number[] | null {
  const next = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  const window = { start: startOfDay(site.timeZone, date), end: startOfDay(site.timeZone, next) };
  const quarters = siteQuarters(context, site.id, window, true);
  if (!isWellRecorded(site, window, quarters)) return null;
  const visitors = new Array<number>(QUARTERS_PER_DAY).fill(0);
  const isChosen = chosenQuarters(site, choice, window);
  for (const [quarter, { counts }] of quarters) {
    if (!isChosen(quarter)) continue;
    const at = quarter * QUARTER_MS;
    const position = Math.floor(((at + offsetMs(site.timeZone, at)) % (24 * HOUR_MS)) / QUARTER_MS);
    visitors[position] = (visitors[position] ?? 0) + counts[0];
  }
  return visitors;
}

function isWellRecorded(
  site: SiteRecord,
  window: Window,
  quarters: ReadonlyMap<number, SiteQuarter>,
): boolean {
  const open = site.openingHours ? openWindows(site.timeZone, site.openingHours, window) : [window];
  let all = 0;
  let recorded = 0;
  for (const { start, end } of open) {
    for (let at = start; at < end; at += QUARTER_MS) {
      all++;
      if (quarters.get(Math.floor(at / QUARTER_MS))?.isRecorded) recorded++;
    }
  }
  return all > 0 && recorded / all >= LEAST_RECORDED;
}

/** Median and the 10th and 90th percentile, interpolated between neighbours. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const position = share * (sorted.length - 1);
    const below = sorted[Math.floor(position)] ?? 0;
    const above = sorted[Math.ceil(position)] ?? below;
    return below + (above - below) * (position - Math.floor(position));
  };
  return { low: at(0.1), median: at(0.5), high: at(0.9) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
