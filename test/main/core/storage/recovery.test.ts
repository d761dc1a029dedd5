import { readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { DataFolder } from '../../../../src/main/core/storage/data-folder';
import { nodeFileSystem } from '../../../../src/main/core/storage/file-system';
import { loadSqlite, type Sqlite } from '../../../../src/main/core/storage/sql';
import { silentLog, sqliteWasmPath, TestCore } from '../../../support/core';
import {
  copyAsIs,
  countedReports,
  flipBit,
  keepingLog,
  namesIn,
  onlyFile,
  openCore,
  reportOf,
  sn,
  testFolder,
} from './support';

const ones = (count: number) => Array.from({ length: count }, () => 1);

async function post(test: TestCore, ...numbers: number[]): Promise<void> {
  for (const i of numbers) expect(await test.post(reportOf(i))).toMatchObject({ code: 0 });
}

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** Everything that can be seen of the data. */
async function figures(test: TestCore): Promise<unknown> {
  return {
    counted: await countedReports(test, 12),
    cameras: await test.call('cameras.list', {}),
    sites: await test.call('sites.list', {}),
    quality: await test.call('quality.list', {}),
    settings: await test.call('settings.get', {}),
  };
}

describe('after the power went', () => {
  it('everything acknowledged is there, and every figure is as before', async () => {
    const test = await openCore();
    await post(test, ...range(0, 6), 3, 4);
    await test.heartbeat(sn);
    await test.call('cameras.update', { sn, name: 'Front door' });
    await test.post({ sn, time: 1, currentStay: 1, info: [{ id: 7, height: 171, staytime: 900 }] });
    await test.post({ sn, data: [{ startTime: 1772000000, endTime: 1772003600, in: 4, out: 2 }] });
    const before = await figures(test);
    const log = keepingLog();
    const again = await openCore({ folder: copyAsIs(test.folder), log });
    expect(await figures(again)).toEqual(before);
    expect(log.lines).toEqual([expect.stringMatching(/did not end in order; 13 messages/)]);
  });

  it('again and again, it stays so', async () => {
    let test = await openCore();
    for (const i of range(0, 10)) {
      await post(test, i);
      test = await openCore({ folder: copyAsIs(test.folder) });
      expect(await countedReports(test, i + 1)).toEqual(ones(i + 1));
    }
  });

  it('a message alone in its file is there', async () => {
    const folder = testFolder();
    let test = await TestCore.open({ folder });
    await post(test, 0);
    await test.close();
    let left = folder;
    for (const i of range(1, 5)) {
      test = await openCore({ folder: left });
      expect(await countedReports(test, i)).toEqual(ones(i));
      await post(test, i);
      left = copyAsIs(left);
    }
    expect(await countedReports(await openCore({ folder: left }), 5)).toEqual(ones(5));
  });

  it('a snapshot in between changes nothing', async () => {
    const folder = testFolder();
    for (const i of range(0, 5)) {
      const test = await TestCore.open({ folder });
      await post(test, 2 * i);
      const copy = await openCore({ folder: copyAsIs(folder) });
      expect(await countedReports(copy, 2 * i + 1)).toEqual(ones(2 * i + 1));
      await post(test, 2 * i + 1);
      await test.close();
    }
    expect(namesIn(folder, '.sqlite')).toHaveLength(2);
  });
});

it('an orderly end leaves nothing to recover, and one without news no new snapshot', async () => {
  const folder = testFolder();
  const test = await TestCore.open({ folder });
  await post(test, 0);
  await test.close();
  const [snapshot] = namesIn(folder, '.sqlite');
  const log = keepingLog();
  const second = await TestCore.open({ folder, log });
  await second.close();
  expect(log.lines).toEqual([]);
  expect(namesIn(folder, '.sqlite')).toEqual([snapshot]);
});

describe('the end of the journal', () => {
  let sqlite: Sqlite;
  beforeAll(async () => {
    sqlite = await loadSqlite(sqliteWasmPath);
  });

  /** Opens the files alone, which is quick enough to be done at every byte. */
  function reopen(folder: string) {
    const files = DataFolder.open(folder, nodeFileSystem, sqlite, silentLog);
    const sequences = files.takePending().map((record) => record.sequence);
    const { recovery, lastSequence } = files;
    files.close();
    return { sequences, recovery, lastSequence };
  }

  it('may be cut at any byte of the last three records', async () => {
    const test = await openCore();
    const sizes: number[] = [];
    const segment = () => onlyFile(test.folder, 'journal-');
    for (const i of range(0, 6)) {
      await post(test, i);
      sizes.push(readFileSync(segment()).length);
    }
    const copy = copyAsIs(test.folder);
    const path = join(copy, basename(segment()));
    // The first record made the site; report i has the sequence i + 2.
    for (let length = (sizes.at(-1) ?? 0) - 1; length >= (sizes[2] ?? 0); length--) {
      truncateSync(path, length);
      const whole = sizes.filter((size) => size <= length).length;
      const { sequences, recovery, lastSequence } = reopen(copy);
      expect(sequences).toEqual(range(1, whole + 2));
      expect(recovery).toMatchObject({ damagedRecords: 0, tornBytes: length - (sizes[whole - 1] ?? 0) });
      expect(lastSequence).toBe(whole + 1);
    }
  });

  it('may have a byte of it damaged: that record is lost, and it is said', async () => {
    const test = await openCore();
    const sizes: number[] = [];
    const segment = () => onlyFile(test.folder, 'journal-');
    for (const i of range(0, 6)) {
      await post(test, i);
      sizes.push(readFileSync(segment()).length);
    }
    const copy = copyAsIs(test.folder);
    const path = join(copy, basename(segment()));
    const bytes = readFileSync(path);
    for (let offset = sizes[2] ?? 0; offset < bytes.length; offset += 3) {
      const damaged = Buffer.from(bytes);
      damaged[offset] = (damaged[offset] ?? 0) ^ (1 << (offset % 8));
      writeFileSync(path, damaged);
      const hit = sizes.findIndex((size) => offset < size) + 2;
      const { sequences, recovery } = reopen(copy);
      expect(sequences).toEqual(range(1, 8).filter((sequence) => sequence !== hit));
      expect(recovery.damagedRecords > 0 || recovery.tornBytes > 0).toBe(true);
    }
  });

  it('is never written behind: a new start has its own file', async () => {
    const test = await openCore();
    await post(test, 0, 1);
    const copy = copyAsIs(test.folder);
    const path = onlyFile(copy, 'journal-');
    truncateSync(path, readFileSync(path).length - 5);
    const second = await openCore({ folder: copy });
    await post(second, 1, 2);
    const third = await openCore({ folder: copyAsIs(copy) });
    expect(await countedReports(third, 3)).toEqual(ones(3));
  });
});

describe('a damaged snapshot', () => {
  /** Three orderly runs of three reports each, and a few that only the journal has. */
  async function filledFolder(): Promise<string> {
    const folder = testFolder();
    for (const run of range(0, 3)) {
      const test = await TestCore.open({ folder });
      await post(test, ...range(3 * run, 3 * run + 3));
      await test.close();
    }
    const test = await openCore({ folder });
    await post(test, 9, 10);
    return copyAsIs(folder);
  }

  it.each([
    ['with a flipped bit', (path: string) => flipBit(path, 5000, 3)],
    ['with a flipped bit in the first byte', (path: string) => flipBit(path, 0, 7)],
    ['cut short', (path: string) => truncateSync(path, 8192)],
    ['that is empty', (path: string) => truncateSync(path, 0)],
    ['that is gone', (path: string) => rmSync(path)],
  ])('%s is made up for by the one before and the journal', async (_, damage) => {
    const folder = await filledFolder();
    const [, newest] = namesIn(folder, '.sqlite');
    damage(join(folder, newest ?? ''));
    const test = await openCore({ folder });
    expect(await countedReports(test, 11)).toEqual(ones(11));
    await post(test, 11);
    const again = await openCore({ folder: copyAsIs(folder) });
    expect(await countedReports(again, 12)).toEqual(ones(12));
  });

  it('is set aside and said', async () => {
    const folder = await filledFolder();
    const [, newest = ''] = namesIn(folder, '.sqlite');
    flipBit(join(folder, newest), 100);
    const log = keepingLog();
    await openCore({ folder, log });
    expect(log.lines.join('\n')).toMatch(/damaged database files were set aside/);
    expect(namesIn(folder, '.damaged')).toEqual([`${newest}.damaged`]);
  });

  it('on top of another one: the messages as they came bring all back', async () => {
    const folder = await filledFolder();
    for (const name of namesIn(folder, '.sqlite')) flipBit(join(folder, name), 100);
    const test = await openCore({ folder });
    expect(await countedReports(test, 11)).toEqual(ones(11));
  });

  it('with nothing to make up for it costs what was in it, is said, and Foyer goes on', async () => {
    const folder = await filledFolder();
    for (const name of namesIn(folder, '.sqlite')) flipBit(join(folder, name), 100);
    rmSync(join(folder, 'archive'), { recursive: true });
    const log = keepingLog();
    const test = await openCore({ folder, log });
    expect((await countedReports(test, 11)).slice(6)).toEqual([1, 1, 1, 1, 1]);
    expect(log.lines.join('\n')).toMatch(/Older counts are lost/);
    await post(test, 11);
  });
});

it('left-over temporary files go, also one of a run with the same process number', async () => {
  const folder = testFolder();
  const leftovers = ['foyer-0000000000000009-00000000.sqlite.tmp', `.write-test-${process.pid}.tmp`];
  for (const name of leftovers) writeFileSync(join(folder, name), 'half');
  const test = await openCore({ folder });
  await post(test, 0);
  expect(namesIn(folder, '.tmp')).toEqual([]);
});

it('a record that was accepted counts whatever the settings say after a damaged one', async () => {
  const test = await openCore();
  await test.call('settings.update', { acceptCameras: 'added' });
  await test.call('cameras.add', { sn, name: 'Front' });
  await post(test, 0, 1);
  const copy = copyAsIs(test.folder);
  const path = onlyFile(copy, 'journal-');
  const at = readFileSync(path).indexOf('"cameras.add"');
  flipBit(path, at);
  const log = keepingLog();
  const again = await openCore({ folder: copy, log });
  expect(await countedReports(again, 2)).toEqual(ones(2));
  expect(log.lines.join('\n')).toMatch(/1 messages in the journal were damaged/);
});
