import type { HistoryRow, OpeningHours } from '#shared/domain';
import type { ChartSlot } from '../../charts/series';
import type { PeriodSum } from '../../figures/period-sums';
import { localDate, localHour, stretches, type Stretch } from '../../format/calendar';
import { isOpenAt, isOpenOn } from './open-days';

/** A row of the printed table and a bar of its chart. */
export interface SheetRow extends Stretch {
  /** `null`: nothing was told of it. */
  sum: PeriodSum | null;
  /** As on a chart: what lies between known stretches and was not told of is a gap. */
  state: ChartSlot['state'];
  /** A day on which the shop does not open. */
  isClosed: boolean;
  /** Visitors of the same hour or day of the partner; `null` where that is not known. */
  before: number | null;
}

export interface SheetRowsOptions {
  /** Local dates; `to` is exclusive. */
  from: string;
  to: string;
  partnerFrom: string;
  partnerTo: string;
  by: 'hour' | 'day';
  zone: string;
  nowMs: number;
  sums: readonly PeriodSum[];
  partner: readonly PeriodSum[];
  /** `null`: sums are of all hours. */
  openingHours: OpeningHours | null;
}

/** Hours of a day outside which nothing happened are left out; what is usual for a shop always shows. */
const usualHours = { open: 8, close: 20 };

/** One row for each hour or day of a range that has begun. */
export function sheetRows(options: SheetRowsOptions): SheetRow[] {
  const { from, to, by, zone, nowMs, sums, openingHours } = options;
  const byStart = new Map(sums.map((sum) => [Date.parse(sum.start), sum]));
  const before = partnerVisitors(options);
  const begun = stretches(from, to, by, zone)
    .map((stretch, place): SheetRow => {
      const sum = byStart.get(stretch.startMs) ?? null;
      return {
        ...stretch,
        sum,
        state: stateOf(sum),
        isClosed: by === 'day' && sum === null && !isOpenOn(openingHours, localDate(stretch.startMs, zone)),
        before: before(stretch.startMs, place),
      };
    })
    .filter(({ startMs }) => startMs <= nowMs);
  if (by === 'day') return withHoles(begun);
  if (!openingHours) return withoutNight(withHoles(begun), zone);
  const isOpen = ({ startMs }: Stretch) =>
    isOpenAt(openingHours, localDate(startMs, zone), localHour(startMs, zone));
  return withHoles(begun.filter((row) => row.sum !== null || isOpen(row)));
}

/** Hours are matched by what the clock shows, days by their place: neither is put off by a change of clocks. */
function partnerVisitors({ partnerFrom, partnerTo, by, zone, partner }: SheetRowsOptions) {
  const keyOf = (startMs: number, place: number) => (by === 'hour' ? localHour(startMs, zone) : place);
  const told = new Map(partner.map((sum) => [Date.parse(sum.start), sum.in]));
  const visitors = new Map<number, number>();
  stretches(partnerFrom, partnerTo, by, zone).forEach(({ startMs }, place) => {
    const entered = told.get(startMs) ?? null;
    if (entered === null) return;
    const key = keyOf(startMs, place);
    visitors.set(key, (visitors.get(key) ?? 0) + entered);
  });
  return (startMs: number, place: number) => visitors.get(keyOf(startMs, place)) ?? null;
}

function stateOf(sum: PeriodSum | null): ChartSlot['state'] {
  if (sum === null) return 'blank';
  if (sum.quality === 'missing') return 'gap';
  return sum.quality === 'partial' ? 'partial' : 'recorded';
}

function withHoles(rows: readonly SheetRow[]): SheetRow[] {
  const first = rows.findIndex(({ sum }) => sum !== null);
  const last = rows.findLastIndex(({ sum }) => sum !== null);
  return rows.map((row, index) =>
    row.sum === null && !row.isClosed && index > first && index < last ? { ...row, state: 'gap' } : row,
  );
}

function withoutNight(rows: readonly SheetRow[], zone: string): SheetRow[] {
  const isBusy = ({ sum, before }: SheetRow) =>
    [sum?.in, sum?.out, sum?.passby, sum?.turnback, before].some((n) => (n ?? 0) > 0);
  const isShown = (row: SheetRow) => {
    const hour = localHour(row.startMs, zone);
    return isBusy(row) || (hour >= usualHours.open && hour < usualHours.close);
  };
  return rows.slice(Math.max(0, rows.findIndex(isShown)), rows.findLastIndex(isShown) + 1);
}

export function slotsOf(rows: readonly SheetRow[]): ChartSlot[] {
  return rows.map(({ startMs, sum, state, before }) => ({
    startMs,
    in: sum?.in ?? null,
    out: sum?.out ?? null,
    state,
    before,
  }));
}

/**
 * Coverage of all that the sheet shows, 0–1. What nothing was told of was not recorded at any door, which the
 * rows that there are cannot say.
 *
 * @param told coverage of the periods that have rows
 */
export function sheetCoverage(rows: readonly SheetRow[], told: number | null): number | null {
  if (told === null) return null;
  const length = (some: readonly SheetRow[]) =>
    some.reduce((sum, { startMs, endMs }) => sum + endMs - startMs, 0);
  const known = length(rows.filter(({ sum }) => sum !== null));
  const missing = length(rows.filter(({ sum, state }) => sum === null && state === 'gap'));
  return known + missing > 0 ? (told * known) / (known + missing) : told;
}

export interface Gap extends Stretch {
  /** 0–1 */
  coverage: number;
}

/** Stretches that were not recorded from beginning to end; neighbours that are equally covered are one. */
export function gapsOf(rows: readonly SheetRow[]): Gap[] {
  const gaps: Gap[] = [];
  for (const { startMs, endMs, sum, state } of rows) {
    const coverage = sum?.coverage ?? (state === 'gap' ? 0 : 1);
    if (coverage >= 1) continue;
    const last = gaps.at(-1);
    if (last?.endMs === startMs && last.coverage === coverage) last.endMs = endMs;
    else gaps.push({ startMs, endMs, coverage });
  }
  return gaps;
}

/** Adults, children and staff, as far as the cameras tell them apart. */
export function split(rows: readonly HistoryRow[]): Record<'inAdult' | 'inChild' | 'inStaff', number | null> {
  const sum = (name: 'inAdult' | 'inChild' | 'inStaff') =>
    rows.reduce<number | null>((all, row) => (row[name] === null ? all : (all ?? 0) + row[name]), null);
  return { inAdult: sum('inAdult'), inChild: sum('inChild'), inStaff: sum('inStaff') };
}
