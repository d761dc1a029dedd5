import type { HistoryParams } from '#shared/contract';
import { quarterOf, type Window } from '../counting/spread';
import type { SiteRecord } from '../ingest/site-store';
import { openWindows } from '../time/opening-hours';

/**
 * Which quarter hours of a window a choice of hours is about. Where no opening hours are set all hours
 * are open.
 */
export function chosenQuarters(
  site: Pick<SiteRecord, 'timeZone' | 'openingHours'>,
  choice: HistoryParams['hours'],
  window: Window,
): (quarter: number) => boolean {
  if (choice === 'all') return () => true;
  if (!site.openingHours) return () => choice === 'open';
  const open = new Set<number>();
  for (const { start, end } of openWindows(site.timeZone, site.openingHours, window)) {
    for (let quarter = quarterOf(start); quarter < quarterOf(end); quarter++) open.add(quarter);
  }
  return (quarter) => open.has(quarter) === (choice === 'open');
}
