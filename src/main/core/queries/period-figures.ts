import type { HistoryRow, RowQuality } from '#shared/domain';
import { positionOf, type Measures } from '../counting/measures';
import { MINUTE_MS, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import { periodBorders } from '../time/calendar';
import { closedWindows, openWindows } from '../time/opening-hours';
import type { EpochMs } from '../types';
import { isOnline, siteOf, type QueryContext } from './context';
import { corrected, doorDeltas, type Delta } from './corrected';
import { chainOf, countsOf, sumDoor, type PeriodSums, type Stretch } from './doors';
import type { HistoryScope } from './scope';

/**
 * Rows worked on at a time, of all cameras together: bounds the memory of an export however long its range is, and
 * the time for which messages from cameras wait for it, about a millisecond. Each batch asks SQLite once for each
 * camera: with 50 rows of a quarter hour each, a file takes a fifth longer than with 200.
 */
const ROWS_AT_ONCE = 50;
const QUARTERS_AT_ONCE = 200;

export type PeriodFigures = Omit<HistoryRow, 'camera' | 'start' | 'end'>;

export interface HistoryPeriod extends Window {
  camera: CameraRecord;
  /** How many periods of cameras there were until this one, those without anything to say among them. */
  position: number;
  figures: PeriodFigures;
}

/** Figures of each camera and period that has data or falls into a gap, by time, then camera. */
export function* historyPeriods(context: QueryContext, scope: HistoryScope): Generator<HistoryPeriod> {
  for (const some of periodsInBatches(context, scope)) yield* some;
}

/** The same, some at a time; a batch takes a few milliseconds and may be empty. */
export function* periodsInBatches(context: QueryContext, scope: HistoryScope): Generator<HistoryPeriod[]> {
  const { cameras, hours } = scope;
  const borders = periodBorders(scope.timeZone, scope.by, scope.range);
  const rows = scope.by === 'quarter' ? QUARTERS_AT_ONCE : ROWS_AT_ONCE;
  const atOnce = Math.ceil(rows / Math.max(1, cameras.length));
  for (let from = 0; from < borders.length - 1; from += atOnce) {
    const part = borders.slice(from, from + atOnce + 1);
    const periods = part.slice(0, -1).map((start, i) => ({ start, end: part[i + 1] ?? start }));
    const readings = cameras.map((camera) => readCamera(context, camera, hours, periods));
    const found: HistoryPeriod[] = [];
    for (const [i, { start, end }] of periods.entries()) {
      for (const [c, reading] of readings.entries()) {
        const figures = figuresOf(reading, i, { start, end });
        const position = (from + i) * cameras.length + c + 1;
        if (figures) found.push({ camera: reading.camera, start, end, position, figures });
      }
    }
    yield found;
  }
}

interface CameraReading {
  camera: CameraRecord;
  /** Between a door's first message and now silence is a gap; before and after it is nothing at all. */
  lifetime: Window;
  /** Until when a minute without a sign of life is missing. */
  until: EpochMs;
  /** The parts of each period that are asked for; `null`: all of it. */
  parts: Map<number, Stretch[]> | null;
  sums: Map<number, PeriodSums>;
  deltas: Map<number, Delta>;
}

function readCamera(
  context: QueryContext,
  camera: CameraRecord,
  hours: HistoryScope['hours'],
  periods: readonly Window[],
): CameraReading {
  const stretches: Stretch[] = [];
  const parts = hours === 'all' ? null : new Map<number, Stretch[]>();
  for (const [period, window] of periods.entries()) {
    if (parts) parts.set(period, partsOf(context, camera, hours, window, period));
    stretches.push(...(parts?.get(period) ?? [{ start: window.start, end: window.end, period }]));
  }
  return {
    camera,
    lifetime: lifetimeOf(context, camera),
    until: missingUntil(context, camera),
    parts,
    sums: sumDoor(context, camera, stretches),
    deltas: doorDeltas(context, camera, stretches),
  };
}

function partsOf(
  context: QueryContext,
  camera: CameraRecord,
  hours: HistoryScope['hours'],
  window: Window,
  period: number,
): Stretch[] {
  const site = siteOf(context, camera);
  const open = site.openingHours ? openWindows(site.timeZone, site.openingHours, window) : [window];
  const chosen = hours === 'open' ? open : closedWindows(open, window);
  return chosen.map((part) => ({ ...part, period }));
}

function figuresOf(
  { lifetime, until, parts, sums: allSums, deltas }: CameraReading,
  period: number,
  window: Window,
): PeriodFigures | null {
  const sums = allSums.get(period);
  const delta = deltas.get(period);
  const counts = countsOf(sums);
  const isTold =
    counts.in !== null || counts.out !== null || counts.passby !== null || counts.turnback !== null;
  const asked = parts?.get(period) ?? [window];
  if (!isTold && !delta && !asked.some((part) => overlaps(part, lifetime))) return null;
  const coverage = coverageOf(asked, until, sums?.covered ?? 0);
  const measures = sums?.measures;
  return {
    in: counts.in,
    out: counts.out,
    passby: counts.passby,
    turnback: counts.turnback,
    inAdult: measures?.[IN_ADULT] ?? null,
    inChild: measures?.[IN_CHILD] ?? null,
    inStaff: measures?.[IN_STAFF] ?? null,
    avgStaySeconds: measures ? avgStaySeconds(measures) : null,
    coverage,
    quality: delta ? 'edited' : qualityOf(coverage, isTold),
    corrected: delta ? corrected(counts, delta) : null,
  };
}

const IN_ADULT = positionOf('inAdult');
const IN_CHILD = positionOf('inChild');
const IN_STAFF = positionOf('inStaff');
const STAY_MS = positionOf('stayMs');
const STAY_PEOPLE = positionOf('stayPeople');

/** Mean time in view, weighted by people, to a tenth of a second. */
export function avgStaySeconds(measures: Readonly<Measures>): number | null {
  const stayPeople = measures[STAY_PEOPLE] ?? null;
  const stayMs = measures[STAY_MS] ?? null;
  return stayPeople && stayMs !== null ? Math.round(stayMs / stayPeople / 100) / 10 : null;
}

function qualityOf(coverage: number, isKnown: boolean): RowQuality {
  if (!isKnown) return 'missing';
  return coverage >= 1 ? 'ok' : 'partial';
}

function overlaps(part: Window, lifetime: Window): boolean {
  return part.end > lifetime.start && part.start < lifetime.end;
}

function lifetimeOf(context: QueryContext, camera: CameraRecord): Window {
  const start = Math.min(...chainOf(context, camera).map((each) => each.firstSeen));
  return { start, end: camera.state === 'retired' ? (camera.lastSeen ?? 0) : context.now };
}

function missingUntil({ now }: QueryContext, camera: CameraRecord): EpochMs {
  // The time since an online camera's last message is not missing yet.
  const lastMinute = Math.floor((camera.lastSeen ?? 0) / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  return isOnline(camera, now) ? Math.min(now, lastMinute) : now;
}

/** Covered minutes ÷ minutes of the asked-for parts that have passed, 0–1. */
function coverageOf(parts: readonly Window[], until: EpochMs, covered: number): number {
  let minutes = 0;
  for (const { start, end } of parts) {
    minutes += Math.max(0, Math.floor((Math.min(end, until) - start) / MINUTE_MS));
  }
  if (minutes === 0) return covered > 0 ? 1 : 0;
  return Math.min(1, Math.round((covered / minutes) * 10_000) / 10_000);
}
