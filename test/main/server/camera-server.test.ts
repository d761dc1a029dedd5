import { Agent, request } from 'node:http';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createCameraServer } from '../../../src/main/server/camera-server';
import { CameraGuard } from '../../../src/main/server/camera/guard';
import type { CameraLimits } from '../../../src/main/server/camera/limits';
import { clock, jsonOf, memoryLog, rawConnection, ReceivingCore, serve } from './support';

const time = Math.floor(clock.now() / 1000);

async function start(limits: Partial<CameraLimits> = {}) {
  const core = new ReceivingCore();
  const log = memoryLog();
  const url = await serve(createCameraServer({ core, clock, log, guard: new CameraGuard(limits) }));
  const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
    fetch(url + path, { method: 'POST', body, headers });
  return { core, log, url, post };
}

test('hands a post to the core and answers with its verdict', async () => {
  const { core, post } = await start();
  const response = await post('/api/camera/heartBeat', '{"sn":"1","time":2}');
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  const text = await response.text();
  expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
  expect(JSON.parse(text)).toEqual({ code: 0, msg: 'success', data: { sn: '2010010000000000', time } });
  expect(core.posts).toMatchObject([
    { endpoint: 'heartbeat', path: '/api/camera/heartBeat', remoteAddress: '127.0.0.1' },
  ]);
  expect(core.bodies).toEqual(['{"sn":"1","time":2}']);
});

test.each([
  ['text', { 'content-type': 'text/plain' }],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a wrong charset', { 'content-type': 'application/json; charset=nonsense' }],
])('a body said to be %s is passed on as it came', async (_name, headers) => {
  const { core, post } = await start();
  expect((await post('/dataUpload', '{"in":1', headers)).status).toBe(200);
  expect(core.bodies).toEqual(['{"in":1']);
  expect(core.posts[0]?.endpoint).toBe('upload');
});

test('an empty body and bytes that are no text reach the core too', async () => {
  const { core, post } = await start();
  expect((await post('/dataUpload', '')).status).toBe(200);
  expect((await post('/dataUpload', new Uint8Array([0xff, 0xfe, 0]))).status).toBe(200);
  expect(core.posts.map(({ body }) => [...body])).toEqual([[], [0xff, 0xfe, 0]]);
});

test('each body has memory of its own, because the core may hand it to another thread', async () => {
  const { core, post } = await start();
  await post('/dataUpload', 'first');
  await post('/dataUpload', 'second');
  for (const { body } of core.posts) expect(body.buffer.byteLength).toBe(body.byteLength);
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
])('unpacks %s', async (encoding, pack) => {
  const { core, post } = await start();
  await post('/dataUpload', new Uint8Array(pack('{"sn":"1"}')), { 'content-encoding': encoding });
  expect(core.bodies).toEqual(['{"sn":"1"}']);
});

test('a body that is not packed as it says is passed on as it came', async () => {
  const { core, post } = await start();
  await post('/dataUpload', '{"sn":"1"}', { 'content-encoding': 'gzip' });
  expect(core.bodies).toEqual(['{"sn":"1"}']);
});

test('a packed body may not unfold past the limit', async () => {
  const { core, post } = await start({ maxBodyBytes: 1024 });
  const response = await post('/dataUpload', new Uint8Array(gzipSync('x'.repeat(1025))), {
    'content-encoding': 'gzip',
  });
  expect(response.status).toBe(413);
  expect(core.refusals).toMatchObject([{ reason: 'too-large', path: '/dataUpload' }]);
});

test('16 MiB are taken, one byte more is answered with 413', async () => {
  const { core, post } = await start();
  const limit = 16 * 1024 * 1024;
  expect((await post('/dataUpload', new Uint8Array(limit))).status).toBe(200);
  expect(core.posts[0]?.body.byteLength).toBe(limit);
  const response = await post('/dataUpload', new Uint8Array(limit + 1));
  expect(response.status).toBe(413);
  expect(await response.json()).toEqual({
    code: 2,
    msg: 'The message is larger than 16 MB. Send a shorter history at a time.',
    data: { sn: '', time },
  });
  expect(core.refusals).toMatchObject([{ reason: 'too-large', remoteAddress: '127.0.0.1' }]);
  expect(core.posts).toHaveLength(1);
});

test('a sender that reads only after it has sent everything still sees the 413, and may go on', async () => {
  const { url, core } = await start({ maxBodyBytes: 10 });
  const connection = await rawConnection(url);
  const length = 4_000_000;
  connection.write(`POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: ${String(length)}\r\n\r\n`);
  connection.write(Buffer.alloc(length));
  connection.write(
    'POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}',
  );
  const answer = await connection.untilClosed();
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*HTTP\/1\.1 200 /s);
  expect(core.bodies).toEqual(['{}']);
});

test('an endless body is answered and then cut off', async () => {
  const { url } = await start({ maxBodyBytes: 10, drainMs: 50 });
  const connection = await rawConnection(url);
  connection.write('POST /dataUpload HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
  connection.write('20\r\n01234567890123456789012345678901\r\n');
  const answer = await connection.untilClosed();
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(jsonOf(answer)).toMatchObject({ code: 2 });
});

test('a body that does not arrive in time is answered with 408', async () => {
  const { url, core } = await start({ bodyTimeoutMs: 60, drainMs: 20 });
  const connection = await rawConnection(url);
  connection.write('POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"sn":');
  const answer = await connection.untilClosed();
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(jsonOf(answer)).toMatchObject({ code: 2, data: { sn: '', time } });
  expect(core.refusals).toMatchObject([{ reason: 'too-slow', path: '/dataUpload' }]);
  expect(core.posts).toEqual([]);
});

test('headers that do not arrive in time are answered with 408', async () => {
  const { url, core } = await start({ headersTimeoutMs: 60 });
  const connection = await rawConnection(url);
  connection.write('POST /dataUpload HTTP/1.1\r\nHos');
  const answer = await connection.untilClosed();
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(jsonOf(answer)).toMatchObject({ code: 2 });
  expect(core.refusals).toMatchObject([{ reason: 'too-slow', remoteAddress: '127.0.0.1' }]);
});

test('a connection that never says a word is closed without an entry', async () => {
  const { url, core } = await start({ headersTimeoutMs: 60 });
  await (await rawConnection(url)).untilClosed();
  expect(core.refusals).toEqual([]);
});

test.each([
  ['no HTTP at all', 'hello\r\n\r\n', 400],
  ['a TLS greeting', '\x16\x03\x01\x02\x00\x01\x00', 400],
  ['two lengths', 'POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
  ['a broken chunk', 'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 400],
  ['headers without end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
])('answers %s with JSON', async (_name, request, status) => {
  const { url } = await start();
  const connection = await rawConnection(url);
  connection.write(Buffer.from(request, 'latin1'));
  const answer = await connection.untilClosed();
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${String(status)} `));
  expect(jsonOf(answer)).toMatchObject({ code: 2, data: { sn: '', time } });
});

test('takes HTTP/1.0 and a missing Host header', async () => {
  const { url, core } = await start();
  for (const version of ['1.0', '1.1']) {
    const connection = await rawConnection(url);
    connection.write(`POST /heartBeat HTTP/${version}\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}`);
    expect(await connection.untilClosed()).toMatch(/^HTTP\/1\.1 200 /);
  }
  expect(core.bodies).toEqual(['{}', '{}']);
});

test('a sender that hangs up half-way leaves nothing behind', async () => {
  const { url, core, log, post } = await start();
  const connection = await rawConnection(url);
  connection.write('POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"sn":');
  connection.socket.destroy();
  await connection.untilClosed();
  expect((await post('/dataUpload', 'next')).status).toBe(200);
  expect(core.bodies).toEqual(['next']);
  expect(log.lines).toEqual([]);
});

test('a connection is kept for the next message', async () => {
  const { url, core } = await start();
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const reused: boolean[] = [];
  for (let n = 0; n < 3; n += 1) {
    await new Promise<void>((resolve, reject) => {
      const sent = request(`${url}/heartBeat`, { method: 'POST', agent }, (response) => {
        reused.push(sent.reusedSocket);
        response.resume().on('end', resolve);
      });
      sent.on('error', reject).end('{}');
    });
  }
  agent.destroy();
  expect(reused).toEqual([false, true, true]);
  expect(core.posts).toHaveLength(3);
});

test('many cameras at once each get their own answer', async () => {
  const { core, url } = await start();
  core.receive = (post) => {
    const sn = new TextDecoder().decode(post.body);
    return Promise.resolve({ code: 0, msg: 'success', data: { sn, time } });
  };
  const answers = await Promise.all(
    Array.from({ length: 200 }, async (_, n) => {
      const response = await fetch(`${url}/dataUpload`, { method: 'POST', body: `SN${String(n)}` });
      return ((await response.json()) as { data: { sn: string } }).data.sn;
    }),
  );
  expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => `SN${String(n)}`));
});

test('a fault inside is code 2 with a sentence, and is logged', async () => {
  const { core, log, post } = await start();
  core.receive = () => Promise.reject(new Error('secret detail'));
  const response = await post('/dataUpload', '{}');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    code: 2,
    msg: 'The message could not be stored. Send it again later.',
    data: { sn: '', time },
  });
  expect(log.lines.join()).toContain('secret detail');
});

test.each(['/', '/api/camera/heartBeat', '/api/camera/dataUpload'])('GET %s shows the page', async (path) => {
  const { url } = await start();
  const response = await fetch(url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(await response.text()).toContain(`${url}/api/camera/heartBeat`);
});

test('other GETs are 404, other methods 405 with JSON', async () => {
  const { url, core } = await start();
  expect((await fetch(`${url}/favicon.ico`)).status).toBe(404);
  expect((await fetch(url, { method: 'HEAD' })).status).toBe(200);
  for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
    const response = await fetch(`${url}/dataUpload`, { method });
    expect(response.status).toBe(405);
    expect(await response.json()).toMatchObject({ code: 2, msg: 'Send this as an HTTP POST.' });
  }
  expect(core.posts).toEqual([]);
});
