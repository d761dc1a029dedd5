import { afterEach, beforeEach, expect, it, onTestFinished } from 'vitest';
import type { FoyerEvent } from '#shared/contract';
import { idleHost, TestCore } from '../../../support/core';

let test: TestCore;
let events: FoyerEvent[];
beforeEach(async () => {
  test = await TestCore.open();
  events = [];
  test.core.subscribe((event) => events.push(event));
});
afterEach(() => test.dispose());

const removals = () => events.filter((event) => event.name === 'removed').map(({ data }) => data);

it('a camera that is removed is told of once, with the figures that its site has without it', async () => {
  for (const [sn, entered] of [
    ['A', 3],
    ['B', 4],
  ] as const) {
    const end = Math.floor(test.clock.now() / 60_000) * 60;
    const window = { startTime: end - 60, endTime: end, time: end };
    await test.post({ sn, ...window, in: entered, out: 0, passby: 0, turnback: 0, avgStayTime: 0 });
  }
  await test.call('cameras.remove', { sn: 'A' });
  await expect.poll(removals).toMatchObject([{ sn: 'A', site: { today: { in: 4 } } }]);
  await test.call('cameras.remove', { sn: 'B' });
  await expect.poll(removals).toMatchObject([{ sn: 'A' }, { sn: 'B', site: { today: { in: null } } }]);
});

it('one that is there again at once is there at the end', async () => {
  await test.heartbeat('A');
  await expect.poll(() => events.map(({ name }) => name)).toContain('camera');
  events.length = 0;
  await test.call('cameras.remove', { sn: 'A' });
  await test.heartbeat('A');
  await expect.poll(() => events.map(({ name }) => name)).toContain('camera');
  const told = events.map(({ name }) => name);
  expect(told.lastIndexOf('camera')).toBeGreaterThan(told.lastIndexOf('removed'));
});

it('what the demo camera still had to say when it ended brings it back to nobody', async () => {
  const serials = async () => (await test.call('cameras.list', {})).map(({ sn }) => sn);
  await test.call('demo.start', {});
  await test.heartbeat('DEMO-CAMERA');
  expect(await serials()).toEqual(['DEMO-CAMERA']);
  await test.call('demo.stop', {});
  expect((await test.heartbeat('DEMO-CAMERA')).code).toBe(1);
  expect(await serials()).toEqual([]);
});

it('a demo camera that finds no port to send to is not there either', async () => {
  const demo = { ...idleHost.demo, start: () => false };
  const other = await TestCore.open({ host: { demo } });
  onTestFinished(() => other.dispose());
  const answer = await other.core.invoke('demo.start', {}, 'manage');
  expect(answer).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(await other.call('cameras.list', {})).toEqual([]);
});
