import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { serve } from '../support';
import { iPhone, result, startSharing } from './sharing-support';

test('off until the owner wants it, and off again', async () => {
  const sharing = await startSharing();
  await sharing.port.start();
  expect(sharing.host.state()).toEqual({
    isOn: false,
    port: 8082,
    urls: [],
    problem: null,
    problemSentence: null,
  });
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
    error: { code: 'conflict', sentence: { id: 'port-in-use', values: { port: taken } } },
  });
  expect(sharing.host.state()).toMatchObject({ isOn: true, urls: [url], problem: null });
  expect((await fetch(url)).status).toBe(401);
});

test('where nobody is let in nobody is invited, and that is said', async () => {
  const sharing = await startSharing();
  expect(sharing.host.pair()).toMatchObject({
    error: { code: 'unavailable', sentence: { id: 'sharing-closed' } },
  });
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
    const ahead: RequestInit[] = [
      { method: 'HEAD' },
      { headers: { 'sec-purpose': 'prefetch;prerender' } },
      { headers: { 'x-purpose': 'preview' } },
      { headers: { 'user-agent': 'WhatsApp/2.24.20 A' } },
      {
        headers: { 'user-agent': 'Mozilla/5.0 (compatible; facebookexternalhit/1.1 Facebot Twitterbot/1.0)' },
      },
    ];
    for (const init of ahead) expect((await fetch(link, init)).status).toBe(401);
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
