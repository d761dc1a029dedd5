import { expect, it } from 'vitest';
import type { CameraReply } from '../../../src/main/core/types';
import { TestCore } from '../../support/core';
import { dayTotal, heartbeatAt, openCore, postAt, quarterAt, rowsBy, rulesOf, ten } from './counting/ask';

/*
 * What other receivers of this protocol get wrong. One test for each.
 */

const minuteReport = {
  startTime: ten,
  endTime: ten + 60,
  time: ten + 60,
  in: 4,
  out: 3,
  passby: 9,
  turnback: 1,
};

function counters(seconds: number, entered: number, left: number): object {
  return { startTime: ten - 86_400, endTime: ten + seconds, time: ten + seconds, in: entered, out: left };
}

async function replyAt(core: TestCore, seconds: number): Promise<CameraReply['data']> {
  core.clock.set((ten + seconds) * 1000);
  return (await core.heartbeat('DOOR')).data;
}

async function inTotalMode(core: TestCore): Promise<void> {
  await heartbeatAt(core, 0);
  await core.call('cameras.update', { sn: 'DOOR', dataMode: 'Total' });
  await heartbeatAt(core, 1);
}

it('a re-send counts once', async () => {
  const core = await openCore();
  for (const seconds of [61, 62, 500, 90_000]) await postAt(core, seconds, minuteReport);
  expect(await dayTotal(core)).toBe(4);
  expect(await dayTotal(core, 'passby')).toBe(9);
  expect((await rulesOf(core)).filter((rule) => rule === 'resent')).toHaveLength(3);
});

it('average stay is weighted by people', async () => {
  const core = await openCore();
  const [few, many] = [
    { startTime: ten, endTime: ten + 60, time: ten + 60, in: 1, out: 0, avgStayTime: 10_000 },
    { startTime: ten + 60, endTime: ten + 120, time: ten + 120, in: 5, out: 4, avgStayTime: 2000 },
  ];
  await postAt(core, 61, few);
  await postAt(core, 121, many);
  // (1 × 10 s + 9 × 2 s) ÷ 10, where the mean of the two means would be 6 s.
  expect((await quarterAt(core, 0))?.avgStaySeconds).toBe(2.8);
  expect((await rowsBy(core, 'day'))[0]?.avgStaySeconds).toBe(2.8);
});

it('an unknown serial is registered and its data counted', async () => {
  const core = await openCore();
  const reply = await core.post({ sn: ' NEW-0001 ', ...minuteReport });
  expect(reply).toMatchObject({ code: 0, data: { sn: 'NEW-0001' } });
  expect(await core.camera('NEW-0001')).toMatchObject({ state: 'new', today: { in: 4, out: 3 } });
});

it('an unknown serial that is not let in is told so, and can be seen', async () => {
  const core = await openCore();
  await core.call('settings.update', { acceptCameras: 'added' });
  const reply = await core.post({ sn: 'NEW-0002', ...minuteReport });
  expect(reply.code).toBe(1);
  const [refused] = await core.call('refused.list', {});
  expect(refused).toMatchObject({ reason: 'unknown-camera', sn: 'NEW-0002' });
  expect(await core.call('cameras.list', {})).toEqual([]);
});

it('Total mode does not book the lifetime total at first contact', async () => {
  const core = await openCore();
  await inTotalMode(core);
  await postAt(core, 60, counters(60, 730, 710));
  expect(await dayTotal(core)).toBe(0);
  await postAt(core, 120, counters(120, 733, 711));
  expect([await dayTotal(core), await dayTotal(core, 'out')]).toEqual([3, 1]);
});

it('Total mode loses no counts when the camera restarts', async () => {
  const core = await openCore();
  await inTotalMode(core);
  await postAt(core, 60, counters(60, 730, 710));
  await postAt(core, 120, counters(120, 733, 711));
  await postAt(core, 180, counters(180, 2, 1));
  await postAt(core, 240, counters(240, 7, 1));
  expect([await dayTotal(core), await dayTotal(core, 'out')]).toEqual([3 + 2 + 5, 1 + 1]);
  expect(await rulesOf(core)).toContain('counter-restarted');
});

it('Total mode loses no counts when the app restarts', async () => {
  const before = await openCore();
  await inTotalMode(before);
  await postAt(before, 60, counters(60, 730, 710));
  await postAt(before, 120, counters(120, 733, 711));
  await before.close();
  const core = await TestCore.open({ clock: before.clock, folder: before.folder });
  await postAt(core, 4000, counters(4000, 750, 720));
  expect([await dayTotal(core), await dayTotal(core, 'out')]).toEqual([3 + 17, 1 + 9]);
  await core.close();
});

it('a history request is repeated until it is answered, also over a restart', async () => {
  const first = await openCore();
  const gap = { startTime: ten + 600, endTime: ten + 1740, time: ten + 1740, in: 6, out: 5 };
  await heartbeatAt(first, 600);
  await heartbeatAt(first, 1740);
  await first.call('cameras.requestHistory', { sn: 'DOOR' });
  const asked = await replyAt(first, 1800);
  await first.close();

  const core = await TestCore.open({ clock: first.clock, folder: first.folder });
  const again = await replyAt(core, 1860);
  expect(asked).toMatchObject({ dataStartTime: ten + 600, dataEndTime: ten + 1740 });
  expect(again).toMatchObject({ dataStartTime: ten + 600, dataEndTime: ten + 1740 });
  await postAt(core, 1870, { len: 1, data: [gap] });
  expect((await replyAt(core, 1920)).dataStartTime).toBeUndefined();
  expect(await dayTotal(core)).toBe(6);
  expect(await rulesOf(core)).toContain('gap-recovered');
  await core.close();
});

it('the zone is the site’s, whole or broken, and follows daylight saving', async () => {
  const core = await openCore();
  expect((await replyAt(core, 0)).timezone).toBe(1);
  expect((await replyAt(core, 180 * 86_400)).timezone).toBe(2);
  const [site] = await core.call('sites.list', {});
  await core.call('sites.update', { id: site?.id ?? '', timeZone: 'Asia/Kathmandu' });
  expect((await replyAt(core, 180 * 86_400)).timezone).toBeUndefined();
  await core.call('sites.update', { id: site?.id ?? '', timeZone: 'America/New_York' });
  expect((await replyAt(core, 180 * 86_400)).timezone).toBe(-4);
});
