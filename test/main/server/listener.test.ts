import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { hostAndPort, listen, localUrl } from '../../../src/main/server/listener';
import { serve } from './support';

test('says in a sentence that a port is in use', async () => {
  const url = new URL(await serve(createServer()));
  const outcome = await listen(createServer(), '127.0.0.1', Number(url.port));
  expect(outcome).toMatchObject({
    ok: false,
    failure: {
      reason: 'in-use',
      message: `Port ${url.port} is already in use by another program. Close that program or choose another port.`,
    },
  });
});

test('says that this computer does not have an address', async () => {
  const outcome = await listen(createServer(), '203.0.113.7', 0);
  expect(outcome).toMatchObject({ ok: false, failure: { reason: 'no-such-address' } });
});

test('closing waits for the answer in flight', async () => {
  const server = createServer();
  let answer: (() => void) | undefined;
  const arrived = new Promise<void>((resolve) => {
    server.on('request', (_request, response) => {
      answer = () => response.end('done');
      resolve();
    });
  });
  const outcome = await listen(server, '127.0.0.1', 0);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  const response = fetch(localUrl('127.0.0.1', outcome.listener.port));
  await arrived;
  const closed = outcome.listener.close();
  answer?.();
  expect(await (await response).text()).toBe('done');
  await closed;
});

test('closing cuts what does not finish', async () => {
  const server = createServer(() => {
    // Never answers.
  });
  const outcome = await listen(server, '127.0.0.1', 0);
  if (!outcome.ok) throw new Error(outcome.failure.message);
  const arrived = new Promise((resolve) => server.once('request', resolve));
  const response = fetch(localUrl('127.0.0.1', outcome.listener.port));
  onTestFinished(() => response.then(undefined, () => undefined).then(() => undefined));
  const refused = expect(response).rejects.toThrow();
  await arrived;
  await outcome.listener.close(10);
  await refused;
});

test.each([
  ['127.0.0.1', 'http://127.0.0.1:80'],
  ['0.0.0.0', 'http://127.0.0.1:80'],
  ['::', 'http://127.0.0.1:80'],
  ['::1', 'http://[::1]:80'],
  ['192.168.1.20', 'http://192.168.1.20:80'],
])('%s is reached at %s', (host, url) => {
  expect(localUrl(host, 80)).toBe(url);
});

test('brackets stand around IPv6 only', () => {
  expect(hostAndPort('fe80::1', 8080)).toBe('[fe80::1]:8080');
  expect(hostAndPort('localhost', 8080)).toBe('localhost:8080');
});
