import type { HistoryParams } from '#shared/contract';
import type { Granularity, History, HistoryRow, RowQuality } from '#shared/domain';
import { positionOf, type MeasureName } from '../counting/measures';
import { MINUTE_MS, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import { periodBorders, resolveInstant } from '../time/calendar';
import { closedWindows, openWindows } from '../time/opening-hours';
import { toInstant } from '../time/zone';
import { isOnline, siteOf, type QueryContext } from './context';
import { corrected, doorDeltas, type Delta } from './corrected';
import { chainOf, countsOf, doors, sumDoor, type PeriodSums, type Stretch } from './doors';

/**
 * Rows worked on at a time, of all cameras together: bounds the memory of an export however long its range is,
 * and the time for which messages from cameras wait for it.
 */
const ROWS_AT_ONCE = 500;

/** 31 days, and the hour by which a month with a change of clocks is longer. */
const LONGEST_BY_HOUR_MS = (31 * 24 + 1) * 3_600_000;

export interface HistoryPeriod extends Window {
  camera: CameraRecord;
  row: HistoryRow;
}

export interface HistoryScope {
  timeZone: string;
  by: Granularity;
  range: Window;
  hours: HistoryParams['hours'];
  cameras: CameraRecord[];
}

/** Which cameras a question is about, and its range as instants in their zone. */
export function scopeOf(context: QueryContext, params: HistoryParams): HistoryScope {
  const { state } = context;
  const wanted = params.cameras && new Set(params.cameras);
  // A camera that was replaced is part of its successor, and speaks for itself only when it is named.
  const candidates = wanted ? state.cameras.all().filter((camera) => wanted.has(camera.sn)) : doors(context);
  const cameras = candidates.filter((camera) => !params.site || camera.siteId === params.site);
  const siteId = params.site ?? cameras[0]?.siteId;
  const site = (siteId === undefined ? undefined : state.sites.find(siteId)) ?? state.sites.first();
  const start = resolveInstant(site.timeZone, params.from);
  const end = resolveInstant(site.timeZone, params.to);
  const by = params.by ?? (end - start <= LONGEST_BY_HOUR_MS ? 'hour' : 'day');
  return { timeZone: site.timeZone, by, range: { start, end }, hours: params.hours, cameras };
}

/** `history.query`: one row per camera and period that has data or falls into a gap, by time, then camera. */
export function queryHistory(context: QueryContext, params: HistoryParams): History {
  const scope = scopeOf(context, params);
  const rows: HistoryRow[] = [];
  for (const { row } of historyPeriods(context, scope)) rows.push(row);
  return { timeZone: scope.timeZone, by: scope.by, rows };
}

/** The same, one at a time. */
export function* historyPeriods(context: QueryContext, scope: HistoryScope): Generator<HistoryPeriod> {
  const borders = periodBorders(scope.timeZone, scope.by, scope.range);
  const atOnce = Math.ceil(ROWS_AT_ONCE / Math.max(1, scope.cameras.length));
  for (let from = 0; from < borders.length - 1; from += atOnce) {
    const part = borders.slice(from, from + atOnce + 1);
    const periods = part.slice(0, -1).map((start, i) => ({ start, end: part[i + 1] ?? start }));
    const perCamera = scope.cameras.map((camera) => readCamera(context, camera, scope.hours, periods));
    for (const [i, window] of periods.entries()) {
      for (const [c, camera] of scope.cameras.entries()) {
        const read = perCamera[c];
        const row =
          read &&
          toRow(context, scope.timeZone, camera, window, {
            parts: read.stretches.get(i) ?? [],
            sums: read.sums.get(i),
            delta: read.deltas.get(i),
          });
        if (row) yield { camera, ...window, row };
      }
    }
  }
}

interface CameraReading {
  /** The parts of each period that are asked for. */
  stretches: Map<number, Stretch[]>;
  sums: Map<number, PeriodSums>;
  deltas: Map<number, Delta>;
}

function readCamera(
  context: QueryContext,
  camera: CameraRecord,
  hours: HistoryScope['hours'],
  periods: readonly Window[],
): CameraReading {
  const stretches = periods.flatMap((window, period) =>
    partsOf(context, camera, hours, window).map((part) => ({ ...part, period })),
  );
  const byPeriod = new Map<number, Stretch[]>();
  for (const stretch of stretches) {
    const known = byPeriod.get(stretch.period);
    if (known) known.push(stretch);
    else byPeriod.set(stretch.period, [stretch]);
  }
  return {
    stretches: byPeriod,
    sums: sumDoor(context, camera, stretches),
    deltas: doorDeltas(context, camera, stretches),
  };
}

function partsOf(
  context: QueryContext,
  camera: CameraRecord,
  hours: HistoryScope['hours'],
  window: Window,
): Window[] {
  if (hours === 'all') return [window];
  const site = siteOf(context, camera);
  const open = site.openingHours ? openWindows(site.timeZone, site.openingHours, window) : [window];
  return hours === 'open' ? open : closedWindows(open, window);
}

interface PeriodReading {
  parts: readonly Window[];
  sums: PeriodSums | undefined;
  delta: Delta | undefined;
}

function toRow(
  context: QueryContext,
  timeZone: string,
  camera: CameraRecord,
  window: Window,
  { parts, sums, delta }: PeriodReading,
): HistoryRow | null {
  const covered = sums?.covered ?? 0;
  const counts = countsOf(sums);
  const isTold = Object.values(counts).some((value) => value !== null);
  if (!isTold && !delta && !parts.some((part) => isInLifetime(context, camera, part))) return null;
  const value = (name: MeasureName) => sums?.measures[positionOf(name)] ?? null;
  const coverage = coverageOf(context, camera, parts, covered);
  const stayPeople = value('stayPeople');
  const stayMs = value('stayMs');
  return {
    camera: camera.sn,
    start: toInstant(timeZone, window.start),
    end: toInstant(timeZone, window.end),
    ...counts,
    inAdult: value('inAdult'),
    inChild: value('inChild'),
    inStaff: value('inStaff'),
    avgStaySeconds: stayPeople && stayMs !== null ? Math.round(stayMs / stayPeople / 100) / 10 : null,
    coverage,
    quality: delta ? 'edited' : qualityOf(coverage, isTold),
    corrected: delta ? corrected(counts, delta) : null,
  };
}

function qualityOf(coverage: number, isKnown: boolean): RowQuality {
  if (!isKnown) return 'missing';
  return coverage >= 1 ? 'ok' : 'partial';
}

/** Between a door's first message and now silence is a gap; before and after it is nothing at all. */
function isInLifetime(context: QueryContext, camera: CameraRecord, { start, end }: Window): boolean {
  const first = Math.min(...chainOf(context, camera).map((each) => each.firstSeen));
  const last = camera.state === 'retired' ? (camera.lastSeen ?? 0) : context.now;
  return end > first && start < last;
}

/** Covered minutes ÷ minutes of the asked-for parts that have passed, 0–1. */
function coverageOf(
  { now }: QueryContext,
  camera: CameraRecord,
  parts: readonly Window[],
  covered: number,
): number {
  // The time since an online camera's last message is not missing yet.
  const lastMinute = Math.floor((camera.lastSeen ?? 0) / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  const until = isOnline(camera, now) ? Math.min(now, lastMinute) : now;
  const minutes = parts.reduce(
    (sum, { start, end }) => sum + Math.max(0, Math.floor((Math.min(end, until) - start) / MINUTE_MS)),
    0,
  );
  if (minutes === 0) return covered > 0 ? 1 : 0;
  return Math.min(1, Math.round((covered / minutes) * 10_000) / 10_000);
}
