import { afterEach, beforeEach, expect, test } from 'vitest';
import { someMorning } from '../../../support/clock';
import { TestCore } from '../../../support/core';

const at = someMorning / 1000 - 600;
const time = someMorning / 1000;
let core: TestCore;

beforeEach(async () => {
  core = await TestCore.open();
});
afterEach(() => core.dispose());

function flow(sn: string) {
  return core.post({
    sn,
    startTime: at,
    endTime: at + 60,
    time: at + 60,
    in: 2,
    out: 1,
    passby: 0,
    turnback: 0,
  });
}

async function serials(): Promise<string[]> {
  return (await core.call('cameras.list', {})).map(({ sn }) => sn);
}

function heartbeatFrom(sn: string, remoteAddress: string) {
  const body = new TextEncoder().encode(JSON.stringify({ sn, time }));
  return core.core.receive({ endpoint: 'heartbeat', path: '/heartBeat', remoteAddress, body });
}

test('a serial that nobody has heard of is counted from its first message on, and shown as new', async () => {
  expect(await flow('A')).toEqual({ code: 0, msg: 'success', data: { sn: 'A', time } });
  expect(await core.camera('A')).toMatchObject({ state: 'new', name: '', today: { in: 2, out: 1 } });
  expect(await core.call('quality.list', { sn: 'A' })).toMatchObject([{ rule: 'new-camera', after: 'A' }]);
});

test('serials are compared exactly, but trimmed', async () => {
  for (const sn of ['A', ' A ', 'a', 'A.', '0A']) await flow(sn);
  expect(await serials()).toEqual(['A', 'a', 'A.', '0A']);
});

test('a name makes it the owner’s', async () => {
  await flow('A');
  await core.call('cameras.update', { sn: 'A', name: 'Door' });
  expect((await core.camera('A')).state).toBe('active');
  expect((await flow('A')).code).toBe(0);
});

test('only cameras that were added: code 1, nothing counted, and the owner sees who called', async () => {
  await core.call('settings.update', { acceptCameras: 'added' });
  const message = 'This serial number is not known. Add it in Foyer first.';
  expect(await flow('A')).toEqual({ code: 1, msg: message, data: { sn: 'A', time } });
  expect(await core.heartbeat('A')).toEqual({ code: 1, msg: message, data: { sn: 'A', time } });
  expect(await serials()).toEqual([]);
  expect(await core.call('refused.list', {})).toMatchObject([
    { reason: 'unknown-camera', sn: 'A', path: '/api/camera/heartbeat', message },
    {
      reason: 'unknown-camera',
      sn: 'A',
      place: null,
      address: '192.0.2.7',
      path: '/api/camera/upload',
      body: expect.stringContaining('"in":2') as string,
    },
  ]);
  await core.call('cameras.add', { sn: 'A', name: 'Door' });
  expect((await flow('A')).code).toBe(0);
  expect(await core.camera('A')).toMatchObject({ state: 'active', today: { in: 2 } });
});

test('a camera that was there before stays welcome', async () => {
  await flow('A');
  await core.call('settings.update', { acceptCameras: 'added' });
  expect((await core.heartbeat('A')).code).toBe(0);
  expect((await core.heartbeat('B')).code).toBe(1);
});

test('a blocked camera gets code 1, and its figures stay', async () => {
  await flow('A');
  await core.call('cameras.update', { sn: 'A', state: 'blocked' });
  const before = await core.camera('A');
  core.clock.advance(60_000);
  expect(await core.heartbeat('A')).toMatchObject({ code: 1, data: { sn: 'A' } });
  expect((await core.post({ sn: 'A', endTime: at + 120, in: 5, out: 5 })).code).toBe(1);
  expect((await core.post({ sn: 'A', x: 1 }, 'opaque')).code).toBe(1);
  expect(await core.camera('A')).toEqual(before);
  expect((await core.call('refused.list', { limit: 1 }))[0]).toMatchObject({
    reason: 'blocked-camera',
    sn: 'A',
  });
});

test('200 cameras without a name are the most; those that are there go on', async () => {
  await core.call('cameras.add', { sn: 'OWN' });
  const replies = await Promise.all(
    Array.from({ length: 205 }, (_, i) => heartbeatFrom(`N${i}`, `192.0.2.${i % 3}`)),
  );
  expect(replies.filter(({ code }) => code === 0)).toHaveLength(200);
  expect(replies.slice(200).map(({ code }) => code)).toEqual([1, 1, 1, 1, 1]);
  expect((await core.call('refused.list', { limit: 1 }))[0]).toMatchObject({
    reason: 'too-many-new-cameras',
  });
  expect(await serials()).toHaveLength(201);
  expect((await core.heartbeat('N0')).code).toBe(0);
  await core.call('cameras.update', { sn: 'N0', name: 'Door' });
  expect((await core.heartbeat('N200')).code).toBe(0);
  expect((await core.heartbeat('N201')).code).toBe(1);
});

test('one device brings at most 100 of them, and the others still get in', async () => {
  for (let i = 0; i < 100; i++) await heartbeatFrom(`N${i}`, '192.0.2.66');
  expect((await heartbeatFrom('N100', '192.0.2.66')).code).toBe(1);
  expect((await heartbeatFrom('REAL', '192.0.2.40')).code).toBe(0);
  for (let i = 0; i < 50; i++) expect((await heartbeatFrom(`S${i}`, '127.0.0.1')).code).toBe(0);
});

test('those that never counted anybody are removed at once, and a real one comes back', async () => {
  await flow('COUNTS');
  await core.call('cameras.add', { sn: 'OWN' });
  for (let i = 0; i < 20; i++) await core.heartbeat(`N${i}`);
  expect(await core.call('cameras.uncounted', {})).toHaveLength(20);
  expect(await core.call('cameras.removeUncounted', {})).toBe(20);
  expect(await serials()).toEqual(['COUNTS', 'OWN']);
  expect(await core.call('cameras.removeUncounted', {})).toBe(0);
  await core.heartbeat('N7');
  await core.close();
  core = await TestCore.open({ folder: core.folder, clock: core.clock });
  expect(await serials()).toEqual(['COUNTS', 'OWN', 'N7']);
});

test('an address that is not known: code 2, and an entry that shows which', async () => {
  const body = new TextEncoder().encode(`{"sn":"A","time":${at}}`);
  const path = '/api/camera/heartBeet?password=Xk9';
  const reply = await core.core.receive({ endpoint: 'unknown', path, remoteAddress: '192.0.2.9', body });
  expect(reply).toMatchObject({ code: 2, data: { sn: 'A', time } });
  expect(reply.msg).toContain('/api/camera/heartBeat');
  const [entry] = await core.call('refused.list', {});
  expect(entry).toMatchObject({
    reason: 'unknown-path',
    sn: 'A',
    address: '192.0.2.9',
    at: '2026-03-10T10:00:00+01:00',
  });
  expect(entry?.path).toMatch(/^\/api\/camera\/heartBeet\?/);
  expect(entry?.path).not.toContain('Xk9');
  expect(await serials()).toEqual([]);
});

test('the list keeps the newest 500 refusals, each with at most 2,000 characters', async () => {
  await core.post('x'.repeat(5000));
  expect((await core.call('refused.list', {}))[0]?.body).toHaveLength(2000);
  await Promise.all(Array.from({ length: 600 }, (_, i) => core.post(`${i}`)));
  const list = await core.call('refused.list', { limit: 500 });
  expect(list.map(({ body }) => body)).toEqual(Array.from({ length: 500 }, (_, i) => `${599 - i}`));
});
