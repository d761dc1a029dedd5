import { afterEach, beforeEach, expect, it } from 'vitest';
import { someMorning } from '../../../support/clock';
import { TestCore } from '../../../support/core';

const minuteMs = 60_000;
const sn = 'DOOR';
let core: TestCore;
beforeEach(async () => {
  core = await TestCore.open();
});
afterEach(() => core.dispose());

/** Says how many are in view, at a time of the camera's clock, so many minutes from now. */
async function say(current: number, minutes: number): Promise<void> {
  const time = (core.clock.now() + minutes * minuteMs) / 1000;
  expect(await core.post({ sn, time, currentStay: current, info: [] })).toMatchObject({ code: 0 });
}

async function inView() {
  const { current, asOf } = (await core.camera(sn)).stay;
  return [current, asOf && (Date.parse(asOf) - someMorning) / minuteMs];
}

it('is what was said last, not what comes late', async () => {
  await say(3, 0);
  await say(9, -20);
  expect(await inView()).toEqual([3, 0]);
  core.clock.advance(minuteMs);
  await say(2, 0);
  expect(await inView()).toEqual([2, 1]);
});

it('goes by the arrival while the clocks differ by minutes', async () => {
  await say(3, -10);
  expect(await inView()).toEqual([3, 0]);
});

it('goes by the arrival where a clock is ahead, and does not wait for that time to come', async () => {
  await say(3, 30);
  expect(await inView()).toEqual([3, 0]);
  core.clock.advance(minuteMs);
  await say(4, 0);
  expect(await inView()).toEqual([4, 1]);
});

it('goes by a wrong clock as its last heartbeat showed it', async () => {
  await core.heartbeat(sn, core.clock.now() - 60 * minuteMs);
  await say(3, -60);
  expect(await inView()).toEqual([3, 0]);
  // What such a camera said a quarter of an hour ago.
  await say(9, -75);
  expect(await inView()).toEqual([3, 0]);
});
