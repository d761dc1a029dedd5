import type { CameraSummary, Counts, SiteSummary } from '#shared/domain';
import { addCounts, unknownCounts } from '#shared/metrics';
import { quarterOf } from '../counting/spread';
import { countedOccupancy, type Flow } from '../counting/occupancy';
import type { CameraRecord } from '../ingest/camera-record';
import type { SiteRecord } from '../ingest/site-store';
import { businessDayOf, dayOf } from '../time/calendar';
import { toInstant } from '../time/zone';
import { countingCameras, isOnline, siteOf, type QueryContext } from './context';

const sumOfDay = `SELECT sum("in"), sum("out"), sum("passby"), sum("turnback"), sum(covered)
  FROM quarter WHERE camera_id = ? AND quarter >= ? AND quarter < ?`;

/** One camera as `cameras.list` shows it. */
export function cameraSummary(context: QueryContext, camera: CameraRecord): CameraSummary {
  const zone = siteOf(context, camera).timeZone;
  const instant = (at: number | null | undefined) =>
    at === null || at === undefined ? null : toInstant(zone, at);
  const { stay } = camera;
  return {
    sn: camera.sn,
    name: camera.name,
    site: camera.siteId,
    state: camera.state,
    status: isOnline(camera, context.now) ? 'online' : 'offline',
    lastSeen: instant(camera.lastSeen),
    clockSkewSeconds: camera.skewMs === null ? null : Math.round(camera.skewMs / 1000),
    today: countsToday(context, camera, zone),
    stay: {
      current: stay?.current ?? null,
      asOf: instant(stay?.asOf),
      people: (stay?.people ?? []).map(({ id, heightCm, stayMs }) => ({
        id,
        heightCm,
        staySeconds: stayMs === null ? null : Math.round(stayMs / 1000),
      })),
    },
    uploadInterval: camera.uploadInterval,
    dataMode: camera.dataMode,
    historyRequests: camera.historyRequests,
    address: camera.address,
    firstSeen: toInstant(zone, camera.firstSeen),
  };
}

/** One site as `sites.list` shows it. */
export function siteSummary(context: QueryContext, site: SiteRecord): SiteSummary {
  const cameras = countingCameras(context, site.id);
  const today = cameras.map((camera) => countsToday(context, camera, site.timeZone));
  const seenBy = cameras.filter((camera) => camera.stay !== null && isOnline(camera, context.now));
  const lastSeen = cameras.map((camera) => camera.lastSeen).filter((at) => at !== null);
  return {
    id: site.id,
    name: site.name,
    timeZone: site.timeZone,
    date: dayOf(site.timeZone, context.now).date,
    today: today.reduce(addCounts, unknownCounts),
    occupancy: {
      counted: occupancyNow(context, site, cameras),
      seen: seenBy.length === 0 ? null : seenBy.reduce((sum, camera) => sum + (camera.stay?.current ?? 0), 0),
      asOf: lastSeen.length === 0 ? null : toInstant(site.timeZone, Math.max(...lastSeen)),
    },
  };
}

/** Where the camera gave a sign of life and reported nobody, nobody came: zero. Else unknown. */
function countsToday({ state, now }: QueryContext, camera: CameraRecord, zone: string): Counts {
  const day = dayOf(zone, now);
  const row = state.sql.get(sumOfDay, [camera.id, quarterOf(day.start), quarterOf(day.end)]) ?? [];
  const [entered, left, passby, turnback, covered] = row.map((value) =>
    typeof value === 'number' ? value : null,
  );
  const isTold = [entered, left, passby, turnback].some((value) => typeof value === 'number');
  const unknown = !isTold && (covered ?? 0) > 0 ? 0 : null;
  return {
    in: entered ?? unknown,
    out: left ?? unknown,
    passby: passby ?? unknown,
    turnback: turnback ?? unknown,
  };
}

/** People inside since the business day began; unknown before any of the site's cameras counted. */
function occupancyNow(
  context: QueryContext,
  site: SiteRecord,
  cameras: readonly CameraRecord[],
): number | null {
  const day = businessDayOf(site.timeZone, context.now, site.dayStartHour);
  const flows = siteFlows(context, cameras, quarterOf(day.start), quarterOf(day.end));
  if (flows.size === 0) return null;
  const inOrder = [...flows.entries()].sort(([a], [b]) => a - b).map(([, flow]) => flow);
  return countedOccupancy(inOrder).at(-1) ?? null;
}

/** In and out per quarter hour, summed over cameras; quarters without any row are left out. */
export function siteFlows(
  { state }: QueryContext,
  cameras: readonly CameraRecord[],
  from: number,
  to: number,
): Map<number, Flow> {
  const flows = new Map<number, Flow>();
  const sql = 'SELECT quarter, "in", "out" FROM quarter WHERE camera_id = ? AND quarter >= ? AND quarter < ?';
  for (const camera of cameras) {
    for (const [quarter, entered, left] of state.sql.each(sql, [camera.id, from, to])) {
      const flow = flows.get(Number(quarter)) ?? { in: 0, out: 0 };
      flow.in += Number(entered ?? 0);
      flow.out += Number(left ?? 0);
      flows.set(Number(quarter), flow);
    }
  }
  return flows;
}
