import { describe, expect, test } from 'vitest';
import { isForeignRequest, isOwnHost, ownHosts } from '../../../../src/main/server/dashboard/access';

describe('Host', () => {
  test.each([
    ['127.0.0.1:8081', true],
    ['localhost:8081', true],
    ['LocalHost:8081', true],
    ['[::1]:8081', true],
    ['127.0.0.1', false],
    ['127.0.0.1:8080', false],
    ['127.0.0.1:8081.evil.example', false],
    ['localhost.:8081', false],
    ['evil.example:8081', false],
    ['192.168.1.20:8081', false],
    ['127.0.0.2:8081', false],
    ['0.0.0.0:8081', false],
    ['::1:8081', false],
    ['user@127.0.0.1:8081', false],
    ['', false],
    [undefined, false],
  ])('%s → %s on the loopback', (host, own) => {
    expect(isOwnHost(host, ownHosts(['127.0.0.1'], 8081))).toBe(own);
  });

  test('the default port may be left out', () => {
    expect(isOwnHost('localhost', ownHosts(['127.0.0.1'], 80))).toBe(true);
    expect(isOwnHost('localhost:80', ownHosts(['127.0.0.1'], 80))).toBe(true);
  });

  test('an address it is bound to is its own', () => {
    expect(isOwnHost('192.168.1.20:8081', ownHosts(['10.0.0.3', '192.168.1.20'], 8081))).toBe(true);
    expect(isOwnHost('[fe80::1]:8081', ownHosts(['FD00::2', 'fe80::1'], 8081))).toBe(true);
  });
});

describe('Origin and Sec-Fetch-Site', () => {
  const host = '127.0.0.1:8081';
  const own = `http://${host}`;
  test.each([
    // method, api, origin, fetchSite, foreign
    ['GET', true, undefined, undefined, false],
    ['GET', true, own, 'same-origin', false],
    ['GET', true, undefined, 'none', false],
    ['GET', true, undefined, 'same-origin', false],
    ['GET', true, undefined, 'cross-site', true],
    ['GET', true, undefined, 'same-site', true],
    ['GET', true, 'null', undefined, true],
    ['GET', true, 'http://localhost:8081', undefined, true],
    ['GET', true, 'https://127.0.0.1:8081', undefined, true],
    ['GET', true, 'http://127.0.0.1:3000', undefined, true],
    ['GET', true, `${own}.evil.example`, undefined, true],
    ['POST', true, own, 'same-origin', false],
    ['POST', true, undefined, undefined, false],
    ['POST', false, 'http://evil.example', undefined, true],
    ['DELETE', false, undefined, 'cross-site', true],
    // A page or a file: unreadable for others without CORS headers, and links to it must work.
    ['GET', false, 'http://evil.example', 'cross-site', false],
    ['HEAD', false, 'http://evil.example', 'cross-site', false],
  ])('%s api=%s origin=%s site=%s → foreign %s', (method, isApi, origin, fetchSite, foreign) => {
    expect(isForeignRequest({ method, isApi, host, origin, fetchSite })).toBe(foreign);
  });
});
