import type { CameraSummary, Counts, SiteSummary } from '#shared/domain';
import { addCounts, unknownCounts } from '#shared/metrics';
import type { Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { SiteRecord } from '../ingest/site-store';
import { isFlooding } from '../ingest/traffic';
import { dayOf } from '../time/calendar';
import { closedWindows, openWindows } from '../time/opening-hours';
import { toInstant } from '../time/zone';
import { isOnline, siteOf, type QueryContext } from './context';
import { countsOf, siteDoors, sumDoor } from './doors';
import { siteDay } from './occupancy-day';

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
    today: countsToday(context, camera, dayOf(zone, context.now)),
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
    toldTimeZone: camera.toldTimeZone,
    address: camera.address,
    firstSeen: toInstant(zone, camera.firstSeen),
    role: camera.role,
    isFlipped: camera.isFlipped,
    replaces: camera.replaces,
    calledAddress: camera.calledAddress,
    isFlooding: isFlooding(camera, context.now),
    isDemo: camera.isDemo,
  };
}

/** One site as `sites.list` shows it. */
export function siteSummary(context: QueryContext, site: SiteRecord): SiteSummary {
  const cameras = siteDoors(context, site.id);
  const day = dayOf(site.timeZone, context.now);
  const lastSeen = cameras.map((camera) => camera.lastSeen).filter((at) => at !== null);
  return {
    id: site.id,
    name: site.name,
    timeZone: site.timeZone,
    dayStartHour: site.dayStartHour,
    openingHours: site.openingHours,
    date: day.date,
    today: sumOver(cameras, (camera) => countsToday(context, camera, day)),
    todayByHours: countsByHours(context, site, cameras, day),
    occupancy: {
      counted: siteDay(context, site, context.now).occupancy.inside.at(-1) ?? null,
      seen: peopleSeen(context, cameras),
      asOf: lastSeen.length === 0 ? null : toInstant(site.timeZone, Math.max(...lastSeen)),
    },
  };
}

function countsByHours(
  context: QueryContext,
  site: SiteRecord,
  cameras: readonly CameraRecord[],
  day: Window,
): SiteSummary['todayByHours'] {
  if (!site.openingHours) return null;
  const open = openWindows(site.timeZone, site.openingHours, day);
  const closed = closedWindows(open, day);
  return {
    open: sumOver(cameras, (camera) => countsIn(context, camera, open)),
    closed: sumOver(cameras, (camera) => countsIn(context, camera, closed)),
  };
}

/** What the cameras that are online see themselves; a camera that is silent sees nobody knows what. */
function peopleSeen(context: QueryContext, cameras: readonly CameraRecord[]): number | null {
  const seeing = cameras.filter((camera) => camera.stay !== null && isOnline(camera, context.now));
  return seeing.length === 0 ? null : seeing.reduce((sum, camera) => sum + (camera.stay?.current ?? 0), 0);
}

function countsToday(context: QueryContext, camera: CameraRecord, day: Window): Counts {
  const known = context.todaysCounts?.get(camera.id);
  if (known) return known;
  const counts = countsIn(context, camera, [day]);
  context.todaysCounts?.set(camera.id, counts);
  return counts;
}

function countsIn(context: QueryContext, camera: CameraRecord, windows: readonly Window[]): Counts {
  const stretches = windows.map(({ start, end }) => ({ start, end, period: 0 }));
  return countsOf(sumDoor(context, camera, stretches).get(0));
}

function sumOver(cameras: readonly CameraRecord[], counts: (camera: CameraRecord) => Counts): Counts {
  return cameras.map(counts).reduce(addCounts, unknownCounts);
}
