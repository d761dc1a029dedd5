import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpointOnThread } from '../../src/main/core/storage/checkpoint-thread';
import { nodeFileSystem } from '../../src/main/core/storage/file-system';
import { MIN_JOURNAL_BYTES, noCheckpoint, type CheckpointJob } from '../../src/main/core/storage/snapshots';
import type { Log } from '../../src/main/core/types';
import { sqliteWasmPath } from '../support/core';
import { countedIn, openStorageThread, postOf, reportOf, threadScript } from '../support/storage-thread';
import { testFolder } from '../support/test-folder';

const KEPT_BYTES = 512 * 1024;
/** More than a journal may hold without a snapshot. */
const KEPT_MESSAGES = MIN_JOURNAL_BYTES / KEPT_BYTES + 2;

const snapshots = (folder: string) => readdirSync(folder).filter((name) => name.includes('.sqlite'));

test('the app makes a snapshot from its files on a thread of its own, and counts on meanwhile', async () => {
  const folder = testFolder();
  const lines: string[] = [];
  const keep = (message: string) => void lines.push(message);
  const log: Log = { info: keep, warn: keep, error: keep };
  const link = await openStorageThread(folder, log);
  const filler = 'x'.repeat(KEPT_BYTES);
  let reports = 0;
  for (let i = 0; i < KEPT_MESSAGES; i++) {
    expect(await link.receive(postOf('opaque', { sn: 'THREAD', data: filler }))).toMatchObject({ code: 0 });
    expect(await link.receive(reportOf(reports++))).toMatchObject({ code: 0 });
  }
  await expect.poll(async () => (await link.request('health', {}, Date.now())).lastSnapshot).not.toBeNull();
  expect(await link.receive(reportOf(reports++))).toMatchObject({ code: 0 });
  expect(lines.filter((line) => line.startsWith(noCheckpoint))).toEqual([]);
  // As a power cut leaves it: the snapshot, and what came after it.
  const copy = testFolder();
  cpSync(folder, copy, {
    recursive: true,
    filter: (path) => !path.endsWith('.tmp') && !path.endsWith('lock'),
  });
  expect(snapshots(copy)).toHaveLength(1);
  expect(await countedIn(await openStorageThread(copy))).toBe(reports);
  expect(await countedIn(link)).toBe(reports);
});

test('a thread that is given up, or cannot do it, leaves nothing behind', async () => {
  const folder = testFolder();
  const link = await openStorageThread(folder);
  for (let minute = 0; minute < 5; minute++) await link.receive(reportOf(minute));
  const make = checkpointOnThread(threadScript('checkpoint-worker.js'), sqliteWasmPath);
  const job: CheckpointJob = { folder, base: null, sequence: 6, records: 6, proof: '', nowMs: Date.now() };
  await expect(make(job, AbortSignal.abort(new Error('given up')))).rejects.toThrow('given up');
  await expect(make({ ...job, records: 7 }, new AbortController().signal)).rejects.toThrow('6 of 7 records');
  await expect(make(job, new AbortController().signal)).rejects.toThrow('other figures');
  expect(snapshots(folder)).toEqual([]);
  // Half of one, by a thread that was ended while it wrote.
  const half = join(folder, 'foyer-0000000000000006-00000000.sqlite.tmp');
  nodeFileSystem.close(nodeFileSystem.create(half));
  await expect(make(job, AbortSignal.abort(new Error('given up')))).rejects.toThrow('given up');
  expect(snapshots(folder)).toEqual([]);
});
