import type { TillDay } from '#shared/domain';
import type { Sql, SqlRow } from '../storage/sql';
import type { EpochMs } from '../types';

/** What is noted of one day. */
export type TillEntry = Pick<TillDay, 'transactions' | 'takings' | 'currency'>;

/** A day of an import: what it was before (`null`: nothing was noted) and what the import made of it. */
export interface ImportedDay {
  date: string;
  before: TillEntry | null;
  after: TillEntry;
}

/** So many imports can be taken back. */
const MOST_IMPORTS = 20;

/** The till notebook of each site. */
export class TillStore {
  constructor(private readonly sql: Sql) {}

  /** What is noted from now on. */
  currencyOf(site: string): string | null {
    const row = this.sql.get('SELECT currency FROM till_currency WHERE site_id = ?', [site]);
    return row ? String(row[0]) : null;
  }

  setCurrency(site: string, currency: string): void {
    this.sql.run('INSERT OR REPLACE INTO till_currency (site_id, currency) VALUES (?, ?)', [site, currency]);
  }

  find(site: string, date: string): TillEntry | null {
    const row = this.sql.get(`SELECT ${columns} FROM till WHERE site_id = ? AND date = ?`, [site, date]);
    return row ? entryOf(row) : null;
  }

  /** From `from` to `to`, both local dates, `to` exclusive. */
  between(site: string, from: string, to: string): TillDay[] {
    const sql = `SELECT ${columns}, date FROM till WHERE site_id = ? AND date >= ? AND date < ? ORDER BY date`;
    return this.sql
      .all(sql, [site, from, to])
      .map((row) => ({ site, date: String(row[3]), ...entryOf(row) }));
  }

  /** `null` takes the day out. */
  put(site: string, date: string, entry: TillEntry | null): void {
    if (!entry) {
      this.sql.run('DELETE FROM till WHERE site_id = ? AND date = ?', [site, date]);
      return;
    }
    this.sql.run(`INSERT OR REPLACE INTO till (${columns}, date, site_id) VALUES (?, ?, ?, ?, ?)`, [
      entry.transactions,
      entry.takings,
      entry.currency,
      date,
      site,
    ]);
  }

  /** @returns the number under which the import can be taken back */
  addImport(site: string, days: readonly ImportedDay[], at: EpochMs): number {
    const newest = Number(this.sql.get('SELECT max(id) FROM till_import')?.[0] ?? 0);
    // Numbered by the clock: a page that takes back the same import twice must not meet a later one.
    const id = Math.max(at, newest + 1);
    this.sql.run('INSERT INTO till_import (id, site_id, days) VALUES (?, ?, ?)', [
      id,
      site,
      JSON.stringify(days),
    ]);
    const kept = 'SELECT id FROM till_import ORDER BY id DESC LIMIT ?';
    this.sql.run(`DELETE FROM till_import WHERE id NOT IN (${kept})`, [MOST_IMPORTS]);
    return id;
  }

  /** Finds an import and forgets it. */
  takeImport(id: number): { site: string; days: ImportedDay[] } | null {
    const row = this.sql.get('SELECT site_id, days FROM till_import WHERE id = ?', [id]);
    if (!row) return null;
    this.sql.run('DELETE FROM till_import WHERE id = ?', [id]);
    return { site: String(row[0]), days: JSON.parse(String(row[1])) as ImportedDay[] };
  }
}

const columns = 'transactions, takings, currency';

function entryOf([transactions, takings, currency]: SqlRow): TillEntry {
  return {
    transactions: transactions as number | null,
    takings: takings as number | null,
    currency: currency as string | null,
  };
}
