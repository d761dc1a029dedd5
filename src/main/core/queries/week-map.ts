import type { WeekMapCell } from '#shared/domain';
import { QUARTER_MS } from '../counting/spread';
import type { SiteRecord } from '../ingest/site-store';
import { resolveInstant } from '../time/calendar';
import { offsetMs } from '../time/zone';
import type { QueryContext } from './context';
import { siteQuarters } from './site-quarters';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 1970-01-01 was a Thursday. */
const EPOCH_WEEKDAY = 4;

/** `insights.weekMap`: mean visitors of each hour of the week, over the hours that were recorded throughout. */
export function weekMap(
  context: QueryContext,
  site: SiteRecord,
  params: { from: string; to: string; corrections: boolean },
): WeekMapCell[] {
  const start = resolveInstant(site.timeZone, params.from);
  const end = Math.min(resolveInstant(site.timeZone, params.to), context.now);
  const hours = new Map<number, { visitors: number; recorded: number }>();
  for (const [quarter, { counts, isRecorded }] of siteQuarters(
    context,
    site.id,
    { start, end },
    params.corrections,
  )) {
    const at = quarter * QUARTER_MS;
    if (at + QUARTER_MS > end) continue;
    // Hours of local time, so that both passes of a repeated hour fall into one.
    const hour = Math.floor((at + offsetMs(site.timeZone, at)) / HOUR_MS);
    const known = hours.get(hour) ?? { visitors: 0, recorded: 0 };
    known.visitors += counts[0];
    if (isRecorded) known.recorded++;
    hours.set(hour, known);
  }
  const cells = Array.from({ length: 7 * 24 }, () => ({ visitors: 0, days: 0 }));
  for (const [hour, { visitors, recorded }] of hours) {
    if (recorded < 4) continue;
    const day = Math.floor((hour * HOUR_MS) / DAY_MS);
    const weekday = (((day + EPOCH_WEEKDAY - 1) % 7) + 7) % 7;
    const cell = cells[weekday * 24 + (((hour % 24) + 24) % 24)];
    if (!cell) continue;
    cell.visitors += visitors;
    cell.days++;
  }
  return cells.map(({ visitors, days }, i) => ({
    weekday: Math.floor(i / 24) + 1,
    hour: i % 24,
    mean: days === 0 ? null : Math.round((visitors / days) * 10) / 10,
    days,
  }));
}
