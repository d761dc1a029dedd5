import { expect, test } from 'vitest';
import type { FoyerEvent } from '#shared/contract';
import type { QualityRecord, RefusedMessage } from '#shared/domain';
import { visibleTo } from '../../../../src/main/server/dashboard/event-hub';
import { rawConnection } from '../support';
import { guestKey, key, startDashboard, withKey } from './support';

const at = '2026-03-29T12:00:00+02:00';
const record: QualityRecord = { id: 1, at, sn: '1', rule: 'resent', field: null, before: null, after: null };
const refused: RefusedMessage = {
  id: 1,
  at,
  reason: 'not-json',
  message: 'Not JSON.\nAt all.',
  place: null,
  sn: null,
  path: '/',
  address: '192.168.1.30',
  body: '{',
};
const quality = (data: { record?: QualityRecord; refused?: RefusedMessage }): FoyerEvent => ({
  name: 'quality',
  data: { record: data.record ?? null, refused: data.refused ?? null },
});

/** A reader of `/events` that has been let in. */
async function reader(url: string, bearer = key) {
  const connection = await rawConnection(url);
  const { host } = new URL(url);
  connection.write(`GET /api/v1/events HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${bearer}\r\n\r\n`);
  await connection.until((text) => text.includes('retry: 1000\n\n'));
  return connection;
}

test('events arrive at every reader, in order, one line each', async () => {
  const { url, core } = await startDashboard();
  const readers = [await reader(url), await reader(url)];
  core.emit(quality({ refused }));
  core.emit(quality({ record }));
  for (const one of readers) {
    expect(one.received).toMatch(/^HTTP\/1\.1 200 /);
    expect(one.received).toMatch(/content-type: text\/event-stream\r\n/i);
    const text = await one.until((received) => received.includes('"resent"'));
    const lines = text.split('\n').filter((line) => /^(event|data):/.test(line));
    expect(lines).toEqual([
      'event: quality',
      `data: ${JSON.stringify({ record: null, refused })}`,
      'event: quality',
      `data: ${JSON.stringify({ record, refused: null })}`,
    ]);
  }
});

test('a sign of life comes when nothing happens', async () => {
  const { url } = await startDashboard({ events: { heartbeatMs: 10 } });
  const one = await reader(url);
  expect(await one.until((text) => text.includes('\n:\n\n'))).toContain('\n:\n\n');
});

test('a reader that does not read is dropped, the others go on', async () => {
  const { url, core } = await startDashboard({ events: { maxQueuedBytes: 64 * 1024 } });
  const slow = await reader(url);
  const quick = await reader(url);
  slow.socket.pause();
  const dropped = new Promise<void>((resolve) => slow.socket.once('close', resolve));
  const long = { ...refused, message: 'x'.repeat(256 * 1024) };
  // More than the buffers of both sockets hold, whatever their size.
  for (let n = 0; n < 100; n += 1) {
    core.emit(quality({ refused: { ...long, body: `end ${String(n)}` } }));
    const marker = `"end ${String(n)}"`;
    await quick.until((text) => text.includes(marker));
    quick.received = '';
  }
  slow.socket.resume();
  await dropped;
  core.emit(quality({ record }));
  expect(await quick.until((text) => text.includes('"resent"'))).toContain('"resent"');
});

test('a reader too many is told so', async () => {
  const { url, api } = await startDashboard({ events: { maxClients: 1 } });
  await reader(url);
  const response = await fetch(`${api}/events`, { headers: withKey });
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ error: { code: 'unavailable' } });
});

test('closing ends the streams and the subscription', async () => {
  const { url, core, endStreams } = await startDashboard();
  const one = await reader(url);
  expect(core.subscribers).toBe(1);
  endStreams();
  expect(await one.until((text) => text.endsWith('0\r\n\r\n'))).toMatch(/0\r\n\r\n$/);
  expect(core.subscribers).toBe(0);
});

test('refused messages are only for those who manage', async () => {
  expect(visibleTo('manage', quality({ refused }))).toEqual(quality({ refused }));
  expect(visibleTo('view', quality({ refused }))).toBeNull();
  expect(visibleTo('view', quality({ record, refused }))).toEqual(quality({ record }));
  const { url, core } = await startDashboard();
  const guest = await reader(url, guestKey);
  core.emit(quality({ refused }));
  core.emit(quality({ record }));
  expect(await guest.until((text) => text.includes('"resent"'))).not.toContain('192.168.1.30');
});
