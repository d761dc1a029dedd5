import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { History } from '#shared/domain';
import { createDashboardServer } from '../../../../src/main/server/dashboard-server';
import { openCore, reportOf } from '../../core/storage/support';
import { memoryLog, rawConnection, serve } from '../support';
import { folderWith, guestKey, key, ownersOnly, startDashboard, withKey } from './support';

const asGuest = { authorization: `Bearer ${guestKey}` };

test('everything is sent as one file under its name', async () => {
  const { api } = await startDashboard();
  const response = await fetch(`${api}/everything`, { headers: withKey });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-disposition')).toContain('filename="foyer-2026-03-29.foyer"');
  expect(response.headers.get('content-length')).toBe('10');
  expect(await response.text()).toBe('everything');
});

test('to know that it is there nothing is written', async () => {
  const { api, core } = await startDashboard();
  core.exportEverything = () => Promise.reject(new Error('must not be asked'));
  expect((await fetch(`${api}/everything`, { method: 'HEAD', headers: withKey })).status).toBe(200);
});

test('why it cannot be written is told', async () => {
  const { api, core } = await startDashboard();
  const error = { code: 'unavailable', message: 'The disk is full.' } as const;
  core.exportEverything = () => Promise.resolve({ ok: false, error });
  const response = await fetch(`${api}/everything`, { headers: withKey });
  expect(response.status).toBe(503);
  expect(await response.json()).toEqual({ error });
});

test('a file that is sent is taken over, and gone afterwards', async () => {
  const { api, core } = await startDashboard();
  const body = 'x'.repeat(3 * 1024 * 1024);
  const response = await fetch(`${api}/everything`, { method: 'POST', headers: withKey, body });
  expect(response.status).toBe(200);
  const [taken] = core.taken;
  expect(taken?.text).toHaveLength(body.length);
  expect(existsSync(dirname(taken?.path ?? ''))).toBe(false);
});

test('why it cannot be taken over is told', async () => {
  const { api, core } = await startDashboard();
  const error = { code: 'invalid', message: 'This is not a file of Foyer.' } as const;
  core.taking = () => ({ ok: false, error });
  const response = await fetch(`${api}/everything`, { method: 'POST', headers: withKey, body: 'no' });
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({ error });
});

test('only who manages may have everything, or replace it', async () => {
  const { api, core } = await startDashboard();
  for (const method of ['GET', 'HEAD', 'POST']) {
    const response = await fetch(`${api}/everything`, { method, headers: asGuest });
    expect(response.status).toBe(403);
  }
  expect(core.taken).toEqual([]);
});

test('a file larger than any of Foyer is refused before it is sent', async () => {
  const { url, core } = await startDashboard();
  const connection = await rawConnection(url);
  connection.write(
    `POST /api/v1/everything HTTP/1.1\r\nHost: ${new URL(url).host}\r\n` +
      `Authorization: Bearer ${key}\r\nContent-Length: ${String(2 ** 40)}\r\n\r\n`,
  );
  const answer = await connection.until((text) => text.includes('}}'));
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('too large');
  expect(core.taken).toEqual([]);
});

test('a sender that hangs up half-way changes nothing', async () => {
  const { url, core, log, api } = await startDashboard();
  const connection = await rawConnection(url);
  connection.write(
    `POST /api/v1/everything HTTP/1.1\r\nHost: ${new URL(url).host}\r\n` +
      `Authorization: Bearer ${key}\r\nContent-Length: 1000\r\n\r\nhalf`,
  );
  connection.socket.end();
  await connection.untilClosed();
  expect((await fetch(`${api}/health`, { headers: withKey })).status).toBe(200);
  expect(core.taken).toEqual([]);
  expect(log.lines).toEqual([]);
});

test('over HTTP, from one real Foyer to another, every figure comes along', async () => {
  const [old, next] = [await openCore(), await openCore()];
  for (let i = 0; i < 30; i++) await old.post(reportOf(i, { in: i }));
  await next.post(reportOf(3, { in: 99 }));
  const [from, to] = [await dashboardOf(old.core), await dashboardOf(next.core)];
  const history = async (api: string) => {
    const address = `${api}/history?from=2026-01-01&to=2026-04-01&by=quarter`;
    return (await (await fetch(address, { headers: withKey })).json()) as History;
  };
  const before = await history(from);
  expect(before.rows.reduce((sum, row) => sum + (row.in ?? 0), 0)).toBe(435);
  expect(await history(to)).not.toEqual(before);
  const file = await fetch(`${from}/everything`, { headers: withKey });
  const body = await file.arrayBuffer();
  const taken = await fetch(`${to}/everything`, { method: 'POST', headers: withKey, body });
  expect(taken.status).toBe(200);
  expect(await history(to)).toEqual(before);
  expect(await history(from)).toEqual(before);
});

async function dashboardOf(core: Parameters<typeof createDashboardServer>[0]['core']): Promise<string> {
  const { server, endStreams } = await createDashboardServer({
    core,
    log: memoryLog(),
    ...ownersOnly,
    rendererFolder: await folderWith({ 'index.html': '<h1>Foyer</h1>' }),
  });
  onTestFinished(endStreams);
  return `${await serve(server)}/api/v1`;
}
