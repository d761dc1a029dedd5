import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { Lockout } from '../../../../src/main/server/dashboard/lockout';
import { RateLimit } from '../../../../src/main/server/dashboard/rate-limit';
import { rawConnection, serve } from '../support';
import { result, startSharing } from './sharing-support';

const iPhone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) Version/18.5 Mobile Safari/604.1';

test('off until the owner wants it, and off again', async () => {
  const sharing = await startSharing();
  await sharing.port.start();
  expect(sharing.host.state()).toEqual({ isOn: false, port: 8082, urls: [], problem: null });
  expect(sharing.host.pair()).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  const url = await sharing.on();
  const headers = await sharing.paired();
  expect((await fetch(url, { headers })).status).toBe(200);
  await sharing.host.update({ isOn: false });
  await expect(fetch(url, { headers })).rejects.toThrow();
  expect(sharing.host.state()).toMatchObject({ isOn: false, urls: [] });
  // Devices are known still: switching off is no goodbye.
  const again = await sharing.on();
  const cookie = headers.cookie.replace(/^foyer-\d+/, `foyer-${new URL(again).port}`);
  expect((await fetch(again, { headers: { cookie } })).status).toBe(200);
});

test('every answer carries what browsers need to know to be careful', async () => {
  const sharing = await startSharing();
  const url = await sharing.on();
  const headers = await sharing.paired();
  for (const path of ['/', '/nothing', '/api/v1/cameras', '/api/v1/everything']) {
    const answer = await fetch(url + path, { headers });
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy, path).toContain("frame-ancestors 'none'");
    expect(policy, path).not.toMatch(/unsafe|\*|http:/);
    expect(answer.headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(answer.headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(answer.headers.get('cache-control'), path).toBe('no-store');
    expect(answer.headers.get('server'), path).toBeNull();
  }
});

test('a port in use changes nothing, and is said', async () => {
  const sharing = await startSharing();
  const url = await sharing.on();
  const taken = Number(new URL(await serve(createServer())).port);
  expect(await sharing.host.update({ port: taken })).toMatchObject({
    ok: false,
    error: { code: 'conflict' },
  });
  expect(sharing.host.state()).toMatchObject({ isOn: true, urls: [url], problem: null });
  expect((await fetch(url)).status).toBe(401);
});

describe('an invitation', () => {
  test('lets one device in, as a guest, with a cookie of its own', async () => {
    const sharing = await startSharing();
    const url = await sharing.on();
    const { urls, expiresAt } = result(sharing.host.pair());
    expect(urls).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}$/)]);
    expect(Date.parse(expiresAt) - sharing.clock.now()).toBe(10 * 60_000);
    const link = urls[0] ?? '';
    const opened = await fetch(link, { headers: { 'user-agent': iPhone }, redirect: 'manual' });
    expect(opened.status).toBe(200);
    expect(opened.headers.get('refresh')).toBe('0;url=/');
    const cookie = opened.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^foyer-\d+=[\w-]{43}; path=\/; expires=[^;]+; samesite=strict; httponly$/i);
    expect(link).not.toContain(/=([\w-]{43})/.exec(cookie)?.[1]);

    const headers = { cookie: cookie.split(';')[0] ?? '' };
    expect(await (await fetch(url, { headers })).text()).toBe('<h1>Foyer</h1>');
    await fetch(`${url}/api/v1/cameras`, { headers });
    expect(sharing.core.calls).toEqual([{ method: 'cameras.list', params: {}, role: 'guest' }]);
    expect(sharing.host.devices()).toMatchObject([{ name: 'iPhone · Safari', address: '127.0.0.1' }]);
  });

  test('is spent by that: for others the link opens nothing', async () => {
    const sharing = await startSharing();
    const url = await sharing.on();
    const link = result(sharing.host.pair()).urls[0] ?? '';
    // Looking ahead does not spend it.
    expect((await fetch(link, { method: 'HEAD' })).status).toBe(401);
    expect((await fetch(link, { headers: { 'sec-purpose': 'prefetch' } })).status).toBe(401);
    const cookie = (await fetch(link)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const second = await fetch(link);
    expect(second.status).toBe(401);
    expect(second.headers.get('set-cookie')).toBeNull();
    expect(await second.text()).toContain('This link has been used or is too old.');
    const same = await fetch(link, { headers: { cookie }, redirect: 'manual' });
    expect([same.status, same.headers.get('location')]).toEqual([302, '/']);
    expect(sharing.host.devices()).toHaveLength(1);
    expect((await fetch(`${url}/index.html?key=${link.split('=')[1] ?? ''}`)).status).toBe(401);
  });

  test('is too old after ten minutes', async () => {
    const sharing = await startSharing();
    await sharing.on();
    const link = result(sharing.host.pair()).urls[0] ?? '';
    sharing.pass(10 * 60_000);
    expect((await fetch(link)).status).toBe(401);
    expect(sharing.host.devices()).toEqual([]);
  });

  test('can be typed where nothing can be scanned', async () => {
    const sharing = await startSharing();
    const url = await sharing.on();
    const { code } = result(sharing.host.pair());
    const page = await (await fetch(url)).text();
    expect(page).toContain('<form method="post" action="/pair">');
    const type = (typed: string) =>
      fetch(`${url}/pair`, {
        method: 'POST',
        body: new URLSearchParams({ code: typed }),
        headers: { origin: url },
      });
    const wrong = await type('AAAA-AAAA');
    expect(wrong.status).toBe(401);
    expect(await wrong.text()).toContain('This code is not right');
    const right = await type(code.toLowerCase());
    expect(right.status).toBe(200);
    expect(right.headers.get('set-cookie')).toContain('foyer-');
    expect((await type(code)).status).toBe(401);
  });

  test('its page speaks the language of the phone', async () => {
    const sharing = await startSharing();
    const url = await sharing.on();
    const page = async (language: string) =>
      (await fetch(url, { headers: { 'accept-language': language } })).text();
    expect(await page('de-AT,de;q=0.9')).toContain('<html lang="de">');
    expect(await page('es-MX')).toContain('Foyer en esta tienda');
    expect(await page('xx')).toContain('Foyer in this shop');
    expect(await page('__proto__')).toContain('Foyer in this shop');
  });
});

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
