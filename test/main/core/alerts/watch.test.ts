import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { decide, startState } from '../../../../src/main/core/alerts/decide';
import { factsOf, type Present } from '../../../../src/main/core/alerts/facts';
import type { Alert, AlertState } from '../../../../src/main/core/alerts/types';
import { askPresent, watchPresent } from '../../../../src/main/core/alerts/watch';
import { silentLog, TestCore } from '../../../support/core';
import { tenToEight } from './story';

const sn = '2010010000000000';
const minuteMs = 60_000;

let test: TestCore;
beforeEach(async () => {
  // A Tuesday, 10:00 in Madrid.
  test = await TestCore.open();
});
afterEach(() => test.dispose());

describe('alerts over the real core', () => {
  let state: AlertState;
  let startedAt: number;
  beforeEach(async () => {
    const [site] = await test.call('sites.list', {});
    await test.call('sites.update', { id: site?.id ?? '', openingHours: tenToEight });
    await test.heartbeat(sn);
    state = startState();
    startedAt = test.clock.now();
  });

  async function look(): Promise<Alert[]> {
    const verdict = decide(state, factsOf(await askPresent(test.core), startedAt), test.clock.now());
    state = verdict.state;
    return verdict.alerts;
  }

  /** A V1.9 §2.2 report of the minute that has just ended. */
  function report(entered: number) {
    const end = Math.floor(test.clock.now() / minuteMs) * 60;
    const window = { startTime: end - 60, endTime: end, time: end };
    return test.post({ sn, ...window, in: entered, out: 0, passby: 0, turnback: 0, avgStayTime: 0 });
  }

  it('a camera falls silent, by its serial while it has no name, and comes back by its name', async () => {
    expect(await look()).toEqual([]);
    test.clock.advance(9 * minuteMs);
    expect(await look()).toEqual([]);
    test.clock.advance(minuteMs);
    expect(await look()).toMatchObject([{ kind: 'cameraSilent', names: [sn], minutes: 10 }]);
    await test.call('cameras.update', { sn, name: 'Front door' });
    await test.heartbeat(sn);
    expect(await look()).toEqual([{ kind: 'cameraBack', names: ['Front door'] }]);
  });

  it('a camera that was retired is nobody’s worry', async () => {
    await look();
    await test.call('cameras.update', { sn, state: 'retired' });
    test.clock.advance(60 * minuteMs);
    expect(await look()).toEqual([]);
  });

  it('somebody comes in at night', async () => {
    test.clock.advance(13 * 60 * minuteMs);
    await test.heartbeat(sn);
    expect(await look()).toEqual([]);
    test.clock.advance(minuteMs);
    await report(2);
    expect(await look()).toEqual([{ kind: 'enteredWhileClosed', site: 'My shop', people: 2 }]);
  });

  it('the limit is reached, and not wanted any more', async () => {
    await test.call('settings.update', { alerts: { occupancyLimitPeople: 5 } });
    await look();
    test.clock.advance(minuteMs);
    await report(6);
    expect(await look()).toMatchObject([{ kind: 'occupancyLimit', inside: 6, limit: 5 }]);
    const { alerts } = await test.call('settings.update', { alerts: { occupancyLimit: false } });
    expect(alerts).toMatchObject({ occupancyLimit: false, occupancyLimitPeople: 5, cameraSilent: true });
    test.clock.advance(31 * minuteMs);
    await test.heartbeat(sn);
    expect((await look()).map(({ kind }) => kind)).not.toContain('occupancyLimit');
  });
});

describe('watchPresent', () => {
  it('looks at once, shortly after something happened, and now and then, until it is stopped', async () => {
    // What it does now and then it does when the test says so: else nobody could tell why it looked.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const looks: Present[] = [];
    const watch = watchPresent({ core: test.core, log: silentLog, onLook: (present) => looks.push(present) });
    await expect.poll(() => looks.length).toBe(1);
    await test.heartbeat(sn);
    await expect.poll(() => looks.at(-1)?.cameras.map((camera) => camera.sn)).toEqual([sn]);
    const looked = looks.length;
    vi.advanceTimersByTime(20 * 30_000);
    await expect.poll(() => looks.length).toBeGreaterThanOrEqual(looked + 20);
    watch.stop();
    expect(vi.getTimerCount()).toBe(0);
    const before = looks.length;
    await watch.look();
    expect(looks).toHaveLength(before);
  });

  it('survives a look that fails', async () => {
    const failing = {
      subscribe: () => () => undefined,
      invoke: () => Promise.reject(new Error('The storage thread ended')),
    };
    const watch = watchPresent({ core: failing, log: silentLog, onLook: () => undefined });
    await expect(watch.look()).resolves.toBeUndefined();
    watch.stop();
  });
});

describe('a snapshot that is asked for', () => {
  it('holds what the journal held, and says whether it is on disk', async () => {
    await test.heartbeat(sn);
    expect((await test.call('system.health', {})).journalLag).toBeGreaterThan(0);
    expect(await test.core.snapshot()).toBe(true);
    expect((await test.call('system.health', {})).journalLag).toBe(0);
  });
});
