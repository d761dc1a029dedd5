import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rawConnection } from '../support';
import { folderWith, key, startDashboard, withKey } from './support';

const files = {
  'index.html': '<h1>Foyer</h1>',
  'assets/index-AbCd1234.js': 'export {}',
  'assets/index-AbCd1234.css': 'body {}',
  'icon.svg': '<svg/>',
};

test.each([
  ['/', 'text/html; charset=utf-8', 'no-store'],
  ['/index.html', 'text/html; charset=utf-8', 'no-store'],
  ['/assets/index-AbCd1234.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/assets/index-AbCd1234.css', 'text/css; charset=utf-8', 'public, max-age=31536000, immutable'],
  ['/icon.svg', 'image/svg+xml', 'no-store'],
])('%s is %s, kept %s', async (path, type, caching) => {
  const { url } = await startDashboard({ files });
  const response = await fetch(url + path, { headers: withKey });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe(type);
  expect(response.headers.get('cache-control')).toBe(caching);
});

test('nothing outside of the folder can be had', async () => {
  const outside = await folderWith({ 'secret.txt': 'SECRET' });
  const folder = await folderWith(files);
  await symlink(join(outside, 'secret.txt'), join(folder, 'link.txt'));
  await symlink(outside, join(folder, 'linked'));
  const { url } = await startDashboard({ rendererFolder: folder });
  const name = outside.split('/').at(-1) ?? '';
  for (const path of [
    `/../${name}/secret.txt`,
    `/..%2f${name}%2fsecret.txt`,
    `/%2e%2e/${name}/secret.txt`,
    `/assets/../../${name}/secret.txt`,
    `/..\\${name}\\secret.txt`,
    `/..%5c${name}%5csecret.txt`,
    `/%252e%252e/${name}/secret.txt`,
    `/${outside}/secret.txt`,
    '/link.txt',
    '/linked/secret.txt',
    '/index.html%00.txt',
    '/index.html/',
    '/assets',
    '/__proto__',
    '/%',
  ]) {
    const connection = await rawConnection(url);
    const { host } = new URL(url);
    connection.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${key}\r\n`);
    connection.write('Connection: close\r\n\r\n');
    const answer = await connection.untilClosed();
    expect(answer, path).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('SECRET');
  }
});

test('without built pages the page says what to do', async () => {
  const { url } = await startDashboard({ rendererFolder: '/nowhere/at/all' });
  const response = await fetch(url, { headers: withKey });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('npm run build');
});

test.each([
  ['/', {}],
  ['/', withKey],
  ['/missing', withKey],
  ['/api/v1/cameras', withKey],
  ['/api/v1/cameras', {}],
  ['/api/v1/events', withKey],
])('%s carries the security headers', async (path, headers) => {
  const { url } = await startDashboard({ files });
  const response = await fetch(url + path, { headers });
  const policy = response.headers.get('content-security-policy') ?? '';
  expect(policy).toContain('default-src');
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|\*/);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(response.headers.get('permissions-policy')).toContain('camera=()');
  await response.body?.cancel();
});
