import { createRequire } from 'node:module';
import { Engine } from '../../src/main/core/engine/engine';
import { nodeFileSystem } from '../../src/main/core/storage/file-system';
import { silentLog } from './core';

const wasmPath = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
const yearMs = 365 * 86_400_000;

/**
 * A data folder with a camera that was added years ago and has not been heard since: every quarter hour since then
 * is a row of a file, 35,040 a year.
 */
export async function makeQuietYears(folder: string, years: number): Promise<void> {
  const addedMs = Date.now() - years * yearMs;
  const engine = await Engine.open(
    { folder, wasmPath, timeZone: 'UTC', forceTimeZone: false, now: addedMs },
    nodeFileSystem,
    silentLog,
  );
  await engine.command('cameras.add', { sn: '2010010000001234', name: 'Front door' }, addedMs);
  await engine.snapshot(Date.now());
  engine.files.close();
}
