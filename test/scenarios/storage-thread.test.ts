import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { FoyerEvent } from '#shared/contract';
import type { Cost } from '../../src/main/core/engine/costs';
import { restartPauseMs, StorageThreadError, threadTrouble } from '../../src/main/core/engine/thread-trouble';
import { WorkerLink } from '../../src/main/core/engine/worker-link';
import { removeFolder, silentLog, sqliteWasmPath, temporaryFolder } from '../support/core';

const script = pathToFileURL(resolve(import.meta.dirname, '../../out/main/storage-worker.js'));

function testFolder(): string {
  const folder = temporaryFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

async function open(folder: string): Promise<WorkerLink> {
  const options = {
    folder,
    wasmPath: sqliteWasmPath,
    timeZone: 'UTC',
    forceTimeZone: false,
    now: Date.now(),
  };
  const link = await WorkerLink.open(script, options, silentLog);
  onTestFinished(() => link.close(Date.now()));
  return link;
}

function postOf(minute: number) {
  const startTime = Math.floor(Date.now() / 86_400_000) * 86_400 - 86_400 + minute * 60;
  const report = { sn: 'THREAD', startTime, endTime: startTime + 60, time: startTime + 60, in: 1, out: 0 };
  const body = new TextEncoder().encode(JSON.stringify(report));
  return {
    endpoint: 'upload' as const,
    path: '/dataUpload',
    remoteAddress: '192.0.2.7',
    body,
    at: Date.now(),
  };
}

async function countedIn(link: WorkerLink): Promise<number> {
  const [from, to] = [-2, 2].map((days) =>
    new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
  );
  const range = { from: from ?? '', to: to ?? '', by: 'month' as const, hours: 'all' as const };
  const { rows } = await link.request('history.query', range, Date.now());
  return rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
}

test('the storage thread backs up, restores and answers meanwhile', async () => {
  const link = await open(testFolder());
  for (const minute of [1, 2]) expect(await link.receive(postOf(minute))).toMatchObject({ code: 0 });
  const made = await link.maintain('backup.now', {}, Date.now());
  if (!made.ok) throw new Error(made.error.message);
  expect(await link.receive(postOf(3))).toMatchObject({ code: 0 });
  const restoring = link.maintain('backup.restore', { name: made.result.name }, Date.now());
  // Each of these meets the old data or the new; both are kept.
  const meanwhile = Promise.all([link.receive(postOf(4)), countedIn(link)]);
  expect(await restoring).toEqual({ ok: true, result: null });
  expect((await meanwhile)[0]).toMatchObject({ code: 0 });
  expect(await countedIn(link)).toBeLessThanOrEqual(3);
  expect(await link.maintain('backup.list', {}, Date.now())).toMatchObject([
    { kind: 'before-restore' },
    { kind: 'daily' },
  ]);
});

test('a second thread on the folder is refused, and after an orderly end it is not', async () => {
  const folder = testFolder();
  const first = await open(folder);
  await first.receive(postOf(1));
  await expect(open(folder)).rejects.toMatchObject({ name: 'DataFolderError', reason: 'locked' });
  await first.close(Date.now());
  expect(await countedIn(await open(folder))).toBe(1);
});

test('whoever asks after the end is told so', async () => {
  const link = await open(testFolder());
  await link.close(Date.now());
  await expect(link.receive(postOf(1))).rejects.toThrow(/closing/);
  await expect(countedIn(link)).rejects.toThrow(/closing/);
});

test('who sent what the thread ended over is charged for it, is told so, and may send again', async () => {
  const threads: Worker[] = [];
  const onWorker = (worker: Worker) => threads.push(worker);
  process.on('worker', onWorker);
  onTestFinished(() => {
    process.off('worker', onWorker);
  });
  const link = await open(testFolder());
  const charged = new Promise<Cost[]>((resolve) => link.onCosts(resolve));
  const replaced = new Promise<FoyerEvent[]>((resolve) => link.onEvents(resolve));
  const sent = link.receive(postOf(1));
  void threads[0]?.terminate();
  await expect(sent).rejects.toBeInstanceOf(StorageThreadError);
  expect(await charged).toEqual([['192.0.2.7', 60_000]]);
  expect(await replaced).toMatchObject([{ name: 'replaced' }]);
  expect(link.trouble).toBeNull();
  expect(await link.receive(postOf(1))).toMatchObject({ code: 0 });
  expect(await countedIn(link)).toBe(1);
});

test('a thread that fails again and again is started ever more seldom, and the owner is asked to help', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100].map(restartPauseMs)).toEqual([
    250, 1000, 4000, 16_000, 64_000, 256_000, 300_000, 300_000,
  ]);
  expect(threadTrouble(3).sentence?.id).toBe('thread-restarts');
  expect(threadTrouble(4).message).toMatch(/Please restart this computer/);
});
