import { once } from 'node:events';
import { expect, test } from 'vitest';
import { rawConnection } from '../main/server/support';
import { codeOf, connectMany, countedIn, openPort, otherAddress, post, report } from './support';

/** Cameras report while `attack` is under way; every one of their messages is stored. */
async function countsDuring(attack: (url: string, from: string) => Promise<unknown>, limits = {}) {
  const port = await openPort(limits);
  const attacking = attack(port.url, await otherAddress());
  expect(await report(port, 'GOOD', 100)).toBe(100);
  await attacking;
  expect(await countedIn(port, 'GOOD')).toBe(100);
  return port;
}

test('a flood of connections that say nothing keeps no camera out', async () => {
  const { guard } = await countsDuring((url, from) => connectMany(url, from, 800));
  expect(guard.connections.count).toBeLessThanOrEqual(512);
});

test('a neighbour never has more than its share of the connections', async () => {
  const port = await openPort();
  const from = await otherAddress();
  const sockets = await connectMany(port.url, from, 200);
  const most = from === '127.0.0.1' ? 512 : 64;
  const closed = sockets.slice(0, Math.max(0, 200 - most));
  await Promise.all(closed.map((socket) => socket.closed || once(socket, 'close')));
  expect(port.guard.connections.count).toBeLessThanOrEqual(most);
  // The oldest went, so a camera behind the same address gets in.
  expect(codeOf(await post(port.url, '{"sn":"1","in":1,"endTime":1}', { from }))).toBe(0);
});

test('slow loris: headers that drip in take no place from a camera', async () => {
  await countsDuring(async (url, from) => {
    const sockets = await connectMany(url, from, 300);
    for (let i = 0; i < 20; i++) {
      for (const socket of sockets)
        socket.write(i === 0 ? 'POST /dataUpload HTTP/1.1\r\n' : `X-${String(i)}: a\r\n`);
      await new Promise(setImmediate);
    }
  });
});

test('slow bodies hold every place for large ones, and reports go on', async () => {
  const limits = { smallBodyBytes: 1000, maxWaitMs: 200 };
  const port = await countsDuring(async (url, from) => {
    const sockets = await connectMany(url, from, 40);
    for (const socket of sockets) {
      socket.write('POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\n');
      socket.write('x'.repeat(2000));
    }
  }, limits);
  // Whoever found no place was told so, and the owner was told of it once.
  const refused = await port.core.call('refused.list', {});
  expect(refused.filter(({ reason }) => reason === 'too-many-messages').length).toBeLessThanOrEqual(1);
});

test('requests sent ahead without waiting for answers are cut off, however small', async () => {
  const port = await openPort();
  const one = 'POST /dataUpload HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{}';
  const connection = await rawConnection(port.url);
  connection.write(one.repeat(5000));
  const answers = (await connection.untilClosed()).split('HTTP/1.1 ').length - 1;
  expect(answers).toBeLessThanOrEqual(port.guard.limits.maxRequestsPerConnection);
  expect(await report(port, 'GOOD', 5)).toBe(5);
});

test('a neighbour that sends without pause is held back, then turned away with code 2, and told so', async () => {
  const from = await otherAddress();
  const port = await openPort({ burstMessages: 20, messagesPerSecond: 1, maxWaitMs: 0 });
  const codes: number[] = [];
  for (let i = 0; i < 40; i++) {
    const answer = await post(port.url, JSON.stringify({ sn: `S${String(i % 3)}`, in: 1, endTime: i + 1 }), {
      from,
    });
    expect(answer.status).toBe(200);
    codes.push(codeOf(answer));
  }
  expect(await report(port, 'GOOD', 20)).toBe(20);
  if (from === '127.0.0.1') return;
  expect(codes.slice(0, 20)).toEqual(Array(20).fill(0));
  expect(codes.filter((code) => code === 2).length).toBeGreaterThanOrEqual(18);
  const refused = await port.core.call('refused.list', {});
  expect(refused).toMatchObject([{ reason: 'too-many-messages', address: from }]);
});
