import { expect, test } from 'vitest';
import { rawConnection } from '../support';
import { guestKey, key, startDashboard, withKey } from './support';

test('without a key the API says so in JSON, and a page in words', async () => {
  const { api, url, core } = await startDashboard();
  const data = await fetch(`${api}/cameras`);
  expect(data.status).toBe(401);
  expect(await data.json()).toEqual({
    error: { code: 'unauthorized', message: 'Send the key as "Authorization: Bearer …".' },
  });
  const page = await fetch(url);
  expect(page.status).toBe(401);
  expect(await page.text()).toContain('Open Foyer with its link');
  expect(core.calls).toEqual([]);
});

test.each(['Bearer wrong', 'Bearer', 'Basic dGhlLW93bmVycy1rZXk=', key, ''])(
  'the header "%s" opens nothing',
  async (authorization) => {
    const { api } = await startDashboard();
    expect((await fetch(`${api}/cameras`, { headers: { authorization } })).status).toBe(401);
  },
);

test('the key in the header opens the API, with the role that belongs to it', async () => {
  const { api, core } = await startDashboard();
  expect((await fetch(`${api}/cameras`, { headers: withKey })).status).toBe(200);
  await fetch(`${api}/cameras`, { headers: { authorization: `bearer ${guestKey}` } });
  expect(core.calls.map(({ role }) => role)).toEqual(['manage', 'view']);
});

test('the link becomes a session cookie and loses its key', async () => {
  const { url, api, core } = await startDashboard();
  const login = await fetch(`${url}/?key=${key}`, { redirect: 'manual' });
  expect(login.status).toBe(302);
  expect(login.headers.get('location')).toBe('/');
  const cookie = login.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^foyer-\d+=[\w-]{43}; path=\/; samesite=strict; httponly$/i);
  expect(cookie).not.toContain(key);

  const headers = { cookie: cookie.split(';')[0] ?? '' };
  expect(await (await fetch(url, { headers })).text()).toBe('<h1>Foyer</h1>');
  expect((await fetch(`${api}/cameras`, { headers })).status).toBe(200);
  expect(core.calls).toMatchObject([{ role: 'manage' }]);
  const forged = { cookie: `${headers.cookie}x` };
  expect((await fetch(`${api}/cameras`, { headers: forged })).status).toBe(401);
});

test.each(['/?key=wrong', '/?key=', '/index.html?key=the-owners-key', '/api/v1/cameras?key=the-owners-key'])(
  '%s opens nothing',
  async (path) => {
    const { url } = await startDashboard();
    const response = await fetch(url + path, { redirect: 'manual' });
    expect(response.status).toBe(401);
    expect(response.headers.get('set-cookie')).toBeNull();
  },
);

test('a foreign name is turned away even with the key', async () => {
  const { url } = await startDashboard();
  for (const host of ['evil.example', `evil.example:${new URL(url).port}`, '127.0.0.1']) {
    const connection = await rawConnection(url);
    connection.write(
      `GET /?key=${key} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\nConnection: close\r\n\r\n`,
    );
    const answer = await connection.untilClosed();
    expect(answer).toMatch(/^HTTP\/1\.1 403 /);
    expect(answer).not.toMatch(/set-cookie/i);
  }
});

test('another page is turned away even with the key, and gets no CORS headers', async () => {
  const { api, url } = await startDashboard();
  const headers = { ...withKey, origin: 'http://evil.example' };
  const read = await fetch(`${api}/cameras`, { headers });
  expect(read.status).toBe(403);
  expect(await read.json()).toEqual({
    error: { code: 'forbidden', message: 'This request comes from another web page.' },
  });
  expect(read.headers.get('access-control-allow-origin')).toBeNull();
  expect((await fetch(`${api}/rpc/cameras.list`, { method: 'POST', headers })).status).toBe(403);
  expect((await fetch(url, { method: 'OPTIONS', headers })).status).toBe(403);
  expect((await fetch(`${api}/cameras`, { headers: { ...withKey, origin: url } })).status).toBe(200);
});
