import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { archivedTables, tablesLeftOut } from '../../../../src/main/core/reports/archive-tables';
import { tablePages } from '../../../../src/main/core/reports/table-pages';
import { migrate } from '../../../../src/main/core/storage/schema';
import { loadSqlite, Sql } from '../../../../src/main/core/storage/sql';
import { FakeClock } from '../../../support/clock';
import { sqliteWasmPath, TestCore } from '../../../support/core';
import { exported } from '../../../support/exports';

const sn = '201001000000000123';
let app: TestCore;
const emptyDatabase = async () => {
  const sql = new Sql(await loadSqlite(sqliteWasmPath), null);
  migrate(sql);
  return sql;
};

beforeEach(async () => {
  app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-10T12:30:00Z')) });
});
afterEach(() => app.dispose());

test('every table of the database is in it, or left out on purpose', async () => {
  const sql = await emptyDatabase();
  const tables = sql
    .all("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .map(([name]) => String(name));
  expect([...archivedTables.keys(), ...tablesLeftOut].sort()).toEqual(tables.sort());
  sql.close();
});

test('holds facts, sums, settings, notes and what the owner did, a record a line', async () => {
  const endTime = Date.parse('2026-03-10T10:05:00Z') / 1000;
  await app.post({ sn, startTime: endTime - 60, endTime, time: endTime, in: 3, out: 1 });
  await app.call('notes.put', { site: 'main', date: '2026-03-10', text: 'Größe "L"\n=1+1' });
  await app.call('settings.update', { alerts: { staffMinutes: 45 } });
  const { text, fileName, dones, total } = await exported(app.core, { kind: 'archive' });
  expect(fileName).toBe('foyer-archive-2026-03-10.ndjson');
  const records = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const ofType = (type: string) => records.filter((record) => record['type'] === type);
  expect(records[0]).toMatchObject({ type: 'foyer', made: '2026-03-10T12:30:00.000Z' });
  expect(ofType('report')).toMatchObject([
    {
      camera: sn,
      start: '2026-03-10T10:04:00.000Z',
      end: '2026-03-10T10:05:00.000Z',
      is_shifted: false,
      in: 3,
    },
  ]);
  expect(ofType('quarter')[0]).toMatchObject({
    camera: sn,
    start: '2026-03-10T10:00:00.000Z',
    in: 3,
    out: 1,
  });
  expect(ofType('note')).toMatchObject([{ text: 'Größe "L"\n=1+1' }]);
  expect(ofType('camera')).toMatchObject([{ sn, record: { isFlipped: false } }]);
  expect(ofType('command').map(({ name }) => name)).toEqual(['site.put', 'notes.put', 'settings.update']);
  expect(ofType('settings')).toHaveLength(1);
  expect(dones.at(-1)).toBeLessThanOrEqual(total);
});

test.each(['view', 'guest'] as const)('is not for the role %s', async (role) => {
  expect(await app.core.openExport({ kind: 'archive' }, role)).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
});

describe('pages of a table', () => {
  test.each([
    [
      'quality',
      'INSERT INTO quality (id, at, camera_id, rule) SELECT i, i, 1, i FROM n',
      // As the oldest marks go.
      'DELETE FROM quality WHERE id = (SELECT min(id) FROM quality)',
    ],
    [
      'quarter',
      'INSERT INTO quarter (camera_id, quarter, live_minutes, history_minutes, covered) SELECT 1 + i % 3, i, 0, 0, 0 FROM n',
      // As what comes late.
      'INSERT INTO quarter (camera_id, quarter, live_minutes, history_minutes, covered) SELECT 1, min(quarter) - 1, 0, 0, 0 FROM quarter',
    ],
  ])(
    '%s comes whole and once, in order of its key, whatever happens to it meanwhile',
    async (table, insert, meanwhile) => {
      const sql = await emptyDatabase();
      sql.exec('PRAGMA foreign_keys = OFF');
      sql.exec(`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1234) ${insert}`);
      const before = sql.all(`SELECT * FROM ${table}`).map((row) => JSON.stringify(row));
      const seen: string[] = [];
      for (const { rows } of tablePages(sql, table)) {
        seen.push(...rows.map((row) => JSON.stringify(row)));
        sql.exec(meanwhile);
      }
      expect(seen).toEqual(before);
      expect(new Set(seen).size).toBe(1234);
      sql.close();
    },
  );
});
