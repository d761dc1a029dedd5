import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { MaintenanceTasks, TaskName } from '../../../../src/main/core/engine/maintenance';
import { LocalLink } from '../../../../src/main/core/engine/local-link';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import { newestVersion } from '../../../../src/main/core/storage/schema';
import { loadSqlite, Sql, type Sqlite } from '../../../../src/main/core/storage/sql';
import { FakeClock, someMorning } from '../../../support/clock';
import { silentLog, sqliteWasmPath } from '../../../support/core';
import { copyAsIs, flipBit, namesIn, openCore, postOf, sn, testFolder } from '../storage/support';

const dayMs = 86_400_000;

let sqlite: Sqlite;
beforeAll(async () => {
  sqlite = await loadSqlite(sqliteWasmPath);
});

interface Shop {
  folder: string;
  clock: FakeClock;
  post(...numbers: number[]): Promise<void>;
  /** Numbers of the reports that were counted; each counts its number of passers-by. */
  counted(): Promise<number[]>;
  run<N extends TaskName>(name: N, params: MaintenanceTasks[N][0]): Promise<MaintenanceTasks[N][1]>;
  close(): Promise<void>;
}

async function openShop(folder = testFolder(), fs: FileSystem = nodeFileSystem): Promise<Shop> {
  const clock = new FakeClock(someMorning);
  const options = {
    folder,
    wasmPath: sqliteWasmPath,
    timeZone: 'Europe/Madrid',
    forceTimeZone: false,
    now: clock.now(),
  };
  const link = await LocalLink.open(options, clock, silentLog, fs);
  const close = () => link.close(clock.now());
  onTestFinished(close);
  return {
    folder,
    clock,
    close,
    run: (name, params) => link.maintain(name, params, clock.now()),
    async post(...numbers) {
      const replies = await Promise.all(numbers.map((i) => link.receive(postOf(i, undefined, clock.now()))));
      expect(replies.map((reply) => reply.code)).toEqual(numbers.map(() => 0));
    },
    async counted() {
      const range = { from: '2026-01-01', to: '2026-04-01', by: 'quarter' as const, hours: 'all' as const };
      const { rows } = await link.request('history.query', range, clock.now());
      return rows.flatMap((row) => (row.in === 1 ? [row.passby ?? -1] : []));
    },
  };
}

describe('a backup', () => {
  it('is an ordinary SQLite file with all that was there', async () => {
    const shop = await openShop();
    await shop.post(1, 2, 3);
    const made = await shop.run('backup.now', {});
    if (!made.ok) throw new Error(made.error.message);
    expect(made.result).toMatchObject({ kind: 'daily', day: '2026-03-10' });
    const sql = new Sql(sqlite, readFileSync(join(shop.folder, 'backups', made.result.name)));
    expect(sql.all('PRAGMA integrity_check')).toEqual([['ok']]);
    expect(sql.all('SELECT sn FROM camera')).toEqual([[sn]]);
    expect(sql.get('SELECT sum("in") FROM quarter')).toEqual([3]);
    expect(await shop.run('backup.list', {})).toEqual([made.result]);
  });

  it('is made once a day by itself, on the local day', async () => {
    const shop = await openShop();
    await shop.post(1);
    const days = async () => (await shop.run('backup.list', {})).map((backup) => backup.day);
    for (const day of [10, 11, 12]) {
      const expected = Array.from({ length: day - 9 }, (_, i) => `2026-03-${String(day - i)}`);
      shop.clock.advance(day === 10 ? 600_000 : dayMs);
      await shop.post(day);
      await expect.poll(days).toEqual(expected);
      await shop.post(day + 10);
      expect(await days()).toEqual(expected);
    }
  });

  it('that does not hold what was written is no backup', async () => {
    const lossy: FileSystem = {
      ...nodeFileSystem,
      read: (path) => {
        const bytes = nodeFileSystem.read(path);
        if (path.includes('backups')) bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
        return bytes;
      },
    };
    const shop = await openShop(testFolder(), lossy);
    await shop.post(1);
    expect(await shop.run('backup.now', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await shop.run('backup.list', {})).toEqual([]);
  });

  it('takes the place of snapshots that are all damaged; the journal brings what came since', async () => {
    const shop = await openShop();
    await shop.post(1, 2);
    await shop.run('backup.now', {});
    await shop.post(3);
    await shop.close();
    const again = await openShop(shop.folder);
    await again.post(4);
    const folder = copyAsIs(shop.folder);
    for (const name of namesIn(folder, '.sqlite')) flipBit(join(folder, name), 4000);
    expect(await (await openShop(folder)).counted()).toEqual([1, 2, 3, 4]);
  });
});

describe('restoring', () => {
  it('brings back what was there, and can be undone', async () => {
    const shop = await openShop();
    await shop.post(1, 2);
    const made = await shop.run('backup.now', {});
    await shop.post(3, 4);
    const name = made.ok ? made.result.name : '';
    expect(await shop.run('backup.restore', { name })).toEqual({ ok: true, result: null });
    expect(await shop.counted()).toEqual([1, 2]);
    await shop.post(5);
    const kept = (await shop.run('backup.list', {})).find(({ kind }) => kind === 'before-restore');
    expect(await shop.run('backup.restore', { name: kept?.name ?? '' })).toEqual({ ok: true, result: null });
    expect(await shop.counted()).toEqual([1, 2, 3, 4]);
    // Undoing it kept what came in between, too.
    const [last] = await shop.run('backup.list', {});
    await shop.run('backup.restore', { name: last?.name ?? '' });
    expect(await shop.counted()).toEqual([1, 2, 5]);
  });

  it('survives a power cut right after', async () => {
    const shop = await openShop();
    await shop.post(1);
    const made = await shop.run('backup.now', {});
    await shop.post(2);
    await shop.run('backup.restore', { name: made.ok ? made.result.name : '' });
    await shop.post(7);
    const again = await openShop(copyAsIs(shop.folder));
    expect(await again.counted()).toEqual([1, 7]);
  });

  it('goes on while messages come in: each is in the old data or in the new', async () => {
    const shop = await openShop();
    await shop.post(1);
    const made = await shop.run('backup.now', {});
    const restoring = shop.run('backup.restore', { name: made.ok ? made.result.name : '' });
    await shop.post(2, 3, 4);
    expect(await restoring).toMatchObject({ ok: true });
    const restored = await shop.counted();
    const kept = (await shop.run('backup.list', {})).find(({ kind }) => kind === 'before-restore');
    await shop.run('backup.restore', { name: kept?.name ?? '' });
    const before = await shop.counted();
    expect([...new Set([...restored, ...before])].sort()).toEqual([1, 2, 3, 4]);
  });

  it('twice at once is one after the other', async () => {
    const shop = await openShop();
    await shop.post(1);
    const made = await shop.run('backup.now', {});
    await shop.post(2);
    const name = made.ok ? made.result.name : '';
    const done = await Promise.all([1, 2].map(() => shop.run('backup.restore', { name })));
    expect(done.map((each) => each.ok)).toEqual([true, true]);
    expect(await shop.counted()).toEqual([1]);
    await shop.post(3);
    expect(await shop.counted()).toEqual([1, 3]);
  });

  it('refuses what is no database of Foyer, and leaves everything as it is', async () => {
    const shop = await openShop();
    await shop.post(1);
    const path = join(testFolder(), 'other.foyer');
    const other = new Sql(sqlite, null);
    other.exec('CREATE TABLE t (x)');
    const newer = new Sql(sqlite, readFileSync(await exported(shop)));
    newer.exec(`PRAGMA user_version = ${String(newestVersion + 10)}`);
    const cases: [Uint8Array, RegExp][] = [
      [Buffer.from('no database at all'), /cannot be read as a database/],
      [Buffer.alloc(0), /not a file of Foyer/],
      [other.export(), /not a file of Foyer/],
      [newer.export(), /newer Foyer/],
      [readFileSync(await exported(shop)).subarray(0, 9000), /damaged|cannot be read/],
    ];
    for (const [bytes, sentence] of cases) {
      writeFileSync(path, bytes);
      const answer = await shop.run('everything.import', { path });
      expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
      expect(answer.ok ? '' : answer.error.message).toMatch(sentence);
    }
    expect(await shop.run('everything.import', { path: `${path}.not` })).toMatchObject({ ok: false });
    expect(await shop.run('backup.restore', { name: '../../etc/passwd' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(await shop.counted()).toEqual([1]);
  });
});

async function exported(shop: Shop): Promise<string> {
  const path = join(testFolder(), 'everything.foyer');
  expect(await shop.run('everything.export', { path })).toMatchObject({ ok: true });
  return path;
}

it('everything moves to another computer in one file', async () => {
  const old = await openShop();
  await old.post(1, 2, 3);
  const path = await exported(old);
  const next = await openShop();
  await next.post(9);
  expect(await next.run('everything.import', { path })).toEqual({ ok: true, result: null });
  expect(await next.counted()).toEqual([1, 2, 3]);
  await next.post(4);
  await next.post(3);
  expect(await next.counted()).toEqual([1, 2, 3, 4]);
  const after = await openCore({ folder: copyAsIs(next.folder) });
  expect((await after.call('cameras.list', {})).map((camera) => camera.sn)).toEqual([sn]);
});

it('an export that cannot be written leaves nothing behind', async () => {
  const shop = await openShop();
  const folder = testFolder();
  const answer = await shop.run('everything.export', { path: join(folder, 'no', 'such', 'folder.foyer') });
  expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(namesIn(folder, '')).toEqual([]);
});
