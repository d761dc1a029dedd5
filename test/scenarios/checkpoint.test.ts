import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { WorkerLink } from '../../src/main/core/engine/worker-link';
import { checkpointOnThread } from '../../src/main/core/storage/checkpoint-thread';
import { nodeFileSystem } from '../../src/main/core/storage/file-system';
import { noCheckpoint, type CheckpointJob } from '../../src/main/core/storage/snapshots';
import type { Log } from '../../src/main/core/types';
import { removeFolder, sqliteWasmPath, temporaryFolder } from '../support/core';

const built = (name: string) => pathToFileURL(resolve(import.meta.dirname, '../../out/main', name));

/** More than a journal may hold without a snapshot. */
const KEPT_MESSAGES = 34;
const KEPT_BYTES = 128 * 1024;

function testFolder(): string {
  const folder = temporaryFolder();
  onTestFinished(() => removeFolder(folder));
  return folder;
}

function post(endpoint: 'upload' | 'opaque', message: object) {
  const body = new TextEncoder().encode(JSON.stringify(message));
  return { endpoint, path: '/', remoteAddress: '192.0.2.7', body, at: Date.now() };
}

function report(minute: number) {
  const start = Math.floor(Date.now() / 86_400_000) * 86_400 - 86_400 + minute * 60;
  return post('upload', {
    sn: 'THREAD',
    startTime: start,
    endTime: start + 60,
    time: start + 60,
    in: 1,
    out: 0,
  });
}

async function open(folder: string) {
  const lines: string[] = [];
  const keep = (message: string) => void lines.push(message);
  const log: Log = { info: keep, warn: keep, error: keep };
  const options = {
    folder,
    wasmPath: sqliteWasmPath,
    timeZone: 'UTC',
    forceTimeZone: false,
    now: Date.now(),
  };
  const link = await WorkerLink.open(built('storage-worker.js'), options, log);
  onTestFinished(() => link.close(Date.now()));
  const counted = async () => {
    const [from, to] = [-2, 2].map((days) =>
      new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
    );
    const range = { from: from ?? '', to: to ?? '', by: 'month' as const, hours: 'all' as const };
    const { rows } = await link.request('history.query', range, Date.now());
    return rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
  };
  return { link, lines, counted };
}

const snapshots = (folder: string) => readdirSync(folder).filter((name) => name.includes('.sqlite'));

test('the app makes a snapshot from its files on a thread of its own, and counts on meanwhile', async () => {
  const folder = testFolder();
  const { link, lines, counted } = await open(folder);
  const filler = 'x'.repeat(KEPT_BYTES);
  let reports = 0;
  for (let i = 0; i < KEPT_MESSAGES; i++) {
    expect(await link.receive(post('opaque', { sn: 'THREAD', data: filler }))).toMatchObject({ code: 0 });
    expect(await link.receive(report(reports++))).toMatchObject({ code: 0 });
  }
  await expect.poll(async () => (await link.request('health', {}, Date.now())).lastSnapshot).not.toBeNull();
  expect(await link.receive(report(reports++))).toMatchObject({ code: 0 });
  expect(lines.filter((line) => line.startsWith(noCheckpoint))).toEqual([]);
  // As a power cut leaves it: the snapshot, and what came after it.
  const copy = testFolder();
  cpSync(folder, copy, {
    recursive: true,
    filter: (path) => !path.endsWith('.tmp') && !path.endsWith('lock'),
  });
  expect(snapshots(copy)).toHaveLength(1);
  expect(await (await open(copy)).counted()).toBe(reports);
  expect(await counted()).toBe(reports);
});

test('a thread that is given up, or cannot do it, leaves nothing behind', async () => {
  const folder = testFolder();
  const { link } = await open(folder);
  for (let minute = 0; minute < 5; minute++) await link.receive(report(minute));
  const make = checkpointOnThread(built('checkpoint-worker.js'), sqliteWasmPath);
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
