import { tell, type Told } from '#shared/sentences';
import { newestVersion, versionOf, writtenSequence } from '../storage/schema';
import { Sql, type Sqlite } from '../storage/sql';

/** Rows of the tables that hold what cannot be had again. */
export interface RowCounts {
  sites: number;
  cameras: number;
  quarters: number;
  reports: number;
}

/** `sequence`: the last record of the journal it was written with, its own or another folder's. */
export type DatabaseCheck = { ok: true; counts: RowCounts; sequence: number } | ({ ok: false } & Told);

export function countRows(sql: Sql): RowCounts {
  const count = (table: string) => Number(sql.get(`SELECT count(*) FROM ${table}`)?.[0] ?? 0);
  return {
    sites: count('site'),
    cameras: count('camera'),
    quarters: count('quarter'),
    reports: count('report'),
  };
}

/** Opens the bytes as a database, has SQLite look at every page, and counts. Takes as long as that takes. */
export function checkDatabase(sqlite: Sqlite, bytes: Uint8Array): DatabaseCheck {
  let sql: Sql | null = null;
  try {
    sql = new Sql(sqlite, bytes);
    const [tables] =
      sql.get("SELECT count(*) FROM sqlite_schema WHERE name IN ('site', 'camera', 'quarter')") ?? [];
    if (tables !== 3) return { ok: false, ...tell('not-foyer') };
    if (versionOf(sql) > newestVersion) {
      return { ok: false, ...tell('newer-file') };
    }
    const found = sql.all('PRAGMA integrity_check').map(([line]) => String(line));
    if (found[0] !== 'ok') return { ok: false, ...tell('damaged-file', { cause: found[0] ?? '…' }) };
    return { ok: true, counts: countRows(sql), sequence: writtenSequence(sql) };
  } catch {
    // SQLite's own words ("file is not a database", "malformed") say no more to an owner.
    return { ok: false, ...tell('unreadable-file') };
  } finally {
    sql?.close();
  }
}
