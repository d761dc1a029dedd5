import type { ParsedParams } from '#shared/contract';
import type { Comparison, Counts } from '#shared/domain';
import { QUARTER_MS, quarterOf, type Window } from '../counting/spread';
import type { SiteRecord } from '../ingest/site-store';
import { resolveInstant } from '../time/calendar';
import { offsetMs, toInstant } from '../time/zone';
import type { EpochMs } from '../types';
import { chosenQuarters } from './chosen-quarters';
import type { QueryContext } from './context';
import { siteQuarters, type SiteQuarter } from './site-quarters';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const fixedShiftDays = { week: 7, year: 364 } as const;

/** `insights.compare` */
export function compare(
  context: QueryContext,
  site: SiteRecord,
  params: Omit<ParsedParams<'insights.compare'>, 'site'>,
): Comparison {
  const zone = site.timeZone;
  const start = Math.floor(resolveInstant(zone, params.from) / QUARTER_MS) * QUARTER_MS;
  const shiftMs = shiftDays(params.with, resolveInstant(zone, params.to) - start) * DAY_MS;
  // A day that goes on is held against the same minutes of its partner, never against all of it.
  const end = Math.max(start, quarterOf(Math.min(resolveInstant(zone, params.to), context.now)) * QUARTER_MS);
  const window = { start, end };
  const partner = { start: earlier(zone, start, shiftMs), end: earlier(zone, end, shiftMs) };
  const now = siteQuarters(context, site.id, window, params.corrections);
  const before = siteQuarters(context, site.id, widened(partner), params.corrections);
  const sums = { now: emptySum(), before: emptySum() };
  const isChosenNow = chosenQuarters(site, params.hours, window);
  const isChosenBefore = chosenQuarters(site, params.hours, widened(partner));
  let compared = 0;
  let leftOut = 0;
  let isEdited = false;
  for (let at = start; at < end; at += QUARTER_MS) {
    const here = quarterOf(at);
    const there = quarterOf(earlier(zone, at, shiftMs));
    if (!isChosenNow(here) && !isChosenBefore(there)) continue;
    const one = now.get(here);
    const other = before.get(there);
    if (one?.isRecorded && other?.isRecorded) {
      compared++;
      isEdited ||= one.isEdited || other.isEdited;
      // A holiday that is held against a working day had no visitors in its opening hours.
      if (isChosenNow(here)) addQuarter(sums.now, one);
      if (isChosenBefore(there)) addQuarter(sums.before, other);
    } else if (one || other) leftOut++;
  }
  return {
    from: toInstant(zone, start),
    to: toInstant(zone, end),
    partnerFrom: toInstant(zone, partner.start),
    partnerTo: toInstant(zone, partner.end),
    now: toCounts(sums.now, compared),
    before: toCounts(sums.before, compared),
    comparedHours: compared / 4,
    leftOutHours: leftOut / 4,
    isEdited,
  };
}

/** An hour of tolerance: on the days on which clocks change a range is that much longer. */
function shiftDays(partner: keyof typeof fixedShiftDays | 'before', lengthMs: number): number {
  if (partner !== 'before') return fixedShiftDays[partner];
  return 7 * Math.max(1, Math.ceil((lengthMs - HOUR_MS) / (7 * DAY_MS)));
}

/** The same local time so many days before, whatever the clocks did in between. */
export function earlier(timeZone: string, at: EpochMs, shiftMs: number): EpochMs {
  const local = at + offsetMs(timeZone, at) - shiftMs;
  return local - offsetMs(timeZone, local - offsetMs(timeZone, at));
}

function widened({ start, end }: Window): Window {
  return { start: start - QUARTER_MS * 8, end: end + QUARTER_MS * 8 };
}

type Sum = [number, number, number, number];
const emptySum = (): Sum => [0, 0, 0, 0];

function addQuarter(sum: Sum, { counts }: SiteQuarter): void {
  for (const i of [0, 1, 2, 3] as const) sum[i] += counts[i];
}

function toCounts([entered, left, passby, turnback]: Sum, compared: number): Counts {
  if (compared === 0) return { in: null, out: null, passby: null, turnback: null };
  return { in: entered, out: left, passby, turnback };
}
