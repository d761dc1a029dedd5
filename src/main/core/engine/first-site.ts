import { firstSiteId, type SiteRecord } from '../ingest/site-store';

/** The site of a new data folder, until the owner gives it a name. */
export function firstSite(timeZone: string): SiteRecord {
  return { id: firstSiteId, name: 'My shop', timeZone, dayStartHour: 4, openingHours: null };
}
