import type { Counts, HistoryRow, Instant, RowQuality } from '#shared/domain';
import { addCounts, unknownCounts } from '#shared/metrics';
import { shownCounts } from './corrections';

/** What all cameras of a selection counted in one period, with the owner's corrections. */
export interface PeriodSum extends Counts {
  start: Instant;
  end: Instant;
  /** Weighted by people; `null` where no camera said. */
  avgStaySeconds: number | null;
  /** 0–1: the least covered camera's. A site is only as complete as its worst door. */
  coverage: number;
  quality: RowQuality;
  /** What was counted, where that was corrected. */
  counted: Counts | null;
}

/** Rows of several cameras as one row per period, in order of time. */
export function sumByPeriod(rows: readonly HistoryRow[]): PeriodSum[] {
  const byStart = new Map<number, HistoryRow[]>();
  for (const row of rows) {
    const start = Date.parse(row.start);
    const group = byStart.get(start);
    if (group) group.push(row);
    else byStart.set(start, [row]);
  }
  return [...byStart.entries()].sort(([a], [b]) => a - b).flatMap(([, group]) => sumRows(group) ?? []);
}

/** The sum of any rows; its period reaches from the first to the last. `null` where there is no row. */
export function sumRows(rows: readonly HistoryRow[]): PeriodSum | null {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return null;
  return {
    ...rows.map(shownCounts).reduce(addCounts, unknownCounts),
    start: first.start,
    end: last.end,
    avgStaySeconds: weightedStay(rows),
    coverage: Math.min(...rows.map((row) => row.coverage)),
    quality: jointQuality(rows),
    counted: rows.some(({ corrected }) => corrected !== null) ? countedBy(rows) : null,
  };
}

function countedBy(rows: readonly HistoryRow[]): Counts {
  return rows.reduce<Counts>((sum, row) => addCounts(sum, row), unknownCounts);
}

function people(row: Counts): number {
  return (row.in ?? 0) + (row.out ?? 0) + (row.passby ?? 0) + (row.turnback ?? 0);
}

function weightedStay(rows: readonly HistoryRow[]): number | null {
  let seconds = 0;
  let weight = 0;
  for (const row of rows) {
    if (row.avgStaySeconds === null) continue;
    seconds += row.avgStaySeconds * people(row);
    weight += people(row);
  }
  return weight > 0 ? seconds / weight : null;
}

function jointQuality(rows: readonly HistoryRow[]): RowQuality {
  const qualities = new Set(rows.map((row) => row.quality));
  const [only] = qualities;
  if (qualities.size === 1 && only) return only;
  // What somebody changed by hand is said before all else.
  if (qualities.has('edited')) return 'edited';
  return qualities.has('missing') || qualities.has('partial') ? 'partial' : 'estimated';
}

/**
 * Coverage of a whole range, 0–1: per camera the mean over its periods by their length, of these
 * the least. `null` where there is no row. Time between two rows that no row tells of was not recorded.
 * @param hours where only some hours were asked for, the others between them are no holes
 */
export function rangeCoverage(
  rows: readonly HistoryRow[],
  hours: 'all' | 'open' | 'closed' = 'all',
): number | null {
  const perCamera = new Map<string, { covered: number; length: number; fromMs: number; toMs: number }>();
  for (const row of rows) {
    const [startMs, endMs] = [Date.parse(row.start), Date.parse(row.end)];
    const sum = perCamera.get(row.camera) ?? { covered: 0, length: 0, fromMs: startMs, toMs: endMs };
    perCamera.set(row.camera, {
      covered: sum.covered + row.coverage * (endMs - startMs),
      length: sum.length + (endMs - startMs),
      fromMs: Math.min(sum.fromMs, startMs),
      toMs: Math.max(sum.toMs, endMs),
    });
  }
  const ratios = [...perCamera.values()].map(({ covered, length, fromMs, toMs }) => {
    const whole = hours === 'all' ? toMs - fromMs : length;
    return whole > 0 ? covered / whole : 0;
  });
  return ratios.length > 0 ? Math.min(...ratios) : null;
}
