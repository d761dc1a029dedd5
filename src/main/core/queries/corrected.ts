import { directions, type Counts, type Direction } from '#shared/domain';
import { addCounts, unknownCounts as noDelta } from '#shared/metrics';
import { apportion, QUARTER_MS, quarterOf, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { StatedPart } from '../ingest/correction-store';
import { openWindows } from '../time/opening-hours';
import { siteOf, type QueryContext } from './context';
import { chainOf, type Stretch } from './doors';

/**
 * What corrections change. A stated figure is spread over the quarter hours of its window as the counted one lies
 * in them, so hours, days and weeks of corrected figures add up like counted ones (docs/COUNTING.md, 12).
 */

/** Corrected minus counted; `null`: not corrected. */
export type Delta = Counts;

/** What a door's corrections change in each period; periods that none of them touches are left out. */
export function doorDeltas(
  context: QueryContext,
  camera: CameraRecord,
  stretches: readonly Stretch[],
): Map<number, Delta> {
  const deltas = new Map<number, Delta>();
  const [first] = stretches;
  if (!first) return deltas;
  const range = {
    start: Math.min(...stretches.map(({ start }) => start)),
    end: Math.max(...stretches.map(({ end }) => end)),
  };
  const byQuarter = quarterDeltas(context, camera, range);
  if (byQuarter.size === 0) return deltas;
  for (const { start, end, period } of stretches) {
    for (let quarter = quarterOf(start); quarter < quarterOf(end); quarter++) {
      const delta = byQuarter.get(quarter);
      if (delta) deltas.set(period, addCounts(deltas.get(period) ?? noDelta, delta));
    }
  }
  return deltas;
}

/** The same per quarter hour, of a door with all the cameras it took over from. */
export function quarterDeltas(
  context: QueryContext,
  camera: CameraRecord,
  range: Window,
): Map<number, Delta> {
  const deltas = new Map<number, Delta>();
  for (const each of chainOf(context, camera)) {
    for (const part of context.state.corrections.holding(each.id, range)) {
      for (const [quarter, delta] of partDeltas(context, each, part)) {
        deltas.set(quarter, addCounts(deltas.get(quarter) ?? noDelta, delta));
      }
    }
  }
  return deltas;
}

/** Counted figures with what corrections change. Counted nothing and corrected by nothing stays unknown. */
export function corrected(counted: Counts, delta: Delta): Counts {
  const value = (name: Direction) => {
    const change = delta[name];
    return change === null ? counted[name] : (counted[name] ?? 0) + change;
  };
  return { in: value('in'), out: value('out'), passby: value('passby'), turnback: value('turnback') };
}

function partDeltas(context: QueryContext, camera: CameraRecord, part: StatedPart): Map<number, Delta> {
  const counted = countedIn(context, camera, part);
  const quarters: number[] = [];
  for (let quarter = quarterOf(part.start); quarter < quarterOf(part.end); quarter++) quarters.push(quarter);
  const perQuarter = quarters.map<Delta>(() => ({ ...noDelta }));
  for (const name of directions) {
    const stated = part.stated[name];
    if (stated === null) continue;
    const weights = quarters.map((quarter) => counted.get(quarter)?.[name] ?? 0);
    const isCounted = weights.some((weight) => weight > 0);
    const parts = apportion(stated, isCounted ? weights : likelyWeights(context, camera, quarters, part));
    for (const [i, delta] of perQuarter.entries()) delta[name] = (parts[i] ?? 0) - (weights[i] ?? 0);
  }
  return new Map(quarters.map((quarter, i) => [quarter, perQuarter[i] ?? noDelta]));
}

/** Where nothing was counted people are taken to have come in the opening hours, evenly. */
function likelyWeights(
  context: QueryContext,
  camera: CameraRecord,
  quarters: readonly number[],
  window: Window,
): number[] {
  const { timeZone, openingHours } = siteOf(context, camera);
  const open = new Set<number>();
  for (const { start, end } of openingHours ? openWindows(timeZone, openingHours, window) : []) {
    for (let quarter = quarterOf(start); quarter < quarterOf(end); quarter++) open.add(quarter);
  }
  return quarters.map((quarter) => (open.size === 0 || open.has(quarter) ? 1 : 0));
}

/** What one camera counted, per quarter hour, as the shop sees the directions. */
export function countedIn(
  { state }: QueryContext,
  camera: CameraRecord,
  { start, end }: Window,
): Map<number, Counts> {
  const sql = `SELECT quarter, "in", "out", passby, turnback FROM quarter
    WHERE camera_id = ? AND quarter >= ? AND quarter < ?`;
  const counted = new Map<number, Counts>();
  for (const row of state.sql.each(sql, [camera.id, quarterOf(start), Math.ceil(end / QUARTER_MS)])) {
    const [entered, left, passby, turnback] = row.slice(1) as (number | null)[];
    const [first, second] = camera.isFlipped ? [left, entered] : [entered, left];
    counted.set(Number(row[0]), {
      in: first ?? null,
      out: second ?? null,
      passby: passby ?? null,
      turnback: turnback ?? null,
    });
  }
  return counted;
}
