import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openShop, rawRequest, statusOf, tryAll, whileCounting, type Shop } from './dashboard-support';

/** Asks for a path as it stands on both listeners, as somebody who was let in. */
async function listenersOf(shop: Shop) {
  return [
    { url: shop.owner, ...shop.byCookie },
    { url: shop.guests, ...(await shop.pair()) },
  ];
}
function ask({ url, cookie }: { url: string; cookie: string }, path: string): Promise<string> {
  const target = Buffer.from(path, 'utf8').toString('latin1');
  const { host } = new URL(url);
  return rawRequest(
    url,
    `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nCookie: ${cookie}\r\nConnection: close\r\n\r\n`,
  );
}

test('paths lead nowhere but to the pages, however they are written', async () => {
  const shop = await openShop();
  const ups = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..%252f',
    '%252e%252e%252f',
    '..\\',
    '..%5c',
    '..%255c',
  ];
  ups.push('%c0%ae%c0%ae/', '%uff0e%uff0e/', '..;/', '....//', '.%00./', '\u2024\u2024/');
  const depths = [1, 2, 9];
  const paths = ups
    .flatMap((up) => depths.map((depth) => `/${up.repeat(depth)}`))
    .flatMap((way) => [`${way}credentials.json`, `${way}etc/passwd`]);
  paths.push(
    '/index.html%00.js',
    '/%00',
    '/credentials.json',
    '//credentials.json',
    '/C:/Windows/win.ini',
    '/CON',
  );
  paths.push(
    '/index.html::$DATA',
    '/pages/../credentials.json',
    '/%',
    '/%zz',
    '/assets/..%2f..%2fcredentials.json',
  );
  const listeners = await listenersOf(shop);
  const attempts = paths.flatMap((path) => listeners.map((listener) => ({ listener, path })));
  await whileCounting(shop, () =>
    tryAll(attempts, async ({ listener, path }) => {
      const answer = await ask(listener, path);
      expect([400, 404], path).toContain(statusOf(answer));
      expect(answer).not.toMatch(/root:|"version"|"devices"/);
    }),
  );
});

test.skipIf(process.platform === 'win32')('links in the folders lead nowhere', async () => {
  const shop = await openShop();
  const secret = join(shop.core.folder, 'secret.txt');
  await writeFile(secret, 'root: the secret');
  await mkdir(join(shop.pages, 'assets'));
  // Before and after Foyer looked at its pages.
  await symlink(secret, join(shop.pages, 'assets', 'later.js'));
  await symlink(shop.core.folder, join(shop.pages, 'data'));
  await symlink('/', join(shop.pages, 'root'));
  const again = await shop.dashboards.sharing.update({ isOn: false });
  expect(again.ok).toBe(true);
  const opened = await shop.dashboards.sharing.update({ isOn: true });
  const guests = opened.ok ? (opened.result.urls[0] ?? '') : '';
  const cookie = (await shop.pair()).cookie;
  const listeners = [
    { url: shop.owner, ...shop.byCookie },
    { url: guests, cookie },
  ];
  const paths = ['/assets/later.js', '/data/credentials.json', '/data/secret.txt', '/root/etc/passwd'];
  const attempts = paths.flatMap((path) => listeners.map((listener) => ({ listener, path })));
  await whileCounting(shop, () =>
    tryAll(attempts, async ({ listener, path }) => {
      const answer = await ask(listener, path);
      expect(statusOf(answer), path).toBe(404);
      expect(answer).not.toContain('root:');
    }),
  );
  expect(await readFile(secret, 'utf8')).toBe('root: the secret');
});
