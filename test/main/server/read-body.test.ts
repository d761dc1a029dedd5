import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, it, onTestFinished, vi } from 'vitest';
import { readBody, type BodyLimits, type BodyOutcome } from '../../../src/main/server/read-body';

const most: BodyLimits = { maxBytes: 1000, timeoutMs: 60_000 };

/** What is read of a request that comes in these packets. */
async function read(
  packets: readonly (string | Buffer)[],
  limits: Partial<BodyLimits> = {},
): Promise<BodyOutcome> {
  const server = createServer();
  const outcome = new Promise<BodyOutcome>((resolve) => {
    server.on('request', (request, response) => {
      void readBody(request, { ...most, ...limits }).then((body) => {
        resolve(body);
        response.end();
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').setNoDelay(true);
  onTestFinished(() => {
    socket.destroy();
    server.close();
  });
  for (const packet of packets) {
    socket.write(packet);
    await delay(20);
  }
  return outcome;
}

const head = (fields: Record<string, string | number>) =>
  `POST / HTTP/1.1\r\nHost: a\r\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${String(value)}\r\n`)
    .join('')}\r\n`;

const textOf = (outcome: BodyOutcome) =>
  outcome.kind === 'body' ? Buffer.from(outcome.bytes).toString() : outcome.kind;

it.each([
  ['with its headers', [`${head({ 'content-length': 5 })}hello`]],
  ['after its headers', [head({ 'content-length': 5 }), 'hello']],
  ['in pieces', [`${head({ 'content-length': 5 })}he`, 'llo']],
  ['in chunks, all at once', [`${head({ 'transfer-encoding': 'chunked' })}2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n`]],
  [
    'in chunks, one by one',
    [head({ 'transfer-encoding': 'chunked' }), '2\r\nhe\r\n', '3\r\nllo\r\n0\r\n\r\n'],
  ],
])('reads a body that comes %s', async (_how, packets) => {
  expect(textOf(await read(packets))).toBe('hello');
});

it('waits for nothing, and sets no timer, where all is there with the headers', async () => {
  const timers = vi.spyOn(globalThis, 'setTimeout');
  onTestFinished(() => timers.mockRestore());
  await read([`${head({ 'content-length': 5 })}hello`], { timeoutMs: 12_345 });
  expect(timers.mock.calls.filter(([, ms]) => ms === 12_345)).toEqual([]);
  await read([head({ 'content-length': 5 }), 'hello'], { timeoutMs: 12_345 });
  expect(timers.mock.calls.filter(([, ms]) => ms === 12_345)).toHaveLength(1);
});

it('reads an empty body, and none at all', async () => {
  expect(textOf(await read([head({ 'content-length': 0 })]))).toBe('');
  expect(textOf(await read([head({})]))).toBe('');
});

it('is not told how large it is, and stops all the same', async () => {
  const chunks = `${head({ 'transfer-encoding': 'chunked' })}14\r\n${'x'.repeat(20)}\r\n0\r\n\r\n`;
  expect(await read([chunks], { maxBytes: 19 })).toEqual({ kind: 'too-large' });
  expect(textOf(await read([chunks], { maxBytes: 20 }))).toBe('x'.repeat(20));
});

it('asks for a place once for what is not small, also if it came at once', async () => {
  const place = vi.fn(() => true as const);
  const packet = `${head({ 'content-length': 20 })}${'x'.repeat(20)}`;
  expect(textOf(await read([packet], { place, smallBytes: 20 }))).toBe('x'.repeat(20));
  expect(place).not.toHaveBeenCalled();
  expect(textOf(await read([packet], { place, smallBytes: 19 }))).toBe('x'.repeat(20));
  expect(place).toHaveBeenCalledTimes(1);
});

it('unpacks what came at once', async () => {
  const packed = gzipSync('hello');
  const fields = { 'content-length': packed.length, 'content-encoding': 'gzip' };
  expect(textOf(await read([Buffer.concat([Buffer.from(head(fields)), packed])]))).toBe('hello');
});

it('gives bytes that nobody else has, so that they can move to another thread', async () => {
  const outcome = await read([`${head({ 'content-length': 5 })}hello`]);
  const bytes = outcome.kind === 'body' ? outcome.bytes : new Uint8Array();
  expect(bytes.byteLength).toBe(bytes.buffer.byteLength);
});
