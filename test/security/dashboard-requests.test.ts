import { expect, test } from 'vitest';
import { openShop, rawRequest, statusOf, tryAll, whileCounting } from './dashboard-support';

const range = 'from=2026-03-01&to=2026-03-02';

test('rebinding: a name that is not ours is turned away, whatever key comes with it', async () => {
  const shop = await openShop();
  const listeners = [
    { url: shop.owner, ...shop.byCookie },
    { url: shop.guests, ...(await shop.pair()) },
  ];
  const attempts = listeners.flatMap(({ url, cookie }) => {
    const { port } = new URL(url);
    const names = [
      'evil.example',
      `evil.example:${port}`,
      `127.0.0.1.evil.example:${port}`,
      `127.0.0.1:${port}.evil.example`,
      `localhost.evil.example:${port}`,
      `0.0.0.0:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      `2130706433:${port}`,
      `127.1:${port}`,
      `127.0.0.1:${port}@evil.example`,
      `evil.example\tlocalhost:${port}`,
      '',
    ];
    const paths = ['/', '/api/v1/cameras', `/?key=${shop.apiKey}`];
    const heads = names.flatMap((name) => paths.map((path) => `GET ${path} HTTP/1.1\r\nHost: ${name}\r\n`));
    heads.push(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nHost: evil.example\r\n`, 'GET / HTTP/1.0\r\n');
    return heads.map((head) => ({ url, text: `${head}Cookie: ${cookie}\r\nConnection: close\r\n\r\n` }));
  });
  await whileCounting(shop, () =>
    tryAll(attempts, async ({ url, text }) => {
      const answer = await rawRequest(url, text);
      expect([400, 403], text).toContain(statusOf(answer));
      expect(answer).not.toMatch(/set-cookie|<h1>|"sn"/i);
    }),
  );
});

test('forged requests: no other page reads or changes anything with the owner’s cookie', async () => {
  const shop = await openShop();
  const before = await shop.core.call('settings.get', {});
  const { host, port } = new URL(shop.owner);
  const origins = [
    'http://evil.example',
    'null',
    `http://localhost:${port}`,
    `https://${host}`,
    `http://127.0.0.1:${String(Number(port) + 1)}`,
    `http://${host}.evil.example`,
    shop.guests,
    'file://',
  ];
  const signs: Record<string, string>[] = [
    ...origins.map((origin) => ({ origin })),
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  const asked = [
    // The first two are what a form can send without asking first.
    ['POST', '/api/v1/rpc/settings.update', '{"language":"de"}', 'text/plain'],
    ['POST', '/api/v1/rpc/sharing.pair', '{}', 'application/x-www-form-urlencoded'],
    ['POST', '/api/v1/rpc/settings.update', '{"language":"de"}', 'application/json'],
    ['POST', '/api/v1/everything', 'x', 'application/octet-stream'],
    ['GET', '/api/v1/cameras', null, ''],
    ['GET', `/api/v1/export.csv?${range}`, null, ''],
    ['OPTIONS', '/api/v1/rpc/settings.update', null, ''],
    ['PUT', '/', 'x', ''],
    ['DELETE', '/api/v1/cameras', null, ''],
  ] as const;
  const attempts = asked.flatMap((request) => signs.map((sign) => [...request, sign] as const));
  await whileCounting(shop, () =>
    tryAll(attempts, async ([method, path, body, type, sign]) => {
      const headers = { ...shop.byCookie, 'content-type': type, ...sign };
      const answer = await fetch(shop.owner + path, { method, body, headers });
      expect(answer.status, `${method} ${path} ${JSON.stringify(sign)}`).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      await answer.arrayBuffer();
    }),
  );
  expect(await shop.core.call('settings.get', {})).toEqual(before);
});

test('headers: what is typed ends up inside its own header', async () => {
  const shop = await openShop();
  const [site] = await shop.core.call('sites.list', {});
  const name = 'Shop"\r\nSet-Cookie: stolen=1\r\n\r\n<script>';
  await shop.core.call('sites.update', { id: site?.id ?? '', name });
  const { host } = new URL(shop.owner);
  const asked = [
    `/api/v1/export.csv?${range}&site=${site?.id ?? ''}`,
    '/api/v1/cameras%0d%0aSet-Cookie:%20stolen=1',
    '/%0d%0aSet-Cookie:%20stolen=1',
    '/?key=%0d%0aSet-Cookie:%20stolen=1',
  ];
  await whileCounting(shop, () =>
    tryAll(asked, async (path) => {
      const head = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${shop.apiKey}\r\n`;
      const answer = await rawRequest(shop.owner, `${head}Connection: close\r\n\r\n`);
      const [headers = ''] = answer.split('\r\n\r\n');
      expect(headers, path).not.toMatch(/^set-cookie: stolen/im);
      expect(headers, path).toMatch(/^content-security-policy: /im);
      expect(headers, path).toMatch(/^x-content-type-options: nosniff/im);
    }),
  );
});

test('two requests in one: a body that is not what it says ends the connection', async () => {
  const shop = await openShop();
  const { host } = new URL(shop.owner);
  const forged = `POST /api/v1/rpc/settings.update HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 17\r\n\r\n{"language":"fr"}`;
  const framings = [
    'Content-Length: 4\r\nTransfer-Encoding: chunked',
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity',
    'Transfer-Encoding: xchunked',
    'Content-Length: 4\r\nContent-Length: 5',
    'Content-Length: -1',
    'Content-Length : 4',
  ];
  await whileCounting(shop, () =>
    tryAll(framings, async (framing) => {
      const head = `POST /api/v1/rpc/sites.list HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${shop.apiKey}\r\n`;
      const answer = await rawRequest(shop.owner, `${head}${framing}\r\n\r\n0\r\n\r\n${forged}`);
      expect(statusOf(answer), framing).toBe(400);
      expect(answer.match(/HTTP\/1\.1/g), framing).toHaveLength(1);
    }),
  );
  expect((await shop.core.call('settings.get', {})).language).toBe('auto');
});
