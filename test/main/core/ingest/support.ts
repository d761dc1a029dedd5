import { ReportStore } from '../../../../src/main/core/ingest/report-store';
import { migrate } from '../../../../src/main/core/storage/schema';
import { loadSqlite, Sql } from '../../../../src/main/core/storage/sql';
import { sqliteWasmPath } from '../../../support/core';

const sqlite = await loadSqlite(sqliteWasmPath);

/** A database with a site and cameras of these ids. @param version of its tables, the newest without one */
export function openTables(cameras: readonly number[], version?: number): Sql {
  const sql = new Sql(sqlite, null);
  migrate(sql, version);
  sql.exec("INSERT INTO site VALUES ('main', 'Shop', 'UTC', 0, NULL)");
  for (const id of cameras) sql.exec(`INSERT INTO camera VALUES (${id}, 'C${id}', 'main', 'new', 0, '{}')`);
  return sql;
}

export function storeOf(sql: Sql): ReportStore {
  return new ReportStore(sql, { noteReport: () => undefined });
}

/** How SQLite goes about each list that is asked for from now on. */
export function watchPlans(sql: Sql): string[] {
  const plans: string[] = [];
  const all = sql.all.bind(sql);
  sql.all = (query, params) => {
    plans.push(...all(`EXPLAIN QUERY PLAN ${query}`, params).map((row) => String(row[3])));
    return all(query, params);
  };
  return plans;
}
