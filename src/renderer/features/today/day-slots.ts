import type { CameraSummary, History, SiteSummary, UsualDay } from '#shared/domain';
import { chartSlots, shopHours, type ChartSlot } from '../../charts/series';
import { doorRows } from '../../figures/doors';
import { sumByPeriod } from '../../figures/period-sums';
import { addDays, localHour, stretches } from '../../format/calendar';

export type ChartStep = 'hour' | 'quarter';
export const stepMs = { hour: 3_600_000, quarter: 900_000 } as const;

/** The site's day on a time axis: what its doors counted, and per hour what is usual. */
export function daySlots(
  site: Pick<SiteSummary, 'date' | 'timeZone'>,
  history: History | null,
  cameras: readonly Pick<CameraSummary, 'sn' | 'role'>[],
  usual: UsualDay | null,
): ChartSlot[] {
  const by: ChartStep = history?.by === 'quarter' ? 'quarter' : 'hour';
  const axis = stretches(site.date, addDays(site.date, 1), by, site.timeZone);
  const sums = sumByPeriod(doorRows(history?.rows ?? [], cameras));
  const slots = shopHours(chartSlots(axis, sums), site.timeZone);
  return by === 'hour' && usual && usual.hours.length > 0 ? slots.map((slot) => withUsual(slot)) : slots;

  function withUsual(slot: ChartSlot): ChartSlot {
    const hour = localHour(slot.startMs, site.timeZone);
    return { ...slot, usual: usual?.hours.find((entry) => entry.hour === hour)?.visitors ?? null };
  }
}
