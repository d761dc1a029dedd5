import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CameraReply } from '../../../../src/main/core/types';
import { TestCore } from '../../../support/core';
import { endpointOf, fixture, fixtureNames } from './fixtures';

/** Every fixture goes through the real core; what it says must be found in the answers to questions. */
let core: TestCore;
const replies = new Map<string, CameraReply>();

beforeAll(async () => {
  core = await TestCore.open();
  // As the folder lists them: the two totals in their order, everything else by itself.
  for (const name of fixtureNames) replies.set(name, await core.post(fixture(name), endpointOf(name)));
});
afterAll(() => core.dispose());

async function day(sn: string) {
  const { rows } = await core.call('history.query', {
    from: '2026-03-10',
    to: '2026-03-11',
    by: 'day',
    cameras: [sn],
  });
  return rows[0];
}

async function marks(sn: string): Promise<string[]> {
  const records = await core.call('quality.list', { sn });
  return records
    .reverse()
    .map(({ rule, field }) => (field === null ? rule : `${rule} ${field}`))
    .filter((mark) => mark !== 'new-camera' && !mark.startsWith('history-used'));
}

test.each(fixtureNames)('%s is stored', (name) => {
  expect(replies.get(name)).toMatchObject({
    code: 0,
    msg: 'success',
    data: { sn: expect.stringMatching(/^FX-/) as string, time: 1773133200 },
  });
});

test.each([
  ['FX-FLOW-1', { in: 2, out: 1, passby: 9, turnback: 1, inAdult: 1, inChild: 1, avgStaySeconds: 4 }],
  ['FX-FLOW-2', { in: 4, out: 3, passby: null, turnback: 2, inAdult: null, avgStaySeconds: 0 }],
  ['FX-FLOW-3', { in: 5, out: 0, passby: 0, turnback: 0, inAdult: 5, inChild: 0 }],
  ['FX-FLOW-4', { in: 3, out: 2, passby: 8, turnback: 0 }],
  ['FX-FLOW-5', { in: 6, out: 5, passby: 14, turnback: 0, avgStaySeconds: 2.5 }],
  ['FX-FLOW-6', { in: 7, out: 4, passby: null, turnback: null, avgStaySeconds: null }],
  ['FX-FLOW-7', { in: 1, out: 0, passby: 3, turnback: 1 }],
  ['FX-ATTR-24', { in: 2, out: 1, inAdult: 1, inChild: 1, inStaff: 0, avgStaySeconds: 12 }],
  ['FX-ATTR-25', { in: 2, out: 0, passby: 1, inAdult: 2, inChild: 0, inStaff: 1, avgStaySeconds: 2 }],
  ['FX-TOTAL', { in: 4, out: 3, passby: 9, turnback: 0 }],
  ['FX-NEST', { in: 4, out: 3, passby: 8, turnback: 1, inChild: 1, inStaff: 1, avgStaySeconds: 2.9 }],
  ['FX-STAY-2', { in: 4, out: 4, passby: 11, turnback: 0 }],
  ['FX-STAY-3', { in: 1, out: 0, passby: 2, turnback: 0 }],
  ['FX-HIST-1', { in: 11, out: 11, passby: 42, turnback: 1 }],
  ['FX-HIST-2', { in: 5, out: 2, passby: 9, turnback: 0 }],
  ['FX-HIST-3', { in: 0, out: 0, passby: 0, turnback: 0 }],
  ['FX-HIST-4', { in: 10, out: 8, passby: 40, turnback: 2 }],
  ['FX-RAW-1', { in: 0, out: 0, passby: 0, turnback: 0 }],
])('%s: the figures of the day', async (sn, figures) => {
  expect(await day(sn)).toMatchObject(figures);
  const { in: entered = null, out = null, passby = null, turnback = null } = (await day(sn)) ?? {};
  expect((await core.camera(sn)).today).toEqual({ in: entered, out, passby, turnback });
});

test('nothing but what really is out of order leaves a mark', async () => {
  const found: Record<string, string[]> = {};
  for (const { sn } of await core.call('cameras.list', {})) {
    const list = await marks(sn);
    if (list.length > 0) found[sn] = list;
  }
  expect(found).toEqual({
    'FX-FLOW-2': ['value-set-aside passby'],
    'FX-FLOW-6': ['window-rebuilt'],
    'FX-TOTAL': ['counter-started'],
    'FX-HIST-2': [
      'value-set-aside data[4].out',
      'value-set-aside data[4].passby',
      'value-set-aside data[1]',
      'value-set-aside data[2]',
      'value-set-aside data[3].endTime',
      'value-set-aside data[5]',
    ],
  });
});

test('milliseconds are understood: the report lies in its own quarter hour', async () => {
  const { rows } = await core.call('history.query', {
    from: '2026-03-10T09:00:00+01:00',
    to: '2026-03-10T09:30:00+01:00',
    by: 'quarter',
    cameras: ['FX-FLOW-6'],
  });
  expect(rows.map((row) => [row.start, row.in])).toEqual([['2026-03-10T09:00:00+01:00', 7]]);
});

test('who is in view', async () => {
  expect((await core.camera('FX-STAY-1')).stay).toEqual({
    current: 3,
    asOf: '2026-03-10T10:00:00+01:00',
    people: [
      { id: '21', heightCm: 175, staySeconds: 42 },
      { id: '22', heightCm: null, staySeconds: 8 },
      { id: '23', heightCm: 109, staySeconds: 2 },
    ],
  });
  expect((await core.camera('FX-STAY-2')).stay).toMatchObject({ current: 1, people: [{ id: '5' }] });
  expect((await core.camera('FX-STAY-3')).stay).toMatchObject({
    current: 2,
    people: [{ id: '8' }, { id: '9' }],
  });
});

test('heartbeats tell how far the clocks are off', async () => {
  expect(await core.camera('FX-HB-1')).toMatchObject({
    clockSkewSeconds: -2,
    status: 'online',
    state: 'new',
  });
  expect(await core.camera('FX-HB-2')).toMatchObject({ clockSkewSeconds: 30, status: 'online' });
});

test('later kinds of upload are a sign of life and change no figure', async () => {
  const raw = (await core.call('cameras.list', {})).filter(({ sn }) => sn.startsWith('FX-RAW'));
  expect(raw.map(({ sn }) => sn).sort()).toEqual([1, 2, 3, 5, 6, 7].map((number) => `FX-RAW-${number}`));
  for (const { sn, status } of raw) {
    expect(status).toBe('online');
    expect(await day(sn)).toMatchObject({ in: 0, out: 0, inStaff: null });
  }
});

test('nothing was refused, and posting it all again changes nothing', async () => {
  expect(await core.call('refused.list', {})).toEqual([]);
  const figures = async () =>
    (await core.call('history.query', { from: '2026-03-10', to: '2026-03-11', by: 'quarter' })).rows;
  const before = await figures();
  for (const name of fixtureNames) await core.post(fixture(name), endpointOf(name));
  expect(await figures()).toEqual(before);
});
