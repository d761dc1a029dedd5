import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ArrivedPost } from '../../src/main/core/engine/receive';
import { WorkerLink } from '../../src/main/core/engine/worker-link';
import type { CameraEndpoint, Log } from '../../src/main/core/types';
import { silentLog, sqliteWasmPath } from './core';

const dayMs = 86_400_000;

/** The built script of one of the app's threads. Needs `npm run build`. */
export function threadScript(name: 'storage-worker.js' | 'checkpoint-worker.js'): URL {
  return pathToFileURL(resolve(import.meta.dirname, '../../out/main', name));
}

/** Starts the built storage thread on a folder. It ends with the test, unless the test has ended it. */
export async function openStorageThread(folder: string, log: Log = silentLog): Promise<WorkerLink> {
  const options = {
    folder,
    wasmPath: sqliteWasmPath,
    timeZone: 'UTC',
    forceTimeZone: false,
    now: Date.now(),
  };
  const link = await WorkerLink.open(threadScript('storage-worker.js'), options, log);
  onTestFinished(() => link.close(Date.now()));
  return link;
}

export function postOf(endpoint: CameraEndpoint, message: object): ArrivedPost {
  const body = new TextEncoder().encode(JSON.stringify(message));
  return { endpoint, path: '/', remoteAddress: '192.0.2.7', body, at: Date.now() };
}

/** A report of one person, in that minute of yesterday. */
export function reportOf(minute: number): ArrivedPost {
  const startTime = Math.floor(Date.now() / dayMs) * 86_400 - 86_400 + minute * 60;
  const endTime = startTime + 60;
  return postOf('upload', { sn: 'THREAD', startTime, endTime, time: endTime, in: 1, out: 0 });
}

/** People in all reports of these days. */
export async function countedIn(link: WorkerLink): Promise<number> {
  const [from, to] = [-2, 2].map((days) => new Date(Date.now() + days * dayMs).toISOString().slice(0, 10));
  const range = { from: from ?? '', to: to ?? '', by: 'month' as const, hours: 'all' as const };
  const { rows } = await link.request('history.query', range, Date.now());
  return rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
}
