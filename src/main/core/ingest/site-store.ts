import type { OpeningHours } from '#shared/domain';
import type { Sql } from '../storage/sql';

export interface SiteRecord {
  id: string;
  name: string;
  timeZone: string;
  /** Local hour at which the business day begins. */
  dayStartHour: number;
  openingHours: OpeningHours | null;
}

export const firstSiteId = 'main';

/** The places that cameras count. There is always at least one. */
export class SiteStore {
  constructor(private readonly sql: Sql) {}

  all(): SiteRecord[] {
    return this.sql.all(`${select} ORDER BY rowid`).map(toSite);
  }

  find(id: string): SiteRecord | undefined {
    const row = this.sql.get(`${select} WHERE id = ?`, [id]);
    return row && toSite(row);
  }

  /** The site that a camera belongs to until the owner says otherwise. */
  first(): SiteRecord {
    const [site] = this.all();
    if (!site) throw new Error('The data folder has no site');
    return site;
  }

  put(site: SiteRecord): void {
    this.sql.run(
      `INSERT INTO site (id, name, time_zone, day_start_hour, opening_hours) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone,
         day_start_hour = excluded.day_start_hour, opening_hours = excluded.opening_hours`,
      [
        site.id,
        site.name,
        site.timeZone,
        site.dayStartHour,
        site.openingHours && JSON.stringify(site.openingHours),
      ],
    );
  }
}

const select = 'SELECT id, name, time_zone, day_start_hour, opening_hours FROM site';

function toSite([id, name, timeZone, dayStartHour, openingHours]: unknown[]): SiteRecord {
  return {
    id: String(id),
    name: String(name),
    timeZone: String(timeZone),
    dayStartHour: Number(dayStartHour),
    openingHours: typeof openingHours === 'string' ? (JSON.parse(openingHours) as OpeningHours) : null,
  };
}
