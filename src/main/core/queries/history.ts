import type { HistoryParams } from '#shared/contract';
import type { Granularity, History, HistoryRow, RowQuality } from '#shared/domain';
import { directionCount, positionOf } from '../counting/measures';
import { MINUTE_MS, quarterOf, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import { measureColumns } from '../storage/schema';
import { periodBorders, resolveInstant } from '../time/calendar';
import { toInstant } from '../time/zone';
import { isOnline, type QueryContext } from './context';

/** Periods worked on at a time: bounds the memory of an export however long its range is. */
const PERIODS_AT_ONCE = 2000;

const sums = measureColumns.map((column) => `sum(${column})`).join(', ');
// The borders come in as a list; each pair of neighbours is one stretch of the primary key.
const sumPeriods = `
  WITH border (i, first, next) AS (
    SELECT key, value, lead(value) OVER (ORDER BY key) FROM json_each(?)
  )
  SELECT i, sum(covered), ${sums}
  FROM border JOIN quarter ON camera_id = ? AND quarter >= first AND quarter < next
  WHERE next IS NOT NULL
  GROUP BY i`;

export interface HistoryPeriod extends Window {
  camera: CameraRecord;
  row: HistoryRow;
}

export interface HistoryScope {
  timeZone: string;
  by: Granularity;
  range: Window;
  cameras: CameraRecord[];
}

/** Which cameras a question is about, and its range as instants in their zone. */
export function scopeOf({ state }: QueryContext, params: HistoryParams): HistoryScope {
  const wanted = params.cameras && new Set(params.cameras);
  const cameras = state.cameras
    .all()
    .filter(
      (camera) => (!wanted || wanted.has(camera.sn)) && (!params.site || camera.siteId === params.site),
    );
  const siteId = params.site ?? cameras[0]?.siteId;
  const site = (siteId === undefined ? undefined : state.sites.find(siteId)) ?? state.sites.first();
  const start = resolveInstant(site.timeZone, params.from);
  const end = resolveInstant(site.timeZone, params.to);
  return { timeZone: site.timeZone, by: params.by, range: { start, end }, cameras };
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
  for (let from = 0; from < borders.length - 1; from += PERIODS_AT_ONCE) {
    const part = borders.slice(from, from + PERIODS_AT_ONCE + 1);
    const perCamera = scope.cameras.map((camera) => sumPart(context, camera, part));
    for (let i = 0; i < part.length - 1; i++) {
      const window = { start: part[i] ?? 0, end: part[i + 1] ?? 0 };
      for (const [c, camera] of scope.cameras.entries()) {
        const row = toRow(context, scope.timeZone, camera, window, perCamera[c]?.get(i));
        if (row) yield { camera, ...window, row };
      }
    }
  }
}

interface Sums {
  covered: number;
  measures: (number | null)[];
}

function sumPart(
  { state }: QueryContext,
  camera: CameraRecord,
  borders: readonly number[],
): Map<number, Sums> {
  const quarters = JSON.stringify(borders.map(quarterOf));
  const found = new Map<number, Sums>();
  for (const [i, covered, ...measures] of state.sql.each(sumPeriods, [quarters, camera.id])) {
    const values = measures.map((value) => (typeof value === 'number' ? value : null));
    found.set(Number(i), { covered: Number(covered), measures: values });
  }
  return found;
}

function toRow(
  context: QueryContext,
  timeZone: string,
  camera: CameraRecord,
  window: Window,
  sums: Sums | undefined,
): HistoryRow | null {
  const covered = sums?.covered ?? 0;
  const measures = sums?.measures ?? [];
  const directions = measures.slice(0, directionCount);
  const isTold = directions.some((value) => value !== null);
  if (!isTold && covered === 0 && !isInLifetime(context, camera, window)) return null;
  // Seen alive and nothing reported means that nobody came; a direction never reported stays unknown.
  const silent = !isTold && covered > 0 ? 0 : null;
  const value = (name: Parameters<typeof positionOf>[0]) => measures[positionOf(name)] ?? null;
  const coverage = coverageOf(context, camera, window, covered);
  const stayPeople = value('stayPeople');
  const stayMs = value('stayMs');
  return {
    camera: camera.sn,
    start: toInstant(timeZone, window.start),
    end: toInstant(timeZone, window.end),
    in: value('in') ?? silent,
    out: value('out') ?? silent,
    passby: value('passby') ?? silent,
    turnback: value('turnback') ?? silent,
    inAdult: value('inAdult'),
    inChild: value('inChild'),
    inStaff: value('inStaff'),
    avgStaySeconds: stayPeople && stayMs !== null ? Math.round(stayMs / stayPeople / 100) / 10 : null,
    coverage,
    quality: qualityOf(coverage, isTold || covered > 0),
  };
}

function qualityOf(coverage: number, isKnown: boolean): RowQuality {
  if (!isKnown) return 'missing';
  return coverage >= 1 ? 'ok' : 'partial';
}

/** Between a camera's first message and now silence is a gap; before and after it is nothing at all. */
function isInLifetime({ now }: QueryContext, camera: CameraRecord, { start, end }: Window): boolean {
  const last = camera.state === 'retired' ? (camera.lastSeen ?? 0) : now;
  return end > camera.firstSeen && start < last;
}

/** Covered minutes ÷ minutes of the period that have passed, 0–1. */
function coverageOf(
  { now }: QueryContext,
  camera: CameraRecord,
  { start, end }: Window,
  covered: number,
): number {
  // The time since an online camera's last message is not missing yet.
  const lastMinute = Math.floor((camera.lastSeen ?? 0) / MINUTE_MS) * MINUTE_MS + MINUTE_MS;
  const until = Math.min(end, isOnline(camera, now) ? Math.min(now, lastMinute) : now);
  const minutes = Math.floor((until - start) / MINUTE_MS);
  if (minutes <= 0) return covered > 0 ? 1 : 0;
  return Math.min(1, Math.round((covered / minutes) * 10_000) / 10_000);
}
