import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeClock, someMorning } from '../../../support/clock';
import { TestCore } from '../../../support/core';

const minuteMs = 60_000;
const sn = '2010010000000000';
let clock: FakeClock;
let core: TestCore;

beforeEach(async () => {
  clock = new FakeClock(someMorning);
  core = await TestCore.open({ clock });
});
afterEach(() => core.dispose());

test('the whole reply, and nothing else', async () => {
  expect(await core.heartbeat(sn)).toEqual({
    code: 0,
    msg: 'success',
    data: { sn, time: someMorning / 1000, timezone: 1, uploadInterval: 0, dataMode: 'Add' },
  });
});

test('the serial comes back trimmed, under its document name', async () => {
  expect((await core.post({ sn: ` ${sn} `, time: 1 }, 'heartbeat')).data.sn).toBe(sn);
  expect((await core.post({ camera_sn: 'C-1', timestamp: 1 }, 'heartbeat')).data.sn).toBe('C-1');
});

test.each([
  [{ sn }, null],
  [{ sn, time: 0 }, null],
  [{ sn, time: 'now' }, null],
  [{ sn, time: someMorning / 1000 - 7200 }, -7201],
  [{ sn, timestamp: someMorning + 90_999 }, 90],
])('%j is answered with our clock, in whole seconds', async (body, clockSkewSeconds) => {
  clock.set(someMorning + 999);
  expect((await core.post(body, 'heartbeat')).data.time).toBe(someMorning / 1000);
  expect((await core.camera(sn)).clockSkewSeconds).toBe(clockSkewSeconds);
});

test('other replies tell the time and the serial, and no settings', async () => {
  const flow = { sn, startTime: 1773129600, endTime: 1773129660, time: 1773129660, in: 1, out: 0 };
  const bare = { sn, time: someMorning / 1000 };
  expect((await core.post(flow)).data).toEqual(bare);
  expect((await core.post({ sn, currentStay: 0 })).data).toEqual(bare);
  expect((await core.post({ sn, data: [] })).data).toEqual(bare);
  expect((await core.post({ sn, anything: 1 }, 'opaque')).data).toEqual(bare);
  expect((await core.post({ sn })).data).toEqual(bare);
});

test.each([
  ['Europe/Madrid', '2026-03-29T00:59:59Z', 1],
  ['Europe/Madrid', '2026-03-29T01:00:00Z', 2],
  ['Europe/Madrid', '2026-10-25T00:59:59Z', 2],
  ['Europe/Madrid', '2026-10-25T01:00:00Z', 1],
  ['America/New_York', '2026-07-01T12:00:00Z', -4],
  ['America/New_York', '2026-12-01T12:00:00Z', -5],
  ['Pacific/Kiritimati', '2026-07-01T12:00:00Z', 14],
  ['UTC', '2026-07-01T12:00:00Z', 0],
  ['Asia/Kathmandu', '2026-07-01T12:00:00Z', undefined],
  ['Asia/Kolkata', '2026-07-01T12:00:00Z', undefined],
  ['Australia/Lord_Howe', '2026-01-01T12:00:00Z', 11],
  ['Australia/Lord_Howe', '2026-07-01T12:00:00Z', undefined],
])('%s at %s: timezone %s', async (timeZone, instant, timezone) => {
  clock.set(Date.parse(instant));
  await core.call('sites.update', { id: 'main', timeZone });
  const { data } = await core.heartbeat(sn);
  expect(data.timezone).toBe(timezone);
  expect(Object.hasOwn(data, 'timezone')).toBe(timezone !== undefined);
});

test('interval and mode are those the owner chose for this camera', async () => {
  await core.call('cameras.add', { sn });
  await core.call('cameras.update', { sn, uploadInterval: 15, dataMode: 'Total' });
  expect((await core.heartbeat(sn)).data).toMatchObject({ uploadInterval: 15, dataMode: 'Total' });
  expect((await core.heartbeat('other')).data).toMatchObject({ uploadInterval: 0, dataMode: 'Add' });
});

const noRequest = { dataStartTime: undefined, dataEndTime: undefined };

async function requestIn(): Promise<object> {
  const { dataStartTime, dataEndTime } = (await core.heartbeat(sn)).data;
  return { dataStartTime, dataEndTime };
}

/** Heartbeats with a silence of twenty minutes between them. @returns the window that is missing then, in seconds */
async function fallSilent() {
  await core.heartbeat(sn);
  const from = clock.now();
  clock.advance(20 * minuteMs + 1500);
  const wholeMinute = (ms: number) => Math.floor(ms / minuteMs) * 60;
  return { dataStartTime: wholeMinute(from), dataEndTime: wholeMinute(clock.now()) };
}

function answer({ dataStartTime: startTime, dataEndTime: endTime }: Awaited<ReturnType<typeof fallSilent>>) {
  return core.post({
    sn,
    len: 1,
    data: [{ startTime, endTime, time: endTime, in: 3, out: 2, passby: 0, turnback: 0 }],
  });
}

test('nothing is asked of a camera that has never answered', async () => {
  await fallSilent();
  expect(await requestIn()).toEqual(noRequest);
});

test('the owner may ask: for whole minutes that are over, at most three times', async () => {
  clock.set(someMorning + 30_500);
  const missing = await fallSilent();
  await core.heartbeat(sn);
  await core.call('cameras.requestHistory', { sn });
  for (let i = 0; i < 3; i++) {
    clock.advance(minuteMs);
    expect(await requestIn()).toEqual(missing);
  }
  expect(missing.dataEndTime * 1000).toBeLessThanOrEqual(clock.now());
  clock.advance(minuteMs);
  expect(await requestIn()).toEqual(noRequest);
});

test('once it has answered it is asked by itself, and no longer than until it answers', async () => {
  const first = await fallSilent();
  await core.heartbeat(sn);
  await core.call('cameras.requestHistory', { sn });
  expect(await requestIn()).toEqual(first);
  expect((await answer(first)).code).toBe(0);
  expect(await requestIn()).toEqual(noRequest);

  const second = await fallSilent();
  expect(await requestIn()).toEqual(second);
  await core.post({ sn, len: 0, data: [] });
  expect(await requestIn()).toEqual(noRequest);
});

test('a gap is recovered when no minute of it is missing, and not before', async () => {
  const rules = async () => (await core.call('quality.list', { sn })).map(({ rule }) => rule);
  const half = await fallSilent();
  await core.heartbeat(sn);
  await core.call('cameras.requestHistory', { sn });
  await requestIn();
  await answer({ ...half, dataEndTime: half.dataEndTime - 300 });
  expect((await rules()).filter((rule) => rule.startsWith('gap-'))).toEqual(['gap-not-recovered']);

  const whole = await fallSilent();
  expect(await requestIn()).toEqual(whole);
  await answer(whole);
  expect((await rules()).filter((rule) => rule.startsWith('gap-'))).toEqual([
    'gap-recovered',
    'gap-not-recovered',
  ]);
});

test('an empty list inside a report is no answer', async () => {
  const missing = await fallSilent();
  await core.heartbeat(sn);
  await core.call('cameras.requestHistory', { sn });
  expect(await requestIn()).toEqual(missing);
  const endTime = Math.floor(clock.now() / 1000);
  await core.post({ sn, startTime: endTime - 1, endTime, in: 1, out: 0, data: [] });
  expect(await requestIn()).toEqual(missing);
});

test('a camera that is not to be asked is not', async () => {
  const missing = await fallSilent();
  await core.heartbeat(sn);
  await core.call('cameras.requestHistory', { sn });
  expect(await requestIn()).toEqual(missing);
  await core.call('cameras.update', { sn, historyRequests: 'never' });
  expect(await requestIn()).toEqual(noRequest);
});

test('what a camera is told of the zone can be fixed or switched off', async () => {
  const told = async () => (await core.heartbeat(sn)).data.timezone;
  expect(await told()).toBeTypeOf('number');
  await core.call('cameras.update', { sn, toldTimeZone: -8 });
  expect(await told()).toBe(-8);
  await core.call('cameras.update', { sn, toldTimeZone: 'off' });
  expect(await told()).toBeUndefined();
});
