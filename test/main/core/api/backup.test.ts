import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MethodResult } from '#shared/contract';
import type { Host } from '../../../../src/main/core/types';
import { idleHost } from '../../../support/core';
import { openCore, reportOf, sn, testFolder } from '../storage/support';
import type { TestCore } from '../../../support/core';

const entered = async (test: TestCore): Promise<number> => {
  const { rows } = await test.call('history.query', { from: '2026-01-01', to: '2026-04-01', by: 'month' });
  return rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
};

/** Reports number `from` to `to` − 1; each counts one visitor. */
async function report(test: TestCore, from: number, to: number): Promise<void> {
  for (let i = from; i < to; i++) expect(await test.post(reportOf(i))).toMatchObject({ code: 0 });
}

async function saveFile(test: TestCore, folder = testFolder()): Promise<string> {
  const saved = await test.core.exportEverything((name) => Promise.resolve(join(folder, name)));
  if (!saved.ok || saved.result === null) throw new Error('There is no file');
  return saved.result;
}

describe('backups', () => {
  it('are made, listed, gone back to, and that is undone', async () => {
    const test = await openCore();
    await report(test, 0, 2);
    const made = await test.call('backup.now', {});
    expect(made).toMatchObject({ kind: 'daily', day: '2026-03-10' });
    expect(made.bytes).toBeGreaterThan(1000);
    expect(Date.parse(made.madeAt)).not.toBeNaN();
    expect(await test.call('backup.list', {})).toEqual([made]);
    await report(test, 2, 5);

    const heard: string[] = [];
    test.core.subscribe(({ name }) => heard.push(name));
    await test.call('backup.restore', { name: made.name });
    expect(heard).toContain('replaced');
    expect(await entered(test)).toBe(2);
    const [kept] = await test.call('backup.list', {});
    expect(kept).toMatchObject({ kind: 'before-restore' });
    await test.call('backup.restore', { name: kept?.name ?? '' });
    expect(await entered(test)).toBe(5);
  });

  it('are for those who manage', async () => {
    const { core } = await openCore();
    for (const [method, params] of [
      ['backup.list', {}],
      ['backup.now', {}],
      ['backup.restore', { name: 'x' }],
    ] as const) {
      expect(await core.invoke(method, params, 'view')).toMatchObject({ error: { code: 'forbidden' } });
    }
  });

  it('that are not there are said so', async () => {
    const { core } = await openCore();
    for (const name of ['', '../foyer.sqlite', '/etc/passwd']) {
      const answer = await core.invoke('backup.restore', { name }, 'manage');
      expect(answer).toMatchObject({ ok: false, error: { code: 'not-found' } });
    }
  });
});

describe('everything in one file', () => {
  it('carries the day of the shop in its name and comes back as it was', async () => {
    const old = await openCore();
    await report(old, 0, 3);
    const path = await saveFile(old);
    expect(path).toMatch(/foyer-2026-03-10\.foyer$/);
    const next = await openCore();
    await report(next, 7, 8);
    expect(await next.core.importEverything(path)).toEqual({ ok: true, result: null });
    expect(await entered(next)).toBe(3);
    expect((await next.camera(sn)).sn).toBe(sn);
    // What the new computer had is a backup there.
    expect(await next.call('backup.list', {})).toMatchObject([{ kind: 'before-restore' }]);
  });

  it('called off: nothing is written', async () => {
    const { core } = await openCore();
    expect(await core.exportEverything(() => Promise.resolve(null))).toEqual({ ok: true, result: null });
  });

  it.each([
    [['no', 'folder.foyer'], 'This folder is no longer there. Choose another one.'],
    [['file', 'x.foyer'], 'This folder is no longer there. Choose another one.'],
  ])('a place that cannot be written to (%j) is a sentence', async (parts, message) => {
    const { core } = await openCore();
    const folder = testFolder();
    writeFileSync(join(folder, 'file'), '');
    const saved = await core.exportEverything(() => Promise.resolve(join(folder, ...parts)));
    expect(saved).toMatchObject({ ok: false, error: { code: 'unavailable', message } });
  });

  it('a file that is gone, or none of ours, changes nothing', async () => {
    const test = await openCore();
    await report(test, 0, 1);
    const path = await saveFile(test);
    writeFileSync(`${path}.half`, readFileSync(path).subarray(0, 5000));
    expect(await test.core.importEverything(`${path}.half`)).toMatchObject({ error: { code: 'invalid' } });
    expect(existsSync(`${path}.gone`)).toBe(false);
    expect(await test.core.importEverything(`${path}.gone`)).toMatchObject({
      error: { code: 'unavailable', message: 'This file is no longer there.' },
    });
    expect(await entered(test)).toBe(1);
  });
});

describe('when everything is replaced', () => {
  const withHost = async (host: Partial<Host>) => {
    const test = await openCore({ host });
    await report(test, 0, 1);
    return test;
  };

  it('the cameras find the port that they know', async () => {
    const moved: number[] = [];
    let port = 8080;
    const test = await withHost({
      cameraListener: () => ({ port, problem: null }),
      changeCameraPort: (next) => {
        moved.push(next);
        port = next;
        return Promise.resolve({ ok: true, result: null });
      },
    });
    const { name } = await test.call('backup.now', {});
    await test.call('settings.update', { cameraPort: 9090 });
    await test.call('backup.restore', { name });
    await test.call('backup.restore', { name });
    expect(moved).toEqual([9090, 8080]);
  });

  it('a port that is taken does not undo it', async () => {
    const test = await withHost({
      cameraListener: () => ({ port: 1, problem: null }),
      changeCameraPort: (port) =>
        Promise.resolve(
          port === 8080
            ? { ok: false, error: { code: 'conflict', message: 'In use.' } }
            : { ok: true, result: null },
        ),
    });
    const { name } = await test.call('backup.now', {});
    await test.call('settings.update', { cameraPort: 9090 });
    await test.call('backup.restore', { name });
    expect(await test.call('settings.get', {})).toMatchObject({ cameraPort: 8080 });
  });

  it('the demo ends, and is in none of it', async () => {
    let isRunning = false;
    const demo: Host['demo'] = {
      ...idleHost.demo,
      isRunning: () => isRunning,
      start: () => (isRunning = true),
      stop: () => Promise.resolve(void (isRunning = false)),
    };
    const test = await withHost({ demo });
    const { name } = await test.call('backup.now', {});
    await test.call('demo.start', {});
    await test.call('backup.restore', { name });
    expect(isRunning).toBe(false);
    const serials = (cameras: MethodResult<'cameras.list'>) => cameras.map((camera) => camera.sn);
    expect(serials(await test.call('cameras.list', {}))).toEqual([sn]);
    const [kept] = await test.call('backup.list', {});
    await test.call('backup.restore', { name: kept?.name ?? '' });
    expect(serials(await test.call('cameras.list', {}))).toEqual([sn]);
  });
});
