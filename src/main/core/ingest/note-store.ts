import type { DayNote } from '#shared/domain';
import type { Sql } from '../storage/sql';

/** What the owner wrote down about days. */
export class NoteStore {
  constructor(private readonly sql: Sql) {}

  put({ site, date, text }: DayNote): void {
    if (text === '') this.sql.run('DELETE FROM note WHERE site_id = ? AND date = ?', [site, date]);
    else
      this.sql.run('INSERT OR REPLACE INTO note (site_id, date, text) VALUES (?, ?, ?)', [site, date, text]);
  }

  /** From `from` to `to`, both local dates, `to` exclusive. */
  between(from: string, to: string, site?: string): DayNote[] {
    const where = site === undefined ? '' : 'AND site_id = ?';
    const params = site === undefined ? [from, to] : [from, to, site];
    return this.sql
      .all(
        `SELECT site_id, date, text FROM note WHERE date >= ? AND date < ? ${where} ORDER BY date, site_id`,
        params,
      )
      .map(([siteId, date, text]) => ({ site: String(siteId), date: String(date), text: String(text) }));
  }
}
