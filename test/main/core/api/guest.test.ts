import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { methods, type FoyerEvent, type MethodName } from '#shared/contract';
import { guestEvent, mayGuestCall } from '../../../../src/main/core/api/guest';
import { TestCore } from '../../../support/core';

/** All that phones and screens in the shop's network may ask, and what with. Whatever is new is closed until it stands here. */
const day = '2026-03-10';
const openToGuests: Partial<Record<MethodName, object>> = {
  'session.get': {},
  'cameras.list': {},
  'cameras.detail': { sn: '2010010000000000' },
  'sites.list': {},
  'sites.occupancyDay': { id: 'main' },
  'history.query': { from: day, to: '2026-03-11' },
  'insights.compare': { site: 'main', from: day, to: '2026-03-11' },
  'insights.usualDay': { site: 'main', date: day },
  'insights.weekMap': { site: 'main', from: day, to: '2026-03-11' },
  'settings.get': {},
  'system.info': {},
  'system.health': {},
};
const names = Object.keys(methods) as MethodName[];

/** What must never reach a phone. */
const secrets = {
  person: '7707',
  heightOfPerson: '"heightCm":173',
  address: '192.0.2.7',
  calledAddress: '198.51.100.9',
  note: 'Maria is ill',
  occasion: 'Maria marries',
  mayPost: '10.99.0.0/24',
  refusedBody: 'this is no report',
  computersAddress: '203.0.113.5',
  visitor: '203.0.113.77',
};

let app: TestCore;
let site: string;
const events: FoyerEvent[] = [];

beforeAll(async () => {
  app = await TestCore.open({
    host: {
      addresses: () => [{ address: secrets.computersAddress, adapter: 'Wi-Fi' }],
      lastVisit: () => ({ at: 0, address: secrets.visitor }),
      cameraListener: () => ({ port: null, problem: 'Port 8080 is in use.' }),
    },
  });
  const told = new Promise<void>((resolve) => {
    app.core.subscribe((event) => {
      events.push(event);
      const heard = JSON.stringify(events);
      if (heard.includes(secrets.person) && heard.includes(secrets.refusedBody)) resolve();
    });
  });
  const sn = '2010010000000000';
  const seconds = Math.floor(app.clock.now() / 1000);
  await app.core.receive({
    endpoint: 'heartbeat',
    path: '/api/camera/heartBeat',
    remoteAddress: secrets.address,
    localAddress: secrets.calledAddress,
    body: new TextEncoder().encode(JSON.stringify({ sn, time: seconds })),
  });
  const report = { sn, startTime: seconds - 60, endTime: seconds, time: seconds, in: 3, out: 1 };
  await app.post(report);
  const person = {
    id: Number(secrets.person),
    height: 173,
    staytime: 9,
    status: 1,
  };
  await app.post({ sn, time: seconds, currentStay: 1, info: [person] });
  await app.post(secrets.refusedBody);
  site = (await app.call('sites.list', {}))[0]?.id ?? '';
  const label = secrets.occasion;
  const weekly = Array.from({ length: 7 }, () => [{ from: '09:00', to: '20:00' }]);
  await app.call('sites.update', {
    id: site,
    openingHours: { weekly, exceptions: [{ date: day, intervals: [], label }] },
  });
  await app.call('settings.update', { cameraAddresses: [secrets.mayPost, secrets.address] });
  await app.call('notes.put', { site, date: day, text: secrets.note });
  await app.call('settings.update', { cameraPort: 8080 });
  await app.call('cameras.update', { sn, name: 'Front door' });
  await told;
});
afterAll(() => app.dispose());

const paramsOf = (name: MethodName) => {
  const params = openToGuests[name] ?? {};
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, value === 'main' ? site : value]),
  );
};

describe('every method of the contract', () => {
  test.each(names)('%s is open to guests only if it is said here', async (name) => {
    expect(mayGuestCall(name)).toBe(name in openToGuests);
    const outcome = await app.core.invoke(name, paramsOf(name), 'guest');
    if (name in openToGuests) expect(outcome).toMatchObject({ ok: true });
    else expect(outcome).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  });

  test.each(names)('%s tells guests nothing of persons, networks and settings', async (name) => {
    const text = JSON.stringify(await app.core.invoke(name, paramsOf(name), 'guest'));
    for (const secret of [...Object.values(secrets), app.folder]) expect(text).not.toContain(secret);
  });
});

test('the owner does see all that', async () => {
  const answers = await Promise.all([
    app.call('cameras.list', {}),
    app.call('sites.list', {}),
    app.call('system.info', {}),
    app.call('settings.get', {}),
    app.call('refused.list', {}),
    app.call('notes.list', { from: day, to: '2026-03-11' }),
  ]);
  const text = JSON.stringify(answers);
  for (const secret of [...Object.values(secrets), app.folder]) expect(text).toContain(secret);
});

test('guests get the figures', async () => {
  const cameras = await app.core.invoke('cameras.list', {}, 'guest');
  expect(cameras).toMatchObject({
    result: [{ name: 'Front door', today: { in: 3, out: 1 }, stay: { current: 1, people: [] } }],
  });
});

test('whoever asks is told who they are, and which methods are open to them', async () => {
  for (const role of ['guest', 'view', 'manage'] as const) {
    const session = await app.core.invoke('session.get', {}, role);
    const open = names.filter((name) =>
      role === 'guest' ? name in openToGuests : role === 'manage' || methods[name].role === 'view',
    );
    expect(session).toEqual({ ok: true, result: { role, methods: open } });
  }
});

test('names that every object has are no methods', async () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '']) {
    for (const role of ['guest', 'view', 'manage'] as const) {
      expect(await app.core.invoke(name, {}, role)).toMatchObject({ error: { code: 'not-found' } });
    }
  }
});

test('events tell guests no more than answers do', () => {
  const seen = events.map(guestEvent);
  const text = JSON.stringify(seen);
  for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
  expect(seen.filter((event) => event?.name === 'quality')).toEqual([]);
  const unheard = { name: 'somethingNew', data: {} } as unknown as FoyerEvent;
  expect(guestEvent(unheard)).toBeNull();
});
