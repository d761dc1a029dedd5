import type { OccupancyDay } from '#shared/domain';
import {
  averageVisitSeconds,
  correctedOccupancy,
  countedOccupancy,
  type Base,
  type Flow,
  type Occupancy,
} from '../counting/occupancy';
import { MINUTE_MS, quarterOf, QUARTER_MS, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { SiteRecord } from '../ingest/site-store';
import { businessDayOf } from '../time/calendar';
import { openWindows } from '../time/opening-hours';
import { localDate, toInstant } from '../time/zone';
import type { EpochMs } from '../types';
import type { QueryContext } from './context';
import { chainOf, siteDoors, sumDoor } from './doors';

/** A business day of a site, quarter hour by quarter hour as far as there is data. */
export interface SiteDay extends Window {
  isOver: boolean;
  quarters: number[];
  flows: Flow[];
  occupancy: Occupancy;
}

/** People inside a site on the business day that holds an instant. */
export function siteDay(context: QueryContext, site: SiteRecord, at: EpochMs): SiteDay {
  const window = businessDayOf(site.timeZone, at, site.dayStartHour);
  const byQuarter = siteFlows(context, siteDoors(context, site.id), window);
  const bases = basesOf(context, site, window);
  for (const { quarter } of bases) if (!byQuarter.has(quarter)) byQuarter.set(quarter, { in: 0, out: 0 });
  const quarters = [...byQuarter.keys()].sort((a, b) => a - b);
  const flows = quarters.map((quarter) => byQuarter.get(quarter) ?? { in: 0, out: 0 });
  const placed = bases.map(({ quarter, ...base }) => ({ ...base, position: quarters.indexOf(quarter) }));
  const isOver = window.end <= context.now;
  const occupancy = isOver ? correctedOccupancy(flows, placed) : countedOccupancy(flows, placed);
  return { ...window, isOver, quarters, flows, occupancy };
}

/** In and out per quarter hour over doors; quarter hours without any row are left out. */
export function siteFlows(
  context: QueryContext,
  cameras: readonly CameraRecord[],
  window: Window,
): Map<number, Flow> {
  const flows = new Map<number, Flow>();
  const sql = 'SELECT quarter, "in", "out" FROM quarter WHERE camera_id = ? AND quarter >= ? AND quarter < ?';
  const range = [quarterOf(window.start), quarterOf(window.end)];
  for (const camera of cameras.flatMap((each) => chainOf(context, each))) {
    for (const row of context.state.sql.all(sql, [camera.id, ...range])) {
      const quarter = row[0] as number;
      const entered = (row[1] ?? 0) as number;
      const left = (row[2] ?? 0) as number;
      let flow = flows.get(quarter);
      if (!flow) flows.set(quarter, (flow = { in: 0, out: 0 }));
      flow.in += camera.isFlipped ? left : entered;
      flow.out += camera.isFlipped ? entered : left;
    }
  }
  return flows;
}

function basesOf(
  { state }: QueryContext,
  site: SiteRecord,
  window: Window,
): (Omit<Base, 'position'> & { quarter: number })[] {
  const sql =
    'SELECT at, inside, entered, "left" FROM occupancy_base WHERE site_id = ? AND at >= ? AND at < ? ORDER BY at, rowid';
  return state.sql.all(sql, [site.id, window.start, window.end]).map(([at, inside, entered, left]) => ({
    quarter: quarterOf(Number(at)),
    at: Number(at),
    inside: Number(inside),
    in: Number(entered),
    out: Number(left),
  }));
}

const LEAST_COVERAGE = 0.95;
const MOST_IMBALANCE = 0.05;
const FEWEST_VISITORS = 30;

/** `sites.occupancyDay` */
export function occupancyDay(context: QueryContext, site: SiteRecord, at: EpochMs): OccupancyDay {
  const day = siteDay(context, site, at);
  const { occupancy, quarters } = day;
  const instant = (ms: EpochMs) => toInstant(site.timeZone, ms);
  // The quarter hour that goes on has been counted until now, not until its end.
  const endOf = (position: number) =>
    instant(Math.min(((quarters[position] ?? 0) + 1) * QUARTER_MS, context.now));
  const most = Math.max(...occupancy.inside);
  const entered = day.flows.reduce((sum, flow) => sum + flow.in, 0);
  const left = day.flows.reduce((sum, flow) => sum + flow.out, 0);
  const imbalance = Math.max(entered, left) === 0 ? null : (entered - left) / Math.max(entered, left);
  const coverage = siteCoverage(context, site, day);
  const missing: OccupancyDay['averageVisitMissing'] = [];
  if (!day.isOver) missing.push('not-over');
  if (coverage < LEAST_COVERAGE) missing.push('coverage');
  if (imbalance === null || Math.abs(imbalance) > MOST_IMBALANCE) missing.push('imbalance');
  if (entered < FEWEST_VISITORS) missing.push('few-visitors');
  return {
    date: localDate(site.timeZone, day.start),
    start: instant(day.start),
    end: instant(day.end),
    isCorrected: day.isOver,
    points: occupancy.inside.map((inside, position) => ({ at: endOf(position), inside })),
    max: occupancy.inside.length === 0 ? null : { inside: most, at: endOf(occupancy.inside.indexOf(most)) },
    corrections: occupancy.corrections.map(({ position, at: saidAt, kind, before, after }) => ({
      at: saidAt === null ? endOf(position) : instant(saidAt),
      kind,
      before,
      after,
    })),
    imbalance,
    coverage,
    averageVisitSeconds: missing.length === 0 ? averageVisitSeconds(occupancy) : null,
    averageVisitMissing: missing,
  };
}

/** Coverage of the worst door, over the opening hours where there are any, as far as the day has gone. */
function siteCoverage(context: QueryContext, site: SiteRecord, day: Window): number {
  const window = {
    start: day.start,
    end: Math.min(day.end, Math.floor(context.now / MINUTE_MS) * MINUTE_MS),
  };
  const open = site.openingHours ? openWindows(site.timeZone, site.openingHours, window) : [window];
  const minutes = open.reduce((sum, each) => sum + (each.end - each.start) / MINUTE_MS, 0);
  const cameras = siteDoors(context, site.id);
  if (minutes <= 0 || cameras.length === 0) return 0;
  const stretches = open.map((each) => ({
    ...each,
    end: Math.ceil(each.end / QUARTER_MS) * QUARTER_MS,
    period: 0,
  }));
  const covered = cameras.map((camera) => sumDoor(context, camera, stretches).get(0)?.covered ?? 0);
  return Math.min(1, Math.min(...covered) / minutes);
}
