import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePrivately } from '../../../src/main/core/write-privately';
import { testFolder } from '../../support/test-folder';

test('the file is replaced whole, for its owner alone', async () => {
  const folder = testFolder();
  const path = join(folder, 'kept');
  writeFileSync(path, 'what was there before, and longer', { mode: 0o644 });
  writeFileSync(`${path}.partial`, 'left by a power cut', { mode: 0o644 });
  await writePrivately(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(['kept']);
});

test.skipIf(process.platform === 'win32')('nothing is written through a link', async () => {
  const folder = testFolder();
  const other = join(folder, 'other');
  writeFileSync(other, 'untouched');
  const path = join(folder, 'kept');
  symlinkSync(other, path);
  symlinkSync(other, `${path}.partial`);
  await writePrivately(path, 'new');
  expect(lstatSync(path).isFile()).toBe(true);
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readFileSync(other, 'utf8')).toBe('untouched');
});

test('where it cannot take its place, half of it does not stay either', async () => {
  const folder = testFolder();
  const path = join(folder, 'kept');
  mkdirSync(join(path, 'in the way'), { recursive: true });
  await expect(writePrivately(path, 'new')).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(['kept']);
});
