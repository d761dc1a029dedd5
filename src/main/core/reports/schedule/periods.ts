import { Temporal } from 'temporal-polyfill';
import { reportPeriods, type ReportFormat, type ReportPeriod } from '#shared/domain';
import type { StoredSchedule } from '../../ingest/schedule-store';
import type { SiteRecord } from '../../ingest/site-store';
import { localDate } from '../../time/zone';
import type { EpochMs } from '../../types';

/** A file that should be there. */
export interface DueFile {
  site: string;
  period: ReportPeriod;
  format: ReportFormat;
  /** Local dates, both included. */
  from: string;
  to: string;
}

type Site = Pick<SiteRecord, 'id' | 'timeZone' | 'dayStartHour'>;

/** So far back files are made up for: whoever was away for longer asks for a range. */
const FURTHEST_BACK_DAYS = 366;

const lengths = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } } as const;

/**
 * Files whose period is complete and that are wanted since before it was, oldest period first. A period is
 * complete when the business day of its last date has ended and late counts have had their time.
 * @param withNewest also the newest complete period of each kind, however long it has been wanted
 */
export function completeFiles(
  { schedule, since }: StoredSchedule,
  sites: readonly Site[],
  now: EpochMs,
  withNewest = false,
): DueFile[] {
  const due: (DueFile & { at: EpochMs })[] = [];
  for (const site of sites) {
    for (const [period, format] of entriesOf({ schedule, since })) {
      const wantedSince = since[`${period} ${format}`] ?? now;
      const wanted = completePeriods(site, period, wantedSince, now, schedule.graceMinutes);
      const newest = withNewest ? [newestComplete(site, period, now, schedule.graceMinutes)] : [];
      const periods = wanted.length > 0 ? wanted : newest;
      due.push(...periods.map((each) => ({ site: site.id, period, format, ...each })));
    }
  }
  return due.sort((a, b) => a.at - b.at).map(({ at: _, ...file }) => file);
}

/** When the next period is complete; `null` if nothing is wanted. */
export function nextComplete(stored: StoredSchedule, sites: readonly Site[], now: EpochMs): EpochMs | null {
  const times = sites.flatMap((site) =>
    entriesOf(stored).map(([period, format]) => {
      const firstOf = (at: EpochMs) =>
        firstDateOf(period, Temporal.PlainDate.from(localDate(site.timeZone, at)));
      const wanted = firstOf(Math.min(stored.since[`${period} ${format}`] ?? now, now));
      // A day that begins at noon and is waited for until the next noon is complete two dates later.
      let first = firstOf(now).subtract(lengths[period]).subtract(lengths[period]);
      if (Temporal.PlainDate.compare(first, wanted) < 0) first = wanted;
      for (;;) {
        const at = completeAt(site, period, first, stored.schedule.graceMinutes);
        if (at > now) return at;
        first = first.add(lengths[period]);
      }
    }),
  );
  return times.length === 0 ? null : Math.min(...times);
}

function entriesOf({ schedule }: StoredSchedule): [ReportPeriod, ReportFormat][] {
  return reportPeriods.flatMap((period) =>
    schedule.formats[period].map((format): [ReportPeriod, ReportFormat] => [period, format]),
  );
}

interface Complete {
  from: string;
  to: string;
  at: EpochMs;
}

/** Periods that ended after an instant and are complete now. */
function completePeriods(
  site: Site,
  period: ReportPeriod,
  since: EpochMs,
  now: EpochMs,
  graceMinutes: number,
): Complete[] {
  const today = Temporal.PlainDate.from(localDate(site.timeZone, now));
  const furthest = today.subtract({ days: FURTHEST_BACK_DAYS });
  const wanted = Temporal.PlainDate.from(localDate(site.timeZone, Math.min(since, now)));
  const start = Temporal.PlainDate.compare(wanted, furthest) < 0 ? furthest : wanted;
  const found: Complete[] = [];
  for (let first = firstDateOf(period, start); ; first = first.add(lengths[period])) {
    const at = completeAt(site, period, first, graceMinutes);
    if (at > now) return found;
    found.push({ from: first.toString(), to: lastDateOf(period, first).toString(), at });
  }
}

function newestComplete(site: Site, period: ReportPeriod, now: EpochMs, graceMinutes: number): Complete {
  let first = firstDateOf(period, Temporal.PlainDate.from(localDate(site.timeZone, now)));
  for (;;) {
    first = first.subtract(lengths[period]);
    const at = completeAt(site, period, first, graceMinutes);
    if (at <= now) return { from: first.toString(), to: lastDateOf(period, first).toString(), at };
  }
}

function completeAt(
  { timeZone, dayStartHour }: Site,
  period: ReportPeriod,
  first: Temporal.PlainDate,
  graceMinutes: number,
): EpochMs {
  const plainTime = new Temporal.PlainTime(dayStartHour);
  const end = first.add(lengths[period]).toZonedDateTime({ timeZone, plainTime });
  return end.epochMilliseconds + graceMinutes * 60_000;
}

function firstDateOf(period: ReportPeriod, date: Temporal.PlainDate): Temporal.PlainDate {
  if (period === 'week') return date.subtract({ days: date.dayOfWeek - 1 });
  return period === 'month' ? date.with({ day: 1 }) : date;
}

function lastDateOf(period: ReportPeriod, first: Temporal.PlainDate): Temporal.PlainDate {
  return first.add(lengths[period]).subtract({ days: 1 });
}
