import { cpSync } from 'node:fs';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { TestCore, temporaryFolder, removeFolder } from '../../../support/core';
import { someMorning } from '../../../support/clock';
import { firstQuarterMs, reportOf, sn } from '../storage/support';
import { Mirror } from './mirror';

const installation = '7b0c6a1e-0000-4000-8000-000000000001';
const other = '2010010000000001';

async function openTest(folder = temporaryFolder()): Promise<TestCore> {
  const test = await TestCore.open({ folder });
  onTestFinished(() => test.dispose());
  return test;
}

async function switchOn(test: TestCore, isOn = true): Promise<void> {
  const outcome = await test.core.forwarding.configure({ postgres: { isOn, host: 'db' } }, installation);
  expect(outcome).toEqual({ ok: true, result: null });
}

/** What a fresh copy of everything there is would look like. */
async function truth(test: TestCore): Promise<Record<string, string>> {
  await test.core.forwarding.configure({ postgres: { host: `db-${String(Math.random())}` } }, installation);
  const fresh = new Mirror();
  await fresh.drain(test, 1000);
  return fresh.figures();
}

describe('the outbox', () => {
  let test: TestCore;
  let mirror: Mirror;
  beforeEach(async () => {
    test = await openTest();
    mirror = new Mirror();
  });

  it('gives nothing, and notes nothing, while it is off', async () => {
    await test.post(reportOf(0));
    expect(await test.core.forwarding.nextBatch(10)).toBeNull();
    expect(await test.core.forwarding.waiting()).toBe(0);
  });

  it('gives what was there before, then what comes, oldest first, until it is confirmed', async () => {
    for (let i = 0; i < 5; i++) await test.post(reportOf(i));
    await switchOn(test);
    // The quarter hour of the calls themselves is one, too.
    expect(await test.core.forwarding.waiting()).toBe(11);
    const first = await test.core.forwarding.nextBatch(3);
    expect(first?.quarters.map(({ start }) => (start - firstQuarterMs) / 900_000)).toEqual([0, 1, 2]);
    expect(first?.reports.map(({ start }) => (start - firstQuarterMs) / 900_000)).toEqual([0, 1, 2]);
    expect(await test.core.forwarding.nextBatch(3)).toEqual(first);
    await mirror.drain(test, 3);
    expect(mirror.reports.size).toBe(5);

    await test.post(reportOf(5));
    const next = await test.core.forwarding.nextBatch(10);
    expect(next?.quarters).toMatchObject([{ serial: sn, coveredMinutes: 1 }]);
    expect(next?.quarters[0]?.measures.slice(0, 4)).toEqual([1, 0, 5, 0]);
    expect(next?.reports).toMatchObject([{ serial: sn, counts: 'all' }]);
    await mirror.drain(test);
    expect(await test.core.forwarding.waiting()).toBe(0);
    expect(mirror.figures()).toEqual(await truth(test));
  });

  it('tells of a quarter hour again when it changes, and of a report that counts no more', async () => {
    await switchOn(test);
    await test.post(reportOf(0, { in: 2 }));
    await mirror.drain(test);
    await test.call('cameras.update', { sn, uploadInterval: 5 });
    await test.heartbeat(sn);
    const minutes = { startTime: firstQuarterMs / 1000 + 120, endTime: firstQuarterMs / 1000 + 420 };
    await test.post({ ...reportOf(0, { in: 3 }), ...minutes, time: minutes.endTime });
    await mirror.drain(test);
    await test.post({ ...reportOf(0, { in: 4 }), ...minutes, time: minutes.endTime + 1 });
    const batch = await test.core.forwarding.nextBatch(10);
    expect(batch?.quarters[0]?.measures[0]).toBe(6);
    expect(batch?.reports.map(({ counts }) => counts)).toEqual(['none', 'all']);
  });

  it('forwards the demo camera to nobody', async () => {
    await switchOn(test);
    await test.call('demo.start', {});
    await test.post({ ...reportOf(0), sn: 'DEMO-CAMERA' });
    await mirror.drain(test);
    expect(mirror.quarters.size + mirror.reports.size).toBe(0);
    expect(await test.core.forwarding.waiting()).toBe(0);
  });

  it('takes a removed camera back, and knows it when it comes again before that was told', async () => {
    await switchOn(test);
    await test.post(reportOf(0));
    await test.post({ ...reportOf(1), sn: other });
    await mirror.drain(test);
    await test.call('cameras.remove', { sn: other });
    await test.post({ ...reportOf(2), sn: other });
    await mirror.drain(test);
    const counted = Object.keys(mirror.figures()).filter((key) => !key.endsWith(String(someMorning)));
    expect(counted).toEqual([
      `${sn} ${String(firstQuarterMs)}`,
      `${other} ${String(firstQuarterMs + 1_800_000)}`,
    ]);
    expect(mirror.figures()).toEqual(await truth(test));
    expect(mirror.reports.size).toBe(2);
  });

  it('passes no report over whose id is one that was given before', async () => {
    await switchOn(test);
    for (let i = 0; i < 4; i++) await test.post({ ...reportOf(i), sn: other });
    const batch = await test.core.forwarding.nextBatch(10);
    if (!batch) throw new Error('There is nothing to forward');
    mirror.apply(batch);
    await test.call('cameras.remove', { sn: other });
    for (let i = 0; i < 3; i++) await test.post(reportOf(i));
    // It was on its way when the camera went: what it says of ids is not true any more.
    await test.core.forwarding.confirm(batch);
    await mirror.drain(test);
    expect([...mirror.reports.values()].map(({ serial }) => serial)).toEqual([sn, sn, sn]);
  });

  it('forwards everything anew to another database, and after having been off', async () => {
    await switchOn(test);
    await test.post(reportOf(0));
    await test.post({ ...reportOf(1), sn: other });
    await mirror.drain(test);
    await switchOn(test, false);
    await test.call('cameras.remove', { sn: other });
    // More reports than quarter hours: neither of them alone says when everything is forwarded.
    for (let minute = 0; minute < 7; minute++) {
      const [startTime, endTime] = [0, 60].map((more) => firstQuarterMs / 1000 + 1800 + 60 * minute + more);
      await test.post({ ...reportOf(2), startTime, endTime, time: endTime });
    }
    expect(await test.core.forwarding.nextBatch(10)).toBeNull();
    await switchOn(test);
    await mirror.drain(test, 4);
    expect(mirror.figures()).toEqual(await truth(test));
    expect(Object.keys(mirror.figures()).filter((key) => key.startsWith(other))).toEqual([]);
    expect(mirror.reports.size).toBe(8);
  });
});

it('becomes what a restored backup is, although its numbers were given before', async () => {
  const test = await openTest();
  const mirror = new Mirror();
  await switchOn(test);
  await test.post(reportOf(0));
  await mirror.drain(test);
  const { name } = await test.call('backup.now', {});
  for (let i = 1; i < 6; i++) await test.post(reportOf(i));
  await mirror.drain(test);
  const late = await test.core.forwarding.nextBatch(10);
  expect(late).toBeNull();
  test.clock.advance(60_000);
  await test.call('backup.restore', { name });
  await test.post(reportOf(7));
  await mirror.drain(test);
  expect(Object.keys(mirror.figures())).toHaveLength(3);
  expect(mirror.reports.size).toBe(2);
  expect(mirror.figures()).toEqual(await truth(test));
});

it('goes on in another folder as what it was', async () => {
  const old = await openTest();
  const mirror = new Mirror();
  await switchOn(old);
  for (let i = 0; i < 30; i++) await old.post(reportOf(i));
  await mirror.drain(old);
  const file = `${old.folder}/moved.foyer`;
  expect(await old.core.exportEverything(() => Promise.resolve(file))).toMatchObject({ ok: true });
  const next = await openTest();
  next.clock.advance(60_000);
  expect(await next.core.importEverything(file)).toEqual({ ok: true, result: null });
  expect((await next.core.forwarding.config()).installation).toBe(installation);
  await next.post(reportOf(0, { in: 9 }));
  await next.post(reportOf(30));
  await mirror.drain(next);
  expect(mirror.quarters.size).toBe(32);
  expect(mirror.figures()).toEqual(await truth(next));
});

const action = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('report'), i: fc.nat(8), who: fc.nat(1) }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'forward' } as const) },
  { weight: 2, arbitrary: fc.constant({ kind: 'forward and lose the answer' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'remove' } as const) },
  // What is there is copied beside what comes.
  { weight: 1, arbitrary: fc.constant({ kind: 'begin anew' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'power cut' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'snapshot' } as const) },
);

it('ends with the same rows as Foyer, whatever happens in between', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { maxLength: 25, size: 'max' }),
      fc.integer({ min: 1, max: 4 }),
      async (all, limit) => {
        let folder = temporaryFolder();
        const mirror = new Mirror();
        let test = await TestCore.open({ folder });
        try {
          await switchOn(test);
          for (const [n, step] of all.entries()) {
            switch (step.kind) {
              case 'report': {
                const { i, who } = step as { i: number; who: number };
                await test.post({
                  ...reportOf(i, { in: n }),
                  sn: who === 0 ? sn : other,
                  time: firstQuarterMs / 1000 + n,
                });
                break;
              }
              case 'remove':
                await test.core.invoke('cameras.remove', { sn: other }, 'manage');
                break;
              case 'begin anew':
                await switchOn(test, false);
                await switchOn(test);
                break;
              case 'snapshot':
                await test.core.snapshot();
                break;
              case 'power cut': {
                const copy = temporaryFolder();
                cpSync(folder, copy, { recursive: true });
                await test.dispose();
                folder = copy;
                test = await TestCore.open({ folder });
                break;
              }
              default: {
                const batch = await test.core.forwarding.nextBatch(limit);
                if (!batch) break;
                mirror.apply(batch);
                if (step.kind === 'forward') await test.core.forwarding.confirm(batch);
              }
            }
          }
          await mirror.drain(test, limit);
          expect(mirror.figures()).toEqual(await truth(test));
        } finally {
          await test.close();
          removeFolder(folder);
        }
      },
    ),
    { numRuns: 40 },
  );
});
