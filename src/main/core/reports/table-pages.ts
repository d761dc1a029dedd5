import type { Sql, SqlRow, SqlValue } from '../storage/sql';

const ROWS_AT_ONCE = 200;

export interface TablePage {
  columns: string[];
  rows: SqlRow[];
}

/**
 * All rows of a table, in the order of its key, a page at a time: each page is a question of its own, so that the
 * table may change between two of them.
 */
export function* tablePages(sql: Sql, table: string): Generator<TablePage> {
  const info = sql.all(`PRAGMA table_info("${table}")`);
  const columns = info.map((column) => String(column[1]));
  const hasRowId = isRowIdTable(sql, table);
  const key = hasRowId
    ? ['rowid']
    : info
        .filter((column) => Number(column[5]) > 0)
        .sort((a, b) => Number(a[5]) - Number(b[5]))
        .map((column) => `"${String(column[1])}"`);
  const names = [...key, ...columns.map((column) => `"${column}"`)].join(', ');
  const page = (where: string) =>
    `SELECT ${names} FROM "${table}" ${where} ORDER BY ${key.join(', ')} LIMIT ${ROWS_AT_ONCE}`;
  const first = page('');
  const next = page(`WHERE (${key.join(', ')}) > (${key.map(() => '?').join(', ')})`);
  let last: SqlValue[] | null = null;
  for (;;) {
    const rows: SqlRow[] = last === null ? sql.all(first) : sql.all(next, last);
    const end = rows.at(-1);
    if (!end) return;
    last = end.slice(0, key.length);
    yield { columns, rows: rows.map((row) => row.slice(key.length)) };
    if (rows.length < ROWS_AT_ONCE) return;
  }
}

/** How many rows there are, more or less: counting the largest table would hold up everything else. */
export function likelyRows(sql: Sql, table: string): number {
  const number = (query: string) => Number(sql.get(query)?.[0] ?? 0);
  if (table === 'quarter') {
    return sql
      .all('SELECT id FROM camera')
      .map(([id]) => `FROM quarter WHERE camera_id = ${Number(id)}`)
      .reduce((sum, rows) => sum + span((which) => number(`SELECT ${which}(quarter) ${rows}`)), 0);
  }
  if (isRowIdTable(sql, table)) return span((which) => number(`SELECT ${which}(rowid) FROM "${table}"`));
  // A million of them in some fifteen milliseconds: SQLite adds up what its pages say.
  return number(`SELECT count(*) FROM "${table}"`);
}

function span(ask: (which: 'min' | 'max') => number): number {
  const last = ask('max');
  return last === 0 ? 0 : last - ask('min') + 1;
}

function isRowIdTable(sql: Sql, table: string): boolean {
  const isWithout = sql.get("SELECT wr FROM pragma_table_list WHERE type = 'table' AND name = ?", [table]);
  return isWithout?.[0] === 0;
}
