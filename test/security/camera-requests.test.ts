import { readdirSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rawConnection } from '../main/server/support';
import { codeOf, countedIn, openPort, post, report, type Port } from './support';

/** What is no honest HTTP: none of it reads a file, shapes an answer or gets a second request past the first. */

/** Sends bytes as they are. @returns everything that came back */
async function raw({ url }: Port, text: string): Promise<string> {
  const connection = await rawConnection(url);
  connection.write(Buffer.from(text, 'latin1'));
  return connection.untilClosed();
}

const statuses = (answer: string) =>
  [...answer.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => Number(status));

const reportOf = (sn: string) => JSON.stringify({ sn, endTime: 1773133200, in: 1, out: 0 });
const postOf = (sn: string) =>
  `POST /dataUpload HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${String(reportOf(sn).length)}\r\n\r\n${reportOf(sn)}`;

async function serials({ core }: Port): Promise<string[]> {
  return (await core.call('cameras.list', {})).map(({ sn }) => sn);
}

test('no path leads out of the two pages, however it is written', async () => {
  const port = await openPort();
  const paths = [
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/..\\..\\windows\\win.ini',
    '/%5c..%5c..%5cwindows%5cwin.ini',
    '//etc/passwd',
    '/etc/passwd%00.html',
    'http://127.0.0.1/etc/passwd',
    'file:///etc/passwd',
    '/index.html',
    '/assets/',
    '/api/v1/cameras',
    '/api/v1/rpc/settings.get',
    '/metrics',
    '*',
  ];
  for (const path of paths) {
    const read = await raw(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(statuses(read), path).toEqual([expect.toBeOneOf([404, 400]) as number]);
    expect(read).not.toMatch(/root:|\[fonts\]|cameraPort/);
    const body = reportOf('PATH');
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${String(body.length)}`;
    const sent = await raw(port, `${head}\r\n\r\n${body}`);
    expect(sent, path).toMatch(/"code":2|^HTTP\/1\.1 400/);
  }
  expect(await serials(port)).toEqual([]);
});

test('line ends in paths, hosts and serials make no header and no second answer', async () => {
  const port = await openPort();
  const attempts = [
    'GET /%0d%0aSet-Cookie:%20evil=1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x%0d%0aSet-Cookie: evil=1\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\rSet-Cookie: evil=1\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\nX: \rSet-Cookie: evil=1\r\nConnection: close\r\n\r\n',
    'GET / HTTP/1.1\r\nHost: x\r\nX-A: b\0c\r\nConnection: close\r\n\r\n',
  ];
  for (const attempt of attempts) {
    const answer = await raw(port, attempt);
    expect(statuses(answer)).toHaveLength(1);
    expect(answer.split('\r\n\r\n', 1)[0]).not.toMatch(/set-cookie/i);
  }
  const answer = await post(port.url, JSON.stringify({ sn: 'A\r\nSet-Cookie: evil=1', in: 1, endTime: 1 }));
  expect(codeOf(answer)).toBe(2);
  expect(answer.headers['set-cookie']).toBeUndefined();
});

test('a host made of HTML is text on the page', async () => {
  const port = await openPort();
  const host = '"><script>alert(1)</script>';
  const answer = await raw(port, `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  expect(answer).not.toContain('<script');
  expect(answer).toContain('&lt;script&gt;');
});

describe('a request that two readers could take for two is taken for none, and nothing behind it is read', () => {
  const hidden = postOf('SMUGGLED');
  const length = String(hidden.length);
  test.each([
    [
      'a length and chunks',
      `Content-Length: ${length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    ],
    ['chunks and a length', `Transfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n${hidden}`],
    ['two lengths', `Content-Length: 0\r\nContent-Length: ${length}\r\n\r\n${hidden}`],
    ['a list of lengths', `Content-Length: 0, ${length}\r\n\r\n${hidden}`],
    ['a signed length', `Content-Length: +0\r\n\r\n${hidden}`],
    ['a length in hexadecimal', `Content-Length: 0x0\r\n\r\n${hidden}`],
    ['a negative length', `Content-Length: -1\r\n\r\n${hidden}`],
    ['a blank before the colon', `Content-Length : 0\r\n\r\n${hidden}`],
    ['chunks under a name with a blank', `Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['another coding', `Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`],
    ['chunks that are not last', `Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n${hidden}`],
    [
      'a folded header',
      `X: a\r\n Content-Length: 0\r\nTransfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n${hidden}`,
    ],
    ['a chunk longer than a number', `Transfer-Encoding: chunked\r\n\r\nfffffffffffffffff\r\n${hidden}`],
    ['a chunk with a sign', `Transfer-Encoding: chunked\r\n\r\n-1\r\n${hidden}`],
  ])('%s', async (_name, rest) => {
    const port = await openPort({ bodyTimeoutMs: 200, headersTimeoutMs: 200, drainMs: 50 });
    const answer = await raw(port, `POST /dataUpload HTTP/1.1\r\nHost: x\r\n${rest}`);
    expect(statuses(answer).filter((status) => status === 200)).toEqual([]);
    expect(await serials(port)).toEqual([]);
    expect(await report(port, 'GOOD', 2)).toBe(2);
  });
});

test('a thousand headers, one of a megabyte and methods nobody knows are refused, and counting goes on', async () => {
  const port = await openPort();
  const many = Array.from({ length: 1000 }, (_, i) => `X-${String(i)}: ${'y'.repeat(20)}\r\n`).join('');
  const head = 'POST /dataUpload HTTP/1.1\r\nHost: x\r\nConnection: close\r\n';
  expect(statuses(await raw(port, `${head}${many}Content-Length: 2\r\n\r\n{}`))).toEqual([431]);
  expect(statuses(await raw(port, `${head}X: ${'y'.repeat(1_000_000)}\r\n\r\n`))).toEqual([431]);
  for (const method of ['TRACE', 'CONNECT', 'PROPFIND', 'PUT', 'OPTIONS', 'EVIL']) {
    const answer = await raw(port, `${method} / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(statuses(answer).filter((status) => status < 400)).toEqual([]);
  }
  expect(await report(port, 'GOOD', 5)).toBe(5);
  expect(await countedIn(port, 'GOOD')).toBe(5);
});

test('an upgrade is not followed, and no file grows for any of it', async () => {
  const port = await openPort();
  const sizes = () =>
    readdirSync(port.core.folder).map((name) => statSync(`${port.core.folder}/${name}`).size);
  const before = sizes();
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n';
  const connection = await rawConnection(port.url);
  connection.write(`GET / HTTP/1.1\r\nHost: x\r\n${upgrade}Sec-WebSocket-Key: x\r\n\r\n`);
  const answer = await connection.until((received) => received.includes('\r\n\r\n'));
  expect(statuses(answer)[0]).not.toBe(101);
  expect(sizes()).toEqual(before);
});
