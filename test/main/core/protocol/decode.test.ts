import { expect, test } from 'vitest';
import { decode } from '../../../../src/main/core/protocol/decode';
import type { Decoded, Refusal } from '../../../../src/main/core/protocol/types';
import type { CameraEndpoint } from '../../../../src/main/core/types';
import { bytesOf, endpointOf, fixture, fixtureNames } from './fixtures';

const at = 1773129600;

function decodeAs(body: unknown, endpoint: CameraEndpoint = 'upload') {
  return decode(endpoint, bytesOf(typeof body === 'string' ? body : JSON.stringify(body)));
}

function accepted(body: unknown, endpoint: CameraEndpoint = 'upload'): Decoded {
  const decoded = decodeAs(body, endpoint);
  if (!decoded.ok) throw new Error(decoded.message);
  return decoded;
}

function kindsOf(decoded: Decoded): string[] {
  return decoded.messages.map(({ kind }) => kind);
}

test.each([
  ['heartbeat-v1', 'heartbeat', ['heartbeat']],
  ['heartbeat-v2', 'heartbeat', ['heartbeat']],
  ['flow-v19', 'upload', ['flow']],
  ['flow-oem-minimum', 'upload', ['flow']],
  ['flow-with-stay', 'upload', ['flow', 'stay']],
  ['stay-v19', 'upload', ['stay']],
  ['stay-with-history', 'upload', ['stay', 'history']],
  ['history-v19', 'upload', ['history']],
  ['history-empty', 'upload', ['history']],
  ['nested-maker', 'upload', ['flow', 'flow']],
  ['dup-list', 'opaque', ['opaque']],
  ['device-status', 'opaque', ['opaque']],
] as const)('%s on %s holds %j', (name, endpoint, kinds) => {
  const decoded = decode(endpoint, fixture(name));
  expect(decoded.ok && kindsOf(decoded)).toEqual(kinds);
});

test.each(fixtureNames)('%s reads the same from the bytes that are kept', (name) => {
  const decoded = decode(endpointOf(name), fixture(name)) as Decoded;
  expect(decode(endpointOf(name), decoded.body)).toEqual(decoded);
});

test('the content decides, whatever the path says: a heartbeat may bring counts', () => {
  const decoded = accepted(
    { sn: 'A', time: at, startTime: at - 60, endTime: at, in: 1, out: 2 },
    'heartbeat',
  );
  expect(kindsOf(decoded)).toEqual(['heartbeat', 'flow']);
});

test.each([
  ['no time', { sn: 'A' }],
  ['a time that is none', { sn: 'A', time: 'now' }],
  ['counts that cannot be used', { sn: 'A', time: at, in: 1, endTime: 'x', data: {} }],
])('a heartbeat with %s is still a heartbeat', (_name, body) => {
  expect(kindsOf(accepted(body, 'heartbeat'))[0]).toBe('heartbeat');
});

test('a part that cannot be used is set aside, the other counts', () => {
  const body = { sn: 'A', in: 3, out: 1, currentStay: 2, data: 'none' };
  const decoded = accepted(body);
  expect(kindsOf(decoded)).toEqual(['stay']);
  expect(decoded.setAside.map(({ place }) => place)).toEqual(['endTime', 'data']);
});

test('a history answer that repeats the window it was asked for is history', () => {
  const item = { startTime: at - 900, endTime: at, time: at, in: 1, out: 1, passby: 0, turnback: 0 };
  const decoded = accepted({ sn: 'A', startTime: at - 900, endTime: at, len: 1, data: [item] });
  expect(kindsOf(decoded)).toEqual(['history']);
  expect(decoded.setAside).toEqual([]);
});

test('an empty list is an answer only where there is nothing else', () => {
  expect(kindsOf(accepted({ sn: 'A', data: [] }))).toEqual(['history']);
  expect(kindsOf(accepted({ sn: 'A', endTime: at, in: 1, out: 0, data: [] }))).toEqual(['flow']);
});

test('passers-by alone are a report too', () => {
  expect(accepted({ sn: 'A', endTime: at, passby: 4 }).messages).toMatchObject([
    { kind: 'flow', counts: { passby: 4 } },
  ]);
});

test.each<[string, string, CameraEndpoint, Partial<Refusal>]>([
  ['nothing', '', 'upload', { reason: 'empty-body', place: null, sn: null }],
  ['blanks', ' \r\n ', 'upload', { reason: 'empty-body' }],
  ['half a message', '{"sn":"A","in":', 'upload', { reason: 'not-json', sn: null }],
  ['two messages', '{"sn":"A"}{"sn":"B"}', 'upload', { reason: 'not-json' }],
  ['a form', 'sn=A&in=1', 'upload', { reason: 'not-json' }],
  ['a number', '12', 'upload', { reason: 'not-an-object', place: null }],
  ['null', 'null', 'upload', { reason: 'not-an-object' }],
  ['a list', '[{"sn":"A","in":1}]', 'upload', { reason: 'not-an-object' }],
  ['a list of nothing', '[]', 'opaque', { reason: 'no-serial' }],
  ['text', '"sn"', 'opaque', { reason: 'not-an-object' }],
  ['no serial', '{"time":1}', 'heartbeat', { reason: 'no-serial', place: 'sn' }],
  ['a blank serial', '{"sn":"  ","time":1}', 'heartbeat', { reason: 'no-serial', place: 'sn' }],
  ['a long serial as a number', '{"sn":2010010000000000000}', 'heartbeat', { reason: 'bad-serial' }],
  ['an odd serial', '{"sn":"A/B"}', 'heartbeat', { reason: 'bad-serial', place: 'sn', sn: null }],
  ['a heartbeat on the wrong path', '{"sn":"A","time":1}', 'upload', { reason: 'no-known-content', sn: 'A' }],
  ['a serial only', '{"sn":"A"}', 'upload', { reason: 'no-known-content', sn: 'A', place: null }],
  ['times only', '{"sn":"A","startTime":1,"endTime":2}', 'upload', { reason: 'no-usable-field' }],
  ['no time', '{"sn":"A","in":1}', 'upload', { reason: 'no-time', place: 'endTime' }],
  ['no readable time', '{"sn":"A","in":1,"endTime":"x"}', 'upload', { reason: 'bad-time', place: 'endTime' }],
  ['data that is no list', '{"sn":"A","data":{}}', 'upload', { reason: 'bad-list', place: 'data' }],
  ['items without counts', '{"sn":"A","data":[{}]}', 'upload', { reason: 'bad-list', place: 'data[0]' }],
  [
    'items without times',
    '{"sn":"A","data":[{"in":1}]}',
    'upload',
    { reason: 'bad-time', place: 'data[0].endTime' },
  ],
  [
    'a bad stay',
    '{"sn":"A","currentStay":-1}',
    'upload',
    { reason: 'no-usable-field', place: 'currentStay' },
  ],
  ['any path', '{"sn":"A","in":1,"endTime":1773129600}', 'unknown', { reason: 'unknown-path', sn: 'A' }],
  ['no JSON on any path', 'hello', 'unknown', { reason: 'unknown-path', sn: null }],
])('%s is refused', (_name, body, endpoint, expected) => {
  const refusal = decodeAs(body, endpoint);
  expect(refusal).toMatchObject({ ok: false, ...expected });
  if (refusal.ok) return;
  expect(refusal.message).toMatch(/^\w.{15,}\.$/);
  expect(refusal.excerpt).toBe(body);
});

test('a heartbeat reply that is posted back is no upload', () => {
  const reply = { code: 0, msg: 'success', data: { sn: 'A', time: at, uploadInterval: 0, dataMode: 'Add' } };
  expect(decodeAs(reply, 'heartbeat')).toMatchObject({ ok: false, reason: 'no-serial' });
});

test('a refusal says what to do', () => {
  expect(decodeAs({ sn: 'A', time: at })).toMatchObject({
    message: 'This looks like a heartbeat. Send heartbeats to /api/camera/heartBeat.',
  });
  expect(decodeAs({ sn: 'A', data: [{ in: 1, endTime: 'x' }] })).toMatchObject({
    message: 'data[0].endTime is not a time. Send Unix seconds.',
  });
});
