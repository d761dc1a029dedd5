import { Temporal } from 'temporal-polyfill';
import type { ParsedParams } from '#shared/contract';
import type { TillDay, TillPeriod, TillRate, TillReport } from '#shared/domain';
import { conversion, valuePerVisitor } from '#shared/metrics';
import type { SiteRecord } from '../ingest/site-store';
import { toInstant } from '../time/zone';
import type { QueryContext } from './context';
import { visitorDays, type VisitorDay } from './visitor-days';

interface Day extends VisitorDay {
  till: TillDay | undefined;
}

type Params = Omit<ParsedParams<'reports.till'>, 'site'>;

/** `reports.till`: what was sold held against who came, by business days. */
export function tillReport(context: QueryContext, site: SiteRecord, params: Params): TillReport {
  const noted = new Map(
    context.state.till.between(site.id, params.from, params.to).map((day) => [day.date, day]),
  );
  const days = visitorDays(context, site, params).map((day) => ({ ...day, till: noted.get(day.date) }));
  const groups = new Map<string, Day[]>();
  for (const day of days) {
    const key = firstDateOf(params.by, day.date);
    const group = groups.get(key);
    if (group) group.push(day);
    else groups.set(key, [day]);
  }
  return {
    site: site.id,
    timeZone: site.timeZone,
    rows: [...groups.values()].map((group) => periodOf(site, group)).filter((row) => row !== null),
    total: periodOf(site, days),
  };
}

function firstDateOf(by: Params['by'], date: string): string {
  const day = Temporal.PlainDate.from(date);
  if (by === 'week') return day.subtract({ days: day.dayOfWeek - 1 }).toString();
  return by === 'month' ? day.with({ day: 1 }).toString() : date;
}

function periodOf({ timeZone }: SiteRecord, days: readonly Day[]): TillPeriod | null {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last) return null;
  const currencies = new Set(
    days.map(({ till }) => currencyOf(till)).filter((currency) => currency !== null),
  );
  const currency = currencies.size === 1 ? ([...currencies][0] ?? null) : null;
  return {
    start: toInstant(timeZone, first.start),
    end: toInstant(timeZone, last.end),
    days: days.length,
    notedDays: days.filter(({ till }) => till !== undefined).length,
    visitors: sum(days.map(({ visitors }) => visitors)),
    transactions: sum(days.map(({ till }) => till?.transactions)),
    // Money of several currencies has no sum.
    takings: currency === null ? null : sum(days.map(({ till }) => till?.takings)),
    currency,
    conversion: rateOf(days, (till) => till.transactions, conversion),
    valuePerVisitor: currency === null ? null : rateOf(days, (till) => till.takings, valuePerVisitor),
    coverage: coverageOf(days),
    isEdited: days.some((day) => day.isEdited),
  };
}

function currencyOf(till: TillDay | undefined): string | null {
  return till === undefined || till.takings === null ? null : till.currency;
}

/** Only days that both sides know are counted, on both sides. */
function rateOf(
  days: readonly Day[],
  figureOf: (till: TillDay) => number | null,
  formula: (numerator: number, denominator: number) => number | null,
): TillRate | null {
  const both = days.flatMap(({ till, visitors }) => {
    const figure = till ? figureOf(till) : null;
    return figure === null || visitors === null ? [] : [{ figure, visitors }];
  });
  const numerator = both.reduce((total, { figure }) => total + figure, 0);
  const denominator = both.reduce((total, { visitors }) => total + visitors, 0);
  const rate = formula(numerator, denominator);
  return rate === null ? null : { numerator, denominator, rate, days: both.length };
}

/** Of the worst door over all of the days. */
function coverageOf(days: readonly Day[]): number {
  const doors = new Map<string, { covered: number; minutes: number }>();
  for (const { door, covered, minutes } of days.flatMap((day) => day.doors)) {
    const known = doors.get(door) ?? { covered: 0, minutes: 0 };
    doors.set(door, { covered: known.covered + covered, minutes: known.minutes + minutes });
  }
  const ratios = [...doors.values()].flatMap(({ covered, minutes }) =>
    minutes > 0 ? covered / minutes : [],
  );
  return ratios.length === 0 ? 0 : Math.min(1, Math.round(Math.min(...ratios) * 10_000) / 10_000);
}

/** The known ones; nothing known is unknown. */
function sum(values: readonly (number | null | undefined)[]): number | null {
  const known = values.filter((value) => value !== null && value !== undefined);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
}
