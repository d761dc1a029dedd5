import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { crc32c } from '../../../../src/main/core/storage/crc32c';
import { migrate, migrations, newestVersion, versionOf } from '../../../../src/main/core/storage/schema';
import { nameEnding } from '../../../../src/main/core/storage/snapshot';
import { loadSqlite, Sql, type Sqlite } from '../../../../src/main/core/storage/sql';
import { DataFolderError } from '../../../../src/main/core/types';
import { sqliteWasmPath, TestCore } from '../../../support/core';
import { namesIn, onlyFile, openCore, reportOf, sn, testFolder } from './support';

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await loadSqlite(sqliteWasmPath);
});

it('numbers migrations in tens, ascending', () => {
  const versions = migrations.map((migration) => migration.version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  for (const version of versions) expect(version % 10).toBe(0);
  expect(newestVersion).toBe(versions.at(-1));
});

it.each(migrations.map(({ version }, i) => [migrations[i - 1]?.version ?? 0, version]))(
  'goes from version %i to %i and on to the newest, from a file of its own',
  (from, to) => {
    const before = new Sql(sqlite, null);
    migrate(before, from);
    expect(versionOf(before)).toBe(from);
    const stepped = new Sql(sqlite, before.export());
    expect(migrate(stepped, to)).toBe(true);
    expect(versionOf(stepped)).toBe(to);
    migrate(stepped);
    const straight = new Sql(sqlite, null);
    migrate(straight);
    const schema = 'SELECT type, name, sql FROM sqlite_schema ORDER BY name';
    expect(stepped.all(schema)).toEqual(straight.all(schema));
    expect(stepped.all('PRAGMA integrity_check')).toEqual([['ok']]);
  },
);

it('uses strict tables only', () => {
  const sql = new Sql(sqlite, null);
  migrate(sql);
  expect(sql.all("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")).toEqual([
    ['sqlite_schema'],
  ]);
});

async function closedFolder(): Promise<string> {
  const folder = testFolder();
  const test = await TestCore.open({ folder });
  await test.post(reportOf(0));
  await test.close();
  return folder;
}

/** Changes the database in a folder as another program would, name and all. */
function rewrite(folder: string, statements: string): void {
  const sql = new Sql(sqlite, readFileSync(onlyFile(folder, '.sqlite')));
  sql.exec(statements);
  const bytes = sql.export();
  writeFileSync(join(folder, `foyer-${nameEnding(9_999, crc32c(bytes))}`), bytes);
}

it('the snapshot is an ordinary SQLite file', async () => {
  const bytes = readFileSync(onlyFile(await closedFolder(), '.sqlite'));
  expect(bytes.subarray(0, 16).toString('latin1')).toBe('SQLite format 3\0');
  const sql = new Sql(sqlite, bytes);
  expect(sql.all('PRAGMA integrity_check')).toEqual([['ok']]);
  expect(sql.all('PRAGMA foreign_key_check')).toEqual([]);
  expect(sql.all('SELECT sn FROM camera')).toEqual([[sn]]);
  expect(sql.all('SELECT "in", passby, turnback FROM quarter WHERE "in" IS NOT NULL')).toEqual([[1, 0, 0]]);
});

it('refuses the data of a newer Foyer and leaves it alone', async () => {
  const folder = await closedFolder();
  rewrite(folder, `PRAGMA user_version = ${newestVersion + 10}`);
  const before = namesIn(folder, '');
  await expect(TestCore.open({ folder })).rejects.toThrow(DataFolderError);
  await expect(TestCore.open({ folder })).rejects.toMatchObject({ reason: 'newer' });
  await expect(TestCore.open({ folder })).rejects.toThrow(/newer Foyer/);
  expect(namesIn(folder, '')).toEqual(before);
});

it('keeps the database as it was before an update', async () => {
  const folder = await closedFolder();
  // A version that never was: the first step finds its tables there already, and fails.
  rewrite(folder, 'PRAGMA user_version = 1; CREATE TABLE mine (x TEXT) STRICT');
  await expect(TestCore.open({ folder })).rejects.toMatchObject({ reason: 'unreadable' });
  const kept = new Sql(sqlite, readFileSync(join(folder, 'backups', 'before-update-from-1.sqlite')));
  expect(versionOf(kept)).toBe(1);
  expect(kept.all('SELECT count(*) FROM mine')).toEqual([[0]]);
  expect(namesIn(folder, '.sqlite')).toHaveLength(2);
});

it('a step that fails leaves the file at the version before', () => {
  const sql = new Sql(sqlite, null);
  sql.exec('CREATE TABLE quality (x TEXT) STRICT');
  expect(() => migrate(sql)).toThrow(/quality/);
  expect(versionOf(sql)).toBe(0);
  expect(sql.all("SELECT name FROM sqlite_schema WHERE type = 'table'")).toEqual([['quality']]);
});

it('opens what it wrote', async () => {
  const folder = await closedFolder();
  const test = await openCore({ folder });
  expect((await test.camera(sn)).sn).toBe(sn);
});
