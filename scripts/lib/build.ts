import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root, tool } from './project';
import { runQuietly, type RunResult } from './run';

const sources = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
/** Files that are loaded by their names. What else there is, these import: it is as new as they are. */
const products = [
  'main/index.js',
  'main/headless.js',
  'main/storage-worker.js',
  'main/checkpoint-worker.js',
  'main/sql-wasm.wasm',
  'preload/index.cjs',
  'renderer/index.html',
];
const builds = products.map((file) => join('out', file));

/** Whether `out/` is newer than everything it is made from. */
export function isUpToDate(project = root): boolean {
  const built = builds.map((file) => changedAt(join(project, file)));
  const newest = Math.max(...sources.map((source) => newestIn(join(project, source))));
  return built.every((at) => at !== null && at >= newest);
}

function changedAt(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? null;
}

/** A folder counts too: deleting a file changes only that. */
function newestIn(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return 0;
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

export function build(): Promise<RunResult> {
  return runQuietly([tool('electron-vite/bin/electron-vite.js'), 'build']);
}
