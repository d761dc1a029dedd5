import { chmodSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../../../src/main/core/storage/folder-lock';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import { someMorning } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import {
  copyAsIs,
  countedReports,
  onlyFile,
  openCore,
  openEngine,
  postOf,
  reportOf,
  testFolder,
} from './support';

describe('two on one folder', () => {
  it('the second says so and stops; when the first has ended it may', async () => {
    const folder = testFolder();
    const first = await TestCore.open({ folder });
    await expect(TestCore.open({ folder })).rejects.toMatchObject({
      reason: 'locked',
      message: expect.stringContaining('already running') as string,
    });
    expect(await first.post(reportOf(0))).toMatchObject({ code: 0 });
    await first.close();
    await openCore({ folder });
  });

  it('is seen through another name of the same folder', async () => {
    const folder = testFolder();
    const alias = join(testFolder(), 'alias');
    symlinkSync(folder, alias);
    const unlock = await lockFolder(folder);
    expect(unlock).not.toBeNull();
    expect(await lockFolder(alias)).toBeNull();
    await unlock?.();
    await (
      await lockFolder(alias)
    )?.();
  });

  it('a start that fails gives the lock back', async () => {
    const folder = testFolder();
    const broken: FileSystem = { ...nodeFileSystem, create: () => fail('EROFS') };
    await expect(TestCore.open({ folder, fs: broken })).rejects.toMatchObject({ reason: 'unwritable' });
    await openCore({ folder });
  });
});

function fail(code: string): never {
  throw Object.assign(new Error(`${code}: made up`), { code });
}

describe('a folder that cannot be used', () => {
  it('because it is a file', async () => {
    const path = join(testFolder(), 'file');
    writeFileSync(path, '');
    await expect(TestCore.open({ folder: path })).rejects.toMatchObject({ reason: 'unwritable' });
  });

  it('because it is read-only', async () => {
    const folder = testFolder();
    chmodSync(folder, 0o500);
    // Root may write anywhere, so the answer of the system is made up for it.
    const fs: FileSystem =
      process.getuid?.() === 0 ? { ...nodeFileSystem, create: () => fail('EACCES') } : nodeFileSystem;
    await expect(TestCore.open({ folder, fs })).rejects.toMatchObject({ reason: 'unwritable' });
  });

  it('is made where there is none yet', async () => {
    const folder = join(testFolder(), 'new', 'folder');
    const test = await openCore({ folder });
    expect(await test.post(reportOf(0))).toMatchObject({ code: 0 });
  });
});

describe('a folder that vanishes while Foyer runs', () => {
  it('is said, and used again when it is back', async () => {
    const folder = testFolder();
    const test = await openCore({ folder });
    expect(await test.post(reportOf(0))).toMatchObject({ code: 0 });
    renameSync(folder, `${folder}-away`);
    // The open file of the journal is still there; a new one cannot be made.
    test.clock.advance(3_600_001);
    await test.post(reportOf(1));
    await expect.poll(async () => (await test.call('system.info', {})).storageProblem).toMatch(/is gone/);
    renameSync(`${folder}-away`, folder);
    test.clock.advance(3_600_001);
    expect(await test.post(reportOf(2))).toMatchObject({ code: 0 });
    await expect.poll(async () => (await test.call('system.info', {})).storageProblem).toBeNull();
    expect(await countedReports(test, 3)).toEqual([1, 1, 1]);
  });
});

it('a journal that has grown long asks for a snapshot, however quickly it did', async () => {
  const engine = await openEngine(testFolder());
  const large = { ...postOf(0, { sn: '1', data: 'x'.repeat(2 ** 20) }), endpoint: 'opaque' as const };
  for (let megabytes = 0; megabytes < 16; megabytes++) {
    expect(engine.files.isSnapshotDue(someMorning)).toBe(false);
    expect(await engine.receive([large])).toMatchObject([{ code: 0 }]);
  }
  expect(engine.files.isSnapshotDue(someMorning)).toBe(true);
  engine.files.close();
});

it('a journal that somebody deletes is noticed: a snapshot has it all again', async () => {
  const folder = testFolder();
  const engine = await openEngine(folder);
  expect(await engine.receive([postOf(0)])).toMatchObject([{ code: 0 }]);
  expect(engine.files.isSnapshotDue(someMorning)).toBe(false);
  rmSync(onlyFile(folder, 'journal-'));
  expect(engine.files.isSnapshotDue(someMorning)).toBe(true);
  expect(await engine.receive([postOf(1)])).toMatchObject([{ code: 0 }]);
  await engine.snapshot(someMorning);
  const again = await openCore({ folder: copyAsIs(folder) });
  expect(await countedReports(again, 2)).toEqual([1, 1]);
});

it.skipIf(process.platform === 'win32')('only the owner may read the files', async () => {
  const folder = testFolder();
  const test = await TestCore.open({ folder });
  await test.post(reportOf(0));
  await test.close();
  const files = nodeFileSystem.list(folder).filter((name) => /\.(log|sqlite)$/.test(name));
  expect(files).toHaveLength(2);
  for (const name of files) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
});
