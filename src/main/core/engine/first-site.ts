import { firstSiteId, type SiteRecord } from '../ingest/site-store';
import { DataFolderError } from '../types';
import type { Engine, EngineOptions } from './engine';

/** The site of a new data folder, until the owner gives it a name. */
export function firstSite(timeZone: string): SiteRecord {
  return { id: firstSiteId, name: 'My shop', timeZone, dayStartHour: 4, openingHours: null };
}

/** Makes the first site, or gives it the zone that is asked for. @throws DataFolderError if there is none then */
export async function storeFirstSite(
  engine: Engine,
  { timeZone, forceTimeZone, now }: EngineOptions,
): Promise<void> {
  const [known] = engine.state.sites.all();
  const site = known ?? firstSite(timeZone);
  try {
    await engine.command('site.put', forceTimeZone ? { ...site, timeZone } : site, now);
  } catch (error) {
    // A full disk must not keep the owner from seeing what is there; without a site nothing is.
    if (!known) throw new DataFolderError('unwritable', engine.problem ?? String(error));
    engine.log.error('The site could not be stored', error);
  }
}
