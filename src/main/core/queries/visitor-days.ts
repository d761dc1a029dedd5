import { Temporal } from 'temporal-polyfill';
import type { HistoryParams } from '#shared/contract';
import { MINUTE_MS, QUARTER_MS, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { SiteRecord } from '../ingest/site-store';
import { businessDayOf, startOfDay } from '../time/calendar';
import { closedWindows, openWindows } from '../time/opening-hours';
import type { QueryContext } from './context';
import { corrected, doorDeltas } from './corrected';
import { chainOf, countsOf, siteDoors, sumDoor } from './doors';

/** Noon is in the business day of its date wherever the day begins. */
const NOON_MS = 12 * 3_600_000 + 1;

/** Who came to a site on one business day, with the owner's corrections. */
export interface VisitorDay extends Window {
  /** Local date on which it begins. */
  date: string;
  visitors: number | null;
  isEdited: boolean;
  /** Minutes each door was heard, of those it could have been. */
  doors: { door: string; covered: number; minutes: number }[];
}

/** Business days of a range of local dates that have begun, ascending; `to` exclusive. */
export function visitorDays(
  context: QueryContext,
  site: SiteRecord,
  { from, to, hours }: { from: string; to: string; hours: HistoryParams['hours'] },
): VisitorDay[] {
  const days: VisitorDay[] = [];
  const end = Temporal.PlainDate.from(to);
  for (
    let date = Temporal.PlainDate.from(from);
    Temporal.PlainDate.compare(date, end) < 0;
    date = date.add({ days: 1 })
  ) {
    const noon = startOfDay(site.timeZone, date.toString()) + NOON_MS;
    const window = businessDayOf(site.timeZone, noon, site.dayStartHour);
    if (window.start >= context.now) break;
    days.push({ date: date.toString(), ...window, visitors: null, isEdited: false, doors: [] });
  }
  const stretches = days.flatMap((day, period) =>
    partsOf(site, hours, day).map((part) => ({ ...part, period })),
  );
  for (const camera of siteDoors(context, site.id)) {
    const sums = sumDoor(context, camera, stretches);
    const deltas = doorDeltas(context, camera, stretches);
    const minutes = minutesOf(context, camera, stretches);
    for (const [period, day] of days.entries()) {
      const delta = deltas.get(period);
      const counted = countsOf(sums.get(period));
      const entered = (delta ? corrected(counted, delta) : counted).in;
      if (entered !== null) day.visitors = (day.visitors ?? 0) + entered;
      if (delta && delta.in !== null) day.isEdited = true;
      const covered = sums.get(period)?.covered ?? 0;
      day.doors.push({ door: camera.sn, covered, minutes: minutes.get(period) ?? 0 });
    }
  }
  return days;
}

function partsOf(site: SiteRecord, hours: HistoryParams['hours'], window: Window): Window[] {
  if (hours === 'all') return [window];
  const open = site.openingHours ? openWindows(site.timeZone, site.openingHours, window) : [window];
  return hours === 'open' ? open : closedWindows(open, window);
}

/** Minutes of each period in which a door could have been heard: since its first message, until now. */
function minutesOf(
  context: QueryContext,
  camera: CameraRecord,
  stretches: readonly (Window & { period: number })[],
): Map<number, number> {
  const first = Math.min(...chainOf(context, camera).map((each) => each.firstSeen));
  const since = Math.floor(first / QUARTER_MS) * QUARTER_MS;
  const minutes = new Map<number, number>();
  for (const { start, end, period } of stretches) {
    const heard = Math.floor((Math.min(end, context.now) - Math.max(start, since)) / MINUTE_MS);
    if (heard > 0) minutes.set(period, (minutes.get(period) ?? 0) + heard);
  }
  return minutes;
}
