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

/** The places that cameras count. There is always at least one. Every message asks for one; few change any. */
export class SiteStore {
  #known: readonly SiteRecord[] | null = null;

  constructor(private readonly sql: Sql) {}

  /** Forgets what may have been rolled back. */
  reload(): void {
    this.#known = null;
  }

  all(): readonly SiteRecord[] {
    return (this.#known ??= this.sql.all(`${select} ORDER BY rowid`).map(toSite));
  }

  find(id: string): SiteRecord | undefined {
    return this.all().find((site) => site.id === id);
  }

  /** The site that a camera belongs to until the owner says otherwise. */
  first(): SiteRecord {
    const [site] = this.all();
    if (!site) throw new Error('The data folder has no site');
    return site;
  }

  put(site: SiteRecord): void {
    this.#known = null;
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
