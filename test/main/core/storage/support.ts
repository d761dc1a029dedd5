import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { Engine } from '../../../../src/main/core/engine/engine';
import type { ArrivedPost } from '../../../../src/main/core/engine/receive';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import type { Checkpointer } from '../../../../src/main/core/storage/snapshots';
import type { Log } from '../../../../src/main/core/types';
import { someMorning } from '../../../support/clock';
import { silentLog, sqliteWasmPath, TestCore, type TestCoreOptions } from '../../../support/core';
import { testFolder } from '../../../support/test-folder';

export { testFolder };

export const sn = '2010010000000000';
const quarterMs = 15 * 60_000;
/** The first quarter hour that {@link reportOf} speaks of. */
export const firstQuarterMs = someMorning - 20 * 24 * 60 * 60_000;

/**
 * Report number i: a minute in a quarter hour of its own, so that the sums show which reports were counted
 * and how often.
 */
export function reportOf(i: number, counts: { in?: number } = {}): Record<string, unknown> {
  const start = (firstQuarterMs + i * quarterMs) / 1000;
  return {
    sn,
    startTime: start,
    endTime: start + 60,
    time: start + 60,
    in: 1,
    out: 0,
    passby: i,
    turnback: 0,
    ...counts,
  };
}

/** `in` of the reports 0 … count − 1 as they were counted; `null` for one that was not. */
export async function countedReports(test: TestCore, count: number): Promise<(number | null)[]> {
  const to = firstQuarterMs + count * quarterMs;
  const { rows } = await test.call('history.query', {
    from: new Date(firstQuarterMs).toISOString(),
    to: new Date(to).toISOString(),
    by: 'quarter',
    cameras: [sn],
  });
  const found = new Map(rows.map((row) => [Date.parse(row.start), row.in]));
  return Array.from({ length: count }, (_, i) => found.get(firstQuarterMs + i * quarterMs) ?? null);
}

/** Opens a core that is closed when the test ends, unless the test has closed it. */
export async function openCore(options: TestCoreOptions = {}): Promise<TestCore> {
  const test = await TestCore.open({ folder: options.folder ?? testFolder(), ...options });
  onTestFinished(() => test.close());
  return test;
}

/** The folder as a power cut at this moment would leave it. */
export function copyAsIs(folder: string): string {
  const copy = testFolder();
  cpSync(folder, copy, { recursive: true });
  return copy;
}

export function namesIn(folder: string, part: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.includes(part))
    .sort();
}

/** Flips one bit of a file. */
export function flipBit(path: string, offset: number, bit = 0): void {
  const bytes = readFileSync(path);
  bytes[offset] = (bytes[offset] ?? 0) ^ (1 << bit);
  writeFileSync(path, bytes);
}

export function onlyFile(folder: string, part: string): string {
  const [name, ...others] = namesIn(folder, part);
  if (name === undefined || others.length > 0) throw new Error(`Not one file with ${part} in ${folder}`);
  return join(folder, name);
}

/** A log that keeps what maintainers would read. */
export function keepingLog(): Log & { lines: string[] } {
  const lines: string[] = [];
  const keep = (message: string) => void lines.push(message);
  return { lines, info: keep, warn: keep, error: keep };
}

/** The engine alone, on the test's own thread and without a lock. */
export function openEngine(folder: string, fs: FileSystem = nodeFileSystem): Promise<Engine> {
  return openEngineWith({ folder, fs });
}

interface EngineSurroundings {
  folder: string;
  fs?: FileSystem;
  log?: Log;
  checkpointer?: Checkpointer;
}

export function openEngineWith({
  folder,
  fs = nodeFileSystem,
  log = silentLog,
  checkpointer,
}: EngineSurroundings): Promise<Engine> {
  const options = {
    folder,
    wasmPath: sqliteWasmPath,
    timeZone: 'Europe/Madrid',
    forceTimeZone: false,
    now: someMorning,
  };
  return Engine.open(options, fs, log, checkpointer);
}

/** {@link reportOf} as it arrives, a millisecond after the one before. */
export function postOf(i: number, body: unknown = reportOf(i), at = someMorning + i): ArrivedPost {
  return {
    endpoint: 'upload',
    path: '/api/camera/dataUpload',
    remoteAddress: '192.0.2.7',
    body: new TextEncoder().encode(JSON.stringify(body)),
    at,
  };
}
