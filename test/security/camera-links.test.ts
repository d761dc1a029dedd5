import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { nodeFileSystem } from '../../src/main/core/storage/file-system';
import { removeFolder, temporaryFolder, TestCore } from '../support/core';

/**
 * Links that somebody planted in the data folder, under names that Foyer reads or is about to write. What
 * they point at is neither believed nor written to.
 */

let folder: string;
let elsewhere: string;
let target: string;
const secret = 'somebody else’s file';

beforeEach(() => {
  folder = temporaryFolder();
  elsewhere = temporaryFolder();
  target = join(elsewhere, 'file');
  writeFileSync(target, secret);
  onTestFinished(() => {
    removeFolder(folder);
    removeFolder(elsewhere);
  });
});

function isUntouched(): boolean {
  return readFileSync(target, 'utf8') === secret && readdirSync(elsewhere).length === 1;
}

async function fill(): Promise<void> {
  const core = await TestCore.open({ folder });
  await core.post({ sn: 'A', endTime: core.clock.now() / 1000 - 60, in: 3, out: 1 });
  await core.close();
}

async function countedToday(): Promise<number | null> {
  const core = await TestCore.open({ folder });
  try {
    return (await core.call('cameras.list', {})).find(({ sn }) => sn === 'A')?.today.in ?? null;
  } finally {
    await core.close();
  }
}

test('a link under the name of the newest snapshot is no snapshot', async () => {
  await fill();
  symlinkSync(target, join(folder, 'foyer-9999999999999999-00000000.sqlite'));
  expect(await countedToday()).toBe(3);
  expect(isUntouched()).toBe(true);
});

test('a link under the name of a journal file is no journal, and is not written to', async () => {
  await fill();
  for (let sequence = 0; sequence < 50; sequence++) {
    symlinkSync(target, join(folder, `journal-${String(1000 + sequence).padStart(16, '0')}.log`));
  }
  const core = await TestCore.open({ folder });
  expect(await core.post({ sn: 'A', endTime: core.clock.now() / 1000, in: 1, out: 0 })).toMatchObject({
    code: 0,
  });
  expect((await core.camera('A')).today.in).toBe(4);
  await core.close();
  expect(isUntouched()).toBe(true);
  expect(await countedToday()).toBe(4);
});

test('a link where a snapshot is written first is replaced, not followed', async () => {
  const path = join(folder, 'foyer.sqlite.tmp');
  symlinkSync(target, path);
  await nodeFileSystem.writeDurably(path, Buffer.from('snapshot'));
  expect(isUntouched()).toBe(true);
  expect(lstatSync(path).isSymbolicLink()).toBe(false);
  expect(readFileSync(path, 'utf8')).toBe('snapshot');
});

test('links under temporary names are removed at a start, and what they point at stays', async () => {
  await fill();
  symlinkSync(target, join(folder, 'anything.tmp'));
  symlinkSync(elsewhere, join(folder, 'folder.tmp'));
  expect(await countedToday()).toBe(3);
  expect(existsSync(join(folder, 'anything.tmp'))).toBe(false);
  expect(isUntouched()).toBe(true);
});

test('a link under the name of a backup is set aside when it is wanted, and nothing is lost', async () => {
  await fill();
  const core = await TestCore.open({ folder });
  await core.call('backup.now', {});
  const name = 'foyer-2026-03-09-0000000000000001-00000000.sqlite';
  symlinkSync(target, join(folder, 'backups', name));
  expect(await core.core.invoke('backup.restore', { name }, 'manage')).toMatchObject({ ok: false });
  expect((await core.camera('A')).today.in).toBe(3);
  await core.close();
  expect(isUntouched()).toBe(true);
});

test('a name that leads out of the folder is no backup', async () => {
  await fill();
  const core = await TestCore.open({ folder });
  mkdirSync(join(folder, 'backups'), { recursive: true });
  for (const name of [
    '../../etc/passwd',
    '/etc/passwd',
    '..',
    '',
    target,
    'foyer-2026-03-09-1-1.sqlite/../x',
  ]) {
    expect(await core.core.invoke('backup.restore', { name }, 'manage')).toMatchObject({ ok: false });
  }
  await core.close();
  expect(isUntouched()).toBe(true);
});

test('the data folder itself may be a link: owners put it on another disk that way', async () => {
  const real = join(elsewhere, 'moved');
  await fill();
  renameSync(folder, real);
  symlinkSync(real, folder);
  expect(await countedToday()).toBe(3);
});
