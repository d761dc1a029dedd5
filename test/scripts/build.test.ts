import { mkdir, mkdtemp, rm, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { UserConfig } from 'electron-vite';
import { expect, onTestFinished, test } from 'vitest';
import config from '../../electron.vite.config';
import { isUpToDate } from '../../scripts/lib/build';

const outputs = [
  'out/main/index.js',
  'out/main/headless.js',
  'out/main/storage-worker.js',
  'out/main/checkpoint-worker.js',
  'out/main/sql-wasm.wasm',
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
  for (const output of outputs) {
    await unlink(join(folder, output));
    expect(isUpToDate(folder), output).toBe(false);
    await write(output, Date.now() / 1000 + 10);
  }
  expect(isUpToDate(folder)).toBe(true);
});

test('every program that is bundled belongs to a build', () => {
  const { main } = config as UserConfig;
  const programs = Object.keys(main?.build?.rollupOptions?.input ?? {});
  expect(programs).toContain('index');
  expect(outputs).toEqual(expect.arrayContaining(programs.map((name) => `out/main/${name}.js`)));
});
