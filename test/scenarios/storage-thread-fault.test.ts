import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MethodName, MethodResult } from '#shared/contract';
import { startApp, type RunningApp } from '../../src/main/app';
import type { Present } from '../../src/main/core/alerts/facts';
import { lockFolder } from '../../src/main/core/storage/folder-lock';
import { runFleet } from '../../src/simulator/fleet';
import { silentLog } from '../support/core';
import { plus, wholeOf, type Whole } from '../support/figures';
import { temporaryFolder } from '../support/headless';
import { zoneWhereItIs } from '../support/test-camera';

const out = resolve(import.meta.dirname, '../../out');
const hourMs = 3_600_000;
// Mid-afternoon, so that midnight is far.
const timeZone = zoneWhereItIs(16);

let app: RunningApp;
let folder: string;
let removeData: () => Promise<void>;
/** Storage threads in the order in which they were started. */
let threads: Worker[];
const onWorker = (worker: Worker) => threads.push(worker);

beforeEach(async () => {
  ({ folder, remove: removeData } = await temporaryFolder());
  threads = [];
  process.on('worker', onWorker);
  app = await startApp({
    dataFolder: folder,
    timeZone,
    cameraHost: '127.0.0.1',
    cameraPort: 0,
    dashboard: false,
    dashboardPort: 0,
    rendererFolder: resolve(out, 'renderer'),
    files: {
      worker: pathToFileURL(resolve(out, 'main/storage-worker.js')),
      sqliteWasm: pathToFileURL(resolve(out, 'main/sql-wasm.wasm')),
    },
    log: silentLog,
  });
});
afterEach(async () => {
  process.off('worker', onWorker);
  await app.close();
  await removeData();
});

async function call<M extends MethodName>(method: M, params: object = {}): Promise<MethodResult<M>> {
  const outcome = await app.core.invoke(method, params, 'manage');
  if (!outcome.ok) throw new Error(`${method}: ${outcome.error.code} ${outcome.error.message}`);
  return outcome.result as MethodResult<M>;
}

/** The whole conversation of a camera: what it posts, and what it is told. */
async function post(minute: number): Promise<{ code: number; msg: string }> {
  const endTime = Math.floor(Date.now() / 60_000) * 60 - 60 * minute;
  const body = { sn: 'DOOR', startTime: endTime - 60, endTime, time: endTime, in: 1, out: 0 };
  const url = `${app.cameraUrl ?? ''}/api/camera/dataUpload`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  expect(answer.status).toBe(200);
  return (await answer.json()) as { code: number; msg: string };
}

async function counted(): Promise<Map<string, Whole>> {
  const local = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ms);
  const range = { from: local(Date.now() - 24 * hourMs), to: local(Date.now() + 24 * hourMs), by: 'day' };
  const totals = new Map<string, Whole>();
  for (const row of (await call('history.query', range)).rows)
    totals.set(row.camera, plus(totals.get(row.camera), wholeOf(row)));
  return totals;
}

/** Ends the newest thread by a fault of the given kind. */
async function breakThread(kind: 'terminate' | 'throw'): Promise<void> {
  const thread = threads.at(-1);
  if (!thread) throw new Error('There is no storage thread');
  const isGone = new Promise((done) => thread.once('exit', done));
  // A message that nobody sends: what becomes of it is a fault that nobody expected.
  if (kind === 'throw') thread.postMessage({ type: 'posts', firstId: 1, posts: null });
  else void thread.terminate();
  await isGone;
}

async function untilItCounts(): Promise<void> {
  await vi.waitFor(async () => expect((await call('system.info')).storageProblem).toBeNull(), 60_000);
}

test('whatever ends the storage thread while cameras send, it comes back, and nobody is lost or counted twice', async () => {
  const fleet = runFleet({
    ...{ url: app.cameraUrl ?? '', cameras: 4, seed: 5, timeZone, speed: 2000 },
    fromMs: Date.now() - 3 * hourMs,
  });
  for (const kind of ['terminate', 'throw', 'terminate'] as const) {
    const before = fleet.report().cameras.reduce((sum, camera) => sum + camera.acknowledged.passby, 0);
    // In the middle of the work, and not before the last thread has done any.
    await vi.waitFor(() => {
      const now = fleet.report().cameras.reduce((sum, camera) => sum + camera.acknowledged.passby, 0);
      expect(now).toBeGreaterThan(before + 5);
    }, 60_000);
    await breakThread(kind);
    await untilItCounts();
  }
  expect(threads).toHaveLength(4);
  while (!fleet.isCaughtUp()) await sleep(100);
  const report = await fleet.stop(150_000);
  expect(report.pending).toBe(0);
  const sent = new Map(report.cameras.map((camera) => [camera.sn, { ...camera.acknowledged }]));
  expect([...sent.values()].reduce((sum, { passby }) => sum + passby, 0)).toBeGreaterThan(100);
  expect(await counted()).toEqual(sent);
});

test('while it cannot come back, cameras keep their counts and the owner is told; then all goes on', async () => {
  expect(await post(3)).toMatchObject({ code: 0 });
  const replaced = vi.fn();
  app.core.subscribe(({ name }) => {
    if (name === 'replaced') replaced();
  });
  const looks: Present[] = [];
  app.alarm.onLook((present) => looks.push(present));
  await app.alarm.look();
  const [thread] = threads;
  // Whoever comes first after the thread has the folder: nothing can be opened until it is given back.
  const lock = new Promise<() => Promise<void>>((resolve, reject) => {
    thread?.once('exit', () => {
      lockFolder(folder).then((unlock) => {
        if (unlock) resolve(unlock);
        else reject(new Error('The thread is gone and its lock is not'));
      }, reject);
    });
  });
  await breakThread('terminate');
  const unlock = await lock;

  const refusal = await post(2);
  expect(refusal.code).toBe(2);
  expect(refusal.msg).toMatch(/Cameras keep their counts/);
  const info = await call('system.info');
  expect(info.storageProblem).toMatch(/Cameras keep their counts/);
  expect(info.storageSentence?.id).toMatch(/^thread-/);
  expect(await call('system.health')).toMatchObject({ ok: false });
  expect(await app.core.invoke('cameras.list', {}, 'view')).toMatchObject({
    error: { code: 'unavailable', message: expect.stringContaining('Cameras keep their counts') as string },
  });

  // What warns the owner, who may look at no page, sees it as well.
  await app.alarm.look();
  expect(looks.at(-1)?.info.storageProblem).toMatch(/Cameras keep their counts/);
  expect(looks.at(-1)?.cameras.map(({ sn }) => sn)).toEqual(['DOOR']);

  await unlock();
  await untilItCounts();
  expect(replaced).toHaveBeenCalledTimes(1);
  for (const minute of [3, 2, 1]) expect(await post(minute)).toMatchObject({ code: 0 });
  expect((await counted()).get('DOOR')).toMatchObject({ in: 3 });
});
