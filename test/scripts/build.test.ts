import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isUpToDate } from '../../scripts/lib/build';

const outputs = [
  'out/main/index.js',
  'out/main/headless.js',
  'out/main/storage-worker.js',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

async function project(): Promise<{ folder: string; write(file: string, at: number): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-build-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  async function write(file: string, at: number): Promise<void> {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), '');
    await utimes(join(folder, file), at, at);
    await utimes(dirname(join(folder, file)), at, at);
  }
  return { folder, write };
}

test('a build is up to date only while it is complete and newer than every source', async () => {
  const { folder, write } = await project();
  await write('src/main/a.ts', 100);
  await utimes(join(folder, 'src'), 100, 100);
  expect(isUpToDate(folder)).toBe(false);
  for (const output of outputs) await write(output, 200);
  expect(isUpToDate(folder)).toBe(true);
  await write('src/main/b.ts', 300);
  expect(isUpToDate(folder)).toBe(false);
  for (const output of outputs) await write(output, 400);
  expect(isUpToDate(folder)).toBe(true);
  await unlink(join(folder, 'src/main/b.ts'));
  expect(isUpToDate(folder)).toBe(false);
  for (const output of outputs) await write(output, Date.now() / 1000 + 10);
  expect(isUpToDate(folder)).toBe(true);
  await unlink(join(folder, 'out/preload/index.cjs'));
  expect(isUpToDate(folder)).toBe(false);
});
