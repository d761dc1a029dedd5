import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileSchema, type FileKind, type FileParams } from '#shared/contract';
import { FakeClock } from '../../../support/clock';
import { removeFolder, TestCore, temporaryFolder } from '../../../support/core';
import { exported } from '../../../support/exports';

const sn = '201001000000000123';
const now = Date.parse('2026-03-10T12:30:00Z');
let app: TestCore;
let folder: string;

/** A camera that was heard once, long ago: every quarter hour since is a row. */
beforeAll(async () => {
  const clock = new FakeClock(Date.parse('2025-01-01T00:00:00Z'));
  app = await TestCore.open({ clock });
  await app.heartbeat(sn);
  clock.set(now);
});
afterAll(() => app.dispose());
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

const year = fileSchema.parse({ kind: 'csv', from: '2025-01-01', to: '2026-01-01', by: 'quarter' });
const into = (name: string) => () => Promise.resolve(join(folder, name));

async function post(count: number): Promise<void> {
  const endTime = now / 1000 - count * 60;
  const reply = await app.post({ sn, startTime: endTime - 60, endTime, time: endTime, in: count, out: 0 });
  expect(reply.code).toBe(0);
}

describe('a file', () => {
  test.each<[FileKind, FileParams]>([
    ['csv', year],
    ['xlsx', fileSchema.parse({ kind: 'xlsx', from: '2025-01-01', to: '2025-02-01' })],
    ['persons', fileSchema.parse({ kind: 'persons', from: '2025-01-01', to: '2025-02-01' })],
    ['archive', { kind: 'archive' }],
  ])('of kind %s is what the stream gives, and nothing lies beside it', async (_kind, params) => {
    const written = await app.core.writeExport(params, (name) => Promise.resolve(join(folder, name)));
    if (!written.ok || !written.result) throw new Error('It was not written');
    const { fileName, path } = written.result;
    expect(path).toBe(join(folder, fileName));
    expect(readdirSync(folder)).toEqual([fileName]);
    const { bytes } = await exported(app.core, params);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('tells how far it is, up to the end', async () => {
    const told: [number, number][] = [];
    const onProgress = (done: number, total: number) => void told.push([done, total]);
    await app.core.writeExport(year, into('a.csv'), { onProgress });
    const total = 365 * 96;
    expect(told[0]).toEqual([0, total]);
    expect(told.at(-1)).toEqual([total, total]);
    expect(told.length).toBeGreaterThan(5);
    expect(told.map(([done]) => done)).toEqual(told.map(([done]) => done).sort((a, b) => a - b));
  });

  test('is not there when it was called off, before or meanwhile', async () => {
    expect(await app.core.writeExport(year, () => Promise.resolve(null))).toEqual({ ok: true, result: null });
    const cancel = new AbortController();
    let last = 0;
    const onProgress = (done: number) => {
      last = done;
      if (done > 0) cancel.abort();
    };
    const options = { onProgress, signal: cancel.signal };
    expect(await app.core.writeExport(year, into('a.csv'), options)).toEqual({ ok: true, result: null });
    expect(last).toBeLessThan(365 * 96);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a signal that was given before anything began is heard', async () => {
    const signal = AbortSignal.abort();
    expect(await app.core.writeExport(year, into('a.csv'), { signal })).toEqual({ ok: true, result: null });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    ['a folder that is gone', 'gone/a.csv', 'This folder is no longer there. Choose another one.'],
    ['a folder of that name', 'taken', 'A file cannot have this name here. Choose another one.'],
  ])('%s is a sentence, and no half file', async (_what, name, message) => {
    mkdirSync(join(folder, 'taken'));
    const before = readdirSync(folder);
    const error = { code: 'unavailable', message };
    expect(await app.core.writeExport(year, into(name))).toMatchObject({ ok: false, error });
    expect(readdirSync(folder)).toEqual(before);
  });
});

test('reports are stored while a file is being made', async () => {
  const order: string[] = [];
  let posted: Promise<void> | undefined;
  const onProgress = (done: number) => {
    if (done > 0) posted ??= post(1).then(() => void order.push('stored'));
  };
  await app.core.writeExport(year, into('a.csv'), { onProgress });
  order.push('written');
  await posted;
  expect(order).toEqual(['stored', 'written']);
});

test('ends with a sentence when everything is replaced meanwhile, never as if it were whole', async () => {
  const other = await TestCore.open({ clock: new FakeClock(now) });
  await other.heartbeat(sn, now);
  const file = join(folder, 'everything.foyer');
  await other.core.exportEverything(() => Promise.resolve(file));
  await other.dispose();
  expect(statSync(file).size).toBeGreaterThan(0);
  // Between the opening and the first piece: the moment is the same however fast the machine is.
  const outcome = await app.core.writeExport(year, async () => {
    expect(await app.core.importEverything(file)).toMatchObject({ ok: true });
    return join(folder, 'a.csv');
  });
  expect(outcome).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(readdirSync(folder)).toEqual(['everything.foyer']);
});
