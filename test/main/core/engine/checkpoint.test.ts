import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCheckpoint } from '../../../../src/main/core/engine/checkpoint';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import { listSnapshots, readSnapshot } from '../../../../src/main/core/storage/snapshot';
import { noCheckpoint, type Checkpointer } from '../../../../src/main/core/storage/snapshots';
import { loadSqlite, Sql } from '../../../../src/main/core/storage/sql';
import { someMorning } from '../../../support/clock';
import { silentLog, sqliteWasmPath } from '../../../support/core';
import {
  copyAsIs,
  flipBit,
  keepingLog,
  namesIn,
  onlyFile,
  openEngineWith,
  postOf,
  reportOf,
  testFolder,
} from '../storage/support';

const fromFiles: Checkpointer = async (job) =>
  makeCheckpoint(job, nodeFileSystem, await loadSqlite(sqliteWasmPath), silentLog);

/** An engine, what its log says, and what is made from its files. */
async function open(folder: string, checkpointer: Checkpointer = fromFiles, fs: FileSystem = nodeFileSystem) {
  const log = keepingLog();
  const engine = await openEngineWith({ folder, fs, log, checkpointer });
  const isFromFiles = () => !log.lines.some((line) => line.startsWith(noCheckpoint));
  return { engine, isFromFiles };
}

const post = async (engine: Engine, ...numbers: number[]) => {
  const replies = await engine.receive(numbers.map((i) => postOf(i)));
  expect(replies.map(({ code }) => code)).toEqual(numbers.map(() => 0));
};

/** Every row of every table, but for what is only worked out ahead and what says when it was written. */
function contentOf(sql: Sql): Record<string, unknown[][]> {
  const tables = sql.all("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  const names = tables.map(([name]) => String(name)).filter((name) => name !== 'day_sum');
  return Object.fromEntries(
    names.map((name) => [
      name,
      sql.all(`SELECT * FROM "${name}"`).filter(([key]) => !(name === 'meta' && key === 'sequence')),
    ]),
  );
}

async function newestSnapshot(folder: string): Promise<Sql> {
  const [file] = listSnapshots(nodeFileSystem, folder);
  const bytes = file && readSnapshot(nodeFileSystem, folder, file);
  if (!bytes) throw new Error('There is no snapshot that can be read');
  return new Sql(await loadSqlite(sqliteWasmPath), bytes);
}

async function expectSnapshotToHold(folder: string, engine: Engine): Promise<void> {
  engine.prepareForQuestions();
  expect(contentOf(await newestSnapshot(folder))).toEqual(contentOf(engine.state.sql));
}

async function countedAfterPowerCut(folder: string): Promise<number> {
  const { engine } = await open(copyAsIs(folder));
  engine.prepareForQuestions();
  const counted = Number(engine.state.sql.get('SELECT sum("in") FROM quarter')?.[0] ?? 0);
  engine.files.close();
  return counted;
}

describe('a snapshot from the files', () => {
  it('leaves the core to others after every record, and after every piece of the files', async () => {
    const folder = testFolder();
    const rests: number[] = [];
    const counting: Checkpointer = async (job) => {
      let asked = 0;
      const rest = () => void asked++;
      const written = await makeCheckpoint(
        job,
        nodeFileSystem,
        await loadSqlite(sqliteWasmPath),
        silentLog,
        rest,
      );
      rests.push(asked);
      return written;
    };
    const { engine, isFromFiles } = await open(folder, counting);
    await post(engine, 0);
    await engine.snapshot(someMorning);
    await post(engine, ...Array.from({ length: 40 }, (_, i) => i + 1));
    await engine.checkpoint(someMorning);
    engine.files.close();
    expect(isFromFiles()).toBe(true);
    // A record each, the file that is read, its checksum and that of the one that is written.
    expect(rests).toHaveLength(1);
    expect(rests[0]).toBeGreaterThanOrEqual(40 + 3);
  });

  it('holds every row that the database holds, the first one and each after it', async () => {
    const folder = testFolder();
    const { engine, isFromFiles } = await open(folder);
    for (const round of [0, 10, 20]) {
      await post(engine, round, round + 1, round, round + 2);
      await engine.command(
        'notes.put',
        { site: 'main', date: '2026-03-02', text: `${String(round)}` },
        someMorning,
      );
      await engine.receive([postOf(1000 + round, { sn: 'OTHER', ...reportOf(round, { in: 7 }) })]);
      await engine.checkpoint(someMorning + round);
      await expectSnapshotToHold(folder, engine);
    }
    expect(isFromFiles()).toBe(true);
    expect(namesIn(folder, '.sqlite')).toHaveLength(2);
    engine.files.close();
  });

  it('holds nothing of what comes while it is made, and none of that is lost', async () => {
    const folder = testFolder();
    let meanwhile = () => Promise.resolve();
    const { engine } = await open(folder, async (job, signal) => {
      await meanwhile();
      return fromFiles(job, signal);
    });
    await post(engine, 0, 1);
    meanwhile = () => post(engine, 2, 3);
    await engine.checkpoint(someMorning);
    const sums = (await newestSnapshot(folder)).get('SELECT sum("in") FROM quarter');
    expect(sums).toEqual([2]);
    expect(await countedAfterPowerCut(folder)).toBe(4);
    engine.files.close();
  });

  it('is not made from a journal that holds what was never acknowledged', async () => {
    const folder = testFolder();
    let isBroken = false;
    const fs: FileSystem = {
      ...nodeFileSystem,
      datasync: (fd) =>
        isBroken
          ? Promise.reject(Object.assign(new Error('made up'), { code: 'EIO' }))
          : nodeFileSystem.datasync(fd),
      // What did not get onto the disk cannot be taken away from it either.
      truncate: () => undefined,
    };
    const { engine } = await open(folder, fromFiles, fs);
    await post(engine, 0);
    isBroken = true;
    expect(await engine.receive([postOf(1)])).toMatchObject([{ code: 2 }]);
    isBroken = false;
    await engine.checkpoint(someMorning);
    await expectSnapshotToHold(folder, engine);
    expect((await newestSnapshot(folder)).get('SELECT sum("in") FROM quarter')).toEqual([1]);
    engine.files.close();
  });
});

describe('where the files do not give what the engine has', () => {
  const spoilt: [string, (folder: string) => void][] = [
    ['the journal was deleted', (folder) => rmSync(namedLast(folder, '.log'))],
    ['the journal is damaged', (folder) => flipBit(namedLast(folder, '.log'), 60)],
    ['the snapshot was deleted', (folder) => rmSync(onlyFile(folder, '.sqlite'))],
    ['the snapshot is damaged', (folder) => flipBit(onlyFile(folder, '.sqlite'), 5000)],
    [
      'the journal is another one',
      (folder) => {
        const path = namedLast(folder, '.log');
        renameSync(path, `${path}.aside`);
        writeFileSync(path, '');
      },
    ],
  ];

  it.each(spoilt)('because %s, the database is copied', async (_why, spoil) => {
    const folder = testFolder();
    const { engine, isFromFiles } = await open(folder);
    await post(engine, 0);
    await engine.snapshot(someMorning);
    await post(engine, 1, 2);
    spoil(folder);
    await engine.checkpoint(someMorning + 1);
    expect(isFromFiles()).toBe(false);
    expect(engine.problem).toBeNull();
    await expectSnapshotToHold(folder, engine);
    expect(await countedAfterPowerCut(folder)).toBe(3);
    engine.files.close();
  });

  it('because a record is missing that counted nobody, the database is copied', async () => {
    const folder = testFolder();
    const { engine, isFromFiles } = await open(folder);
    await post(engine, 0);
    await engine.snapshot(someMorning);
    await engine.command('notes.put', { site: 'main', date: '2026-03-02', text: 'Sale' }, someMorning);
    await post(engine, 1);
    // The first one after the snapshot: every figure is as it was.
    flipBit(namedLast(folder, '.log'), 60);
    await engine.checkpoint(someMorning + 1);
    expect(isFromFiles()).toBe(false);
    await expectSnapshotToHold(folder, engine);
    engine.files.close();
  });

  it.each([
    ['one more came in', 'UPDATE quarter SET "in" = "in" + 1 WHERE "in" > 0'],
    ['a minute more is covered', 'UPDATE quarter SET covered = covered + 1 WHERE "in" > 0'],
    ['another quarter hour has them', 'UPDATE quarter SET quarter = quarter - 1 WHERE "in" > 0'],
    ['a report has another number', 'UPDATE report SET id = id + 1'],
    [
      'one mark more was made',
      'INSERT INTO quality (at, camera_id, rule) SELECT at, camera_id, rule FROM quality LIMIT 1',
    ],
  ])('because it counted something else (%s), the database is copied', async (_what, change) => {
    const folder = testFolder();
    const { engine, isFromFiles } = await open(folder);
    const now = someMorning / 1000;
    const report = { ...reportOf(0), startTime: now - 60, endTime: now, time: now };
    expect(await engine.receive([postOf(0, report)])).toMatchObject([{ code: 0 }]);
    engine.prepareForQuestions();
    engine.state.sql.exec(change);
    await engine.checkpoint(someMorning);
    expect(isFromFiles()).toBe(false);
    await expectSnapshotToHold(folder, engine);
    engine.files.close();
  });
});

it('is given up for one that is needed at once', async () => {
  const folder = testFolder();
  const { engine } = await open(
    folder,
    (_job, signal) =>
      new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
  );
  await post(engine, 0, 1);
  const atLeisure = engine.checkpoint(someMorning);
  await post(engine, 2);
  await engine.snapshot(someMorning + 1);
  await atLeisure;
  await expectSnapshotToHold(folder, engine);
  expect(engine.files.journalLag).toBe(0);
  expect(await countedAfterPowerCut(folder)).toBe(3);
  engine.files.close();
});

/** The newest of the files with something in their name. */
function namedLast(folder: string, part: string): string {
  return join(folder, namesIn(folder, part).at(-1) ?? '');
}
