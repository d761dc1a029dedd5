import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { WorkerLink } from '../../../../src/main/core/engine/worker-link';
import { removeFolder, silentLog, sqliteWasmPath, temporaryFolder } from '../../../support/core';
import { someMorning } from '../../../support/clock';

const POSTS = 50;

function report(sn: string): Record<string, unknown> {
  const end = someMorning / 1000;
  return { sn, startTime: end - 60, endTime: end, time: end, in: 2, out: 1, passby: 4, turnback: 0 };
}

/** What a camera remembers of some weeks, by the quarter hour. */
function longList(sn: string): Record<string, unknown> {
  const end = someMorning / 1000;
  const data = Array.from({ length: 800 }, (_, i) => {
    const startTime = end - (i + 1) * 900;
    return { startTime, endTime: startTime + 900, time: end, in: 1, out: 1, passby: 0, turnback: 0 };
  });
  return { sn, data };
}

describe('messages between the threads', () => {
  const folder = temporaryFolder();
  // The thread's source as it is: what runs in the app is the same, bundled.
  const script = join(folder, 'worker.mjs');
  const source = pathToFileURL(join(import.meta.dirname, '../../../../src/main/core/storage/worker.ts'));
  const tsx = import.meta.resolve('tsx/esm/api');
  writeFileSync(
    script,
    `import { register } from ${JSON.stringify(tsx)};\nregister();\nawait import(${JSON.stringify(source.href)});\n`,
  );

  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    await link.close(someMorning);
    removeFolder(folder);
  });

  let link: WorkerLink;
  beforeAll(async () => {
    const options = {
      folder: join(folder, 'data'),
      wasmPath: sqliteWasmPath,
      timeZone: 'Europe/Madrid',
      forceTimeZone: false,
      now: someMorning,
    };
    link = await WorkerLink.open(pathToFileURL(script), options, silentLog);
  });

  const post = (camera: number) =>
    link.receive({
      endpoint: 'upload',
      path: '/api/camera/dataUpload',
      remoteAddress: '192.0.2.7',
      body: new TextEncoder().encode(JSON.stringify(report(`camera-${camera}`))),
      at: someMorning,
    });

  it('are one there and one back for all that arrive together', async () => {
    const there = vi.spyOn(Worker.prototype, 'postMessage');
    const back = vi.spyOn(Worker.prototype, 'emit');
    const replies = await Promise.all(Array.from({ length: POSTS }, (_, camera) => post(camera)));
    expect(replies.every((reply) => reply.code === 0)).toBe(true);
    expect(there).toHaveBeenCalledTimes(1);
    const answers = back.mock.calls.filter(
      ([name, message]) => name === 'message' && (message as { type: string }).type === 'replies',
    );
    expect(answers).toHaveLength(1);
  });

  it('are never more than two on their way, however the posts come in', async () => {
    let underWay = 0;
    let most = 0;
    const send = Worker.prototype.postMessage;
    vi.spyOn(Worker.prototype, 'postMessage').mockImplementation(function (this: Worker, message: unknown) {
      if ((message as { type: string }).type === 'posts') most = Math.max(most, ++underWay);
      send.call(this, message);
    });
    const emit = Worker.prototype.emit;
    vi.spyOn(Worker.prototype, 'emit').mockImplementation(function (this: Worker, name, message: unknown) {
      if (name === 'message' && (message as { type: string }).type === 'replies') underWay--;
      return emit.call(this, name, message);
    });
    const replies = [];
    for (let i = 0; i < 4 * POSTS; i++) {
      replies.push(post(i % POSTS));
      await setImmediate();
    }
    expect((await Promise.all(replies)).every((reply) => reply.code === 0)).toBe(true);
    expect(most).toBeLessThanOrEqual(2);
    expect(underWay).toBe(0);
  });

  it('do not wait for long lists, however many of them are there', async () => {
    let answered = 0;
    const lists = Array.from({ length: 4 }, async (_, camera) => {
      const reply = await link.receive({
        endpoint: 'upload',
        path: '/api/camera/dataUpload',
        remoteAddress: '192.0.2.8',
        body: new TextEncoder().encode(JSON.stringify(longList(`list-${camera}`))),
        at: someMorning,
      });
      answered++;
      return reply;
    });
    expect(await post(1)).toMatchObject({ code: 0 });
    expect(answered).toBe(0);
    for (const reply of await Promise.all(lists)) expect(reply).toMatchObject({ code: 0 });
  });
});
