import { describe, expect, test } from 'vitest';
import { Lockout } from '../../../../src/main/server/dashboard/lockout';
import { RateLimit } from '../../../../src/main/server/dashboard/rate-limit';
import { rawConnection } from '../support';
import { iPhone, result, startSharing } from './sharing-support';

describe('what was let in', () => {
  test('is taken back one by one, at once, and its stream with it', async () => {
    const sharing = await startSharing();
    const url = await sharing.on();
    const [first, second] = [await sharing.paired(iPhone), await sharing.paired()];
    const stream = await rawConnection(url);
    const { host } = new URL(url);
    stream.write(`GET /api/v1/events HTTP/1.1\r\nHost: ${host}\r\nCookie: ${first.cookie}\r\n\r\n`);
    await stream.until((text) => text.includes('retry: 1000'));
    const id = sharing.host.devices().find(({ name }) => name !== '')?.id ?? '';
    expect(result(await sharing.host.revokeDevice(id))).toHaveLength(1);
    expect(await stream.until((text) => text.endsWith('0\r\n\r\n'))).toContain('0\r\n\r\n');
    expect((await fetch(`${url}/api/v1/cameras`, { headers: first })).status).toBe(401);
    expect((await fetch(`${url}/api/v1/cameras`, { headers: second })).status).toBe(200);
    expect(await sharing.host.revokeDevice(id)).toMatchObject({ ok: false, error: { code: 'not-found' } });
    const page = await fetch(url, { headers: first });
    expect(await page.text()).toContain('This device may not look any more.');
  });

  test('is taken back all at once, invitations included', async () => {
    const sharing = await startSharing();
    const url = await sharing.on();
    const devices = [await sharing.paired(), await sharing.paired()];
    const link = result(sharing.host.pair()).urls[0] ?? '';
    expect(result(await sharing.host.revokeDevice(null))).toEqual([]);
    for (const headers of devices) expect((await fetch(url, { headers })).status).toBe(401);
    expect((await fetch(link)).status).toBe(401);
  });

  test('asks in vain for what is not for guests', async () => {
    const sharing = await startSharing({ files: { 'index.html': 'page', 'assets/a.js': 'code' } });
    const url = await sharing.on();
    const headers = await sharing.paired();
    const status = async (path: string, method = 'GET') =>
      (await fetch(url + path, { headers, method })).status;
    for (const path of ['/cameras', '/sites', '/health', '/history?from=2026-03-01&to=2026-03-02']) {
      expect(await status(`/api/v1${path}`), path).toBe(200);
    }
    expect(await status('/assets/a.js')).toBe(200);
    for (const path of ['everything', 'export.csv', 'export.xlsx', 'persons.csv', 'archive.ndjson', 'new']) {
      expect(await status(`/api/v1/${path}`), path).toBe(403);
    }
    for (const path of ['/api/v1/everything', '/api', '/api/v1/cameras'])
      expect(await status(path, 'POST')).toBe(403);
    // Outside the API nothing but files of the pages.
    for (const path of ['/new', '/openapi.json', '/credentials.json'])
      expect(await status(path), path).toBe(404);
    expect(sharing.core.calls.every(({ role }) => role === 'guest')).toBe(true);
    expect(sharing.core.exports).toEqual([]);
  });

  test('has a few event streams, and the others theirs', async () => {
    const sharing = await startSharing();
    const url = await sharing.on();
    const [first, second] = [await sharing.paired(), await sharing.paired()];
    const leave = new AbortController();
    const stream = async (headers: Record<string, string>) =>
      (await fetch(`${url}/api/v1/events`, { headers, signal: leave.signal })).status;
    expect([await stream(first), await stream(first), await stream(first)]).toEqual([200, 200, 503]);
    expect(await stream(second)).toBe(200);
    leave.abort();
  });
});

describe('keys for programs', () => {
  test('one that views gets what guests get; one that manages is not for the network', async () => {
    const sharing = await startSharing();
    const url = await sharing.on();
    const view = result(await sharing.host.createKey('Display', 'view'));
    const manage = result(await sharing.host.createKey('Script', 'manage'));
    const get = (key: string, path = '/api/v1/cameras') =>
      fetch(url + path, { headers: { authorization: `Bearer ${key}` } });
    expect((await get(view.key)).status).toBe(200);
    expect(sharing.core.calls).toMatchObject([{ role: 'guest' }]);
    const refused = await get(manage.key);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('Use it on the computer that Foyer runs on.');
    // Neither is a link.
    for (const { key } of [view, manage]) expect((await fetch(`${url}/?key=${key}`)).status).toBe(401);
    expect(JSON.stringify(sharing.host.keys())).not.toContain(view.key);
    expect(result(await sharing.host.revokeKey(view.id))).toMatchObject([{ name: 'Script', role: 'manage' }]);
    expect(sharing.revoked).toEqual([view.id]);
    expect((await get(view.key)).status).toBe(401);
  });
});

describe('whoever tries', () => {
  test('waits longer and longer, and even a right key waits with them', async () => {
    let ms = 0;
    const lockout = new Lockout({ freeTries: 3, firstLockMs: 60_000, now: () => ms });
    const sharing = await startSharing({ gate: { lockout } });
    const url = await sharing.on();
    const headers = await sharing.paired();
    const status = async (bearer: string) =>
      (await fetch(`${url}/api/v1/cameras`, { headers: { authorization: `Bearer ${bearer}` } })).status;
    const statuses = [];
    for (let n = 0; n < 6; n++) statuses.push(await status(`wrong ${String(n)}`));
    expect(statuses).toEqual([401, 401, 401, 401, 429, 429]);
    const waiting = await fetch(`${url}/api/v1/cameras`, { headers });
    expect([waiting.status, waiting.headers.get('retry-after')]).toEqual([429, '60']);
    // Whoever shows nothing is told how to come in.
    expect((await fetch(url)).status).toBe(401);
    ms += 60_000;
    expect((await fetch(`${url}/api/v1/cameras`, { headers })).status).toBe(200);
  });

  test('asks too often and is told so', async () => {
    const rateLimit = new RateLimit({ burst: 5, perSecond: 1, now: () => 0 });
    const sharing = await startSharing({ gate: { rateLimit } });
    const url = await sharing.on();
    const statuses = [];
    for (let n = 0; n < 7; n++) statuses.push((await fetch(url)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  test('what the home screen of a phone needs is open; nothing else is', async () => {
    const files = {
      'index.html': 'page',
      'manifest.webmanifest': '{}',
      'icons/icon-192.png': 'png',
      'icons/a.js': '',
    };
    const sharing = await startSharing({ files });
    const url = await sharing.on();
    const status = async (path: string) => (await fetch(url + path)).status;
    expect(await status('/manifest.webmanifest')).toBe(200);
    expect(await status('/icons/icon-192.png')).toBe(200);
    for (const path of ['/icons/a.js', '/index.html', '/icons/%2e%2e/index.html', '/api/v1/health']) {
      expect(await status(path), path).toBe(401);
    }
    expect((await fetch(`${url}/manifest.webmanifest`, { method: 'POST' })).status).toBe(401);
  });
});
