import type { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import type { FoyerEvent } from '#shared/contract';
import type { Cost } from '../../src/main/core/engine/costs';
import { restartPauseMs, StorageThreadError, threadTrouble } from '../../src/main/core/engine/thread-trouble';
import { countedIn, openStorageThread, reportOf } from '../support/storage-thread';
import { testFolder } from '../support/test-folder';

test('the storage thread backs up, restores and answers meanwhile', async () => {
  const link = await openStorageThread(testFolder());
  for (const minute of [1, 2]) expect(await link.receive(reportOf(minute))).toMatchObject({ code: 0 });
  const made = await link.maintain('backup.now', {}, Date.now());
  if (!made.ok) throw new Error(made.error.message);
  expect(await link.receive(reportOf(3))).toMatchObject({ code: 0 });
  const restoring = link.maintain('backup.restore', { name: made.result.name }, Date.now());
  // Each of these meets the old data or the new; both are kept.
  const meanwhile = Promise.all([link.receive(reportOf(4)), countedIn(link)]);
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
  const first = await openStorageThread(folder);
  await first.receive(reportOf(1));
  await expect(openStorageThread(folder)).rejects.toMatchObject({
    name: 'DataFolderError',
    reason: 'locked',
  });
  await first.close(Date.now());
  expect(await countedIn(await openStorageThread(folder))).toBe(1);
});

test('whoever asks after the end is told so', async () => {
  const link = await openStorageThread(testFolder());
  await link.close(Date.now());
  await expect(link.receive(reportOf(1))).rejects.toThrow(/closing/);
  await expect(countedIn(link)).rejects.toThrow(/closing/);
});

test('who sent what the thread ended over is charged for it, is told so, and may send again', async () => {
  const threads: Worker[] = [];
  const onWorker = (worker: Worker) => threads.push(worker);
  process.on('worker', onWorker);
  onTestFinished(() => {
    process.off('worker', onWorker);
  });
  const link = await openStorageThread(testFolder());
  const charged = new Promise<Cost[]>((resolve) => link.onCosts(resolve));
  const replaced = new Promise<FoyerEvent[]>((resolve) => link.onEvents(resolve));
  const sent = link.receive(reportOf(1));
  void threads[0]?.terminate();
  await expect(sent).rejects.toBeInstanceOf(StorageThreadError);
  expect(await charged).toEqual([['192.0.2.7', 60_000]]);
  expect(await replaced).toMatchObject([{ name: 'replaced' }]);
  expect(link.trouble).toBeNull();
  expect(await link.receive(reportOf(1))).toMatchObject({ code: 0 });
  expect(await countedIn(link)).toBe(1);
});

test('a thread that fails again and again is started ever more seldom, and the owner is asked to help', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 100].map(restartPauseMs)).toEqual([
    250, 1000, 4000, 16_000, 64_000, 256_000, 300_000, 300_000,
  ]);
  expect(threadTrouble(3).sentence?.id).toBe('thread-restarts');
  expect(threadTrouble(4).message).toMatch(/Please restart this computer/);
});
