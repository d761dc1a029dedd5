import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { rawConnection } from '../main/server/support';
import { openShop, tryAll, whileCounting } from './dashboard-support';

/** Connections that say no more than this. @returns those that the other side has not closed at once */
async function hang(url: string, count: number, words: string): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const sockets = Array.from({ length: count }, () => {
    const socket = connect({ host: hostname, port: Number(port) });
    // Being cut off is what these are for.
    socket.on('error', () => undefined).resume();
    socket.write(words);
    return socket;
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  await Promise.all(
    sockets.map((socket) => new Promise((resolve) => socket.once('connect', resolve).once('close', resolve))),
  );
  return sockets;
}

test('connections that say nothing, or half of something, keep nobody else out', async () => {
  const shop = await openShop();
  const guest = await shop.pair();
  const { host } = new URL(shop.guests);
  await whileCounting(shop, async () => {
    // Beyond what one address may have: those above are closed as they come.
    const idle = await hang(shop.guests, 40, '');
    await hang(shop.guests, 40, `GET / HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
    await Promise.all(
      idle
        .slice(24)
        .map((socket) => socket.destroyed || new Promise((resolve) => socket.once('close', resolve))),
    );
    const half = `POST /api/v1/rpc/sites.list HTTP/1.1\r\nHost: ${new URL(shop.owner).host}\r\nContent-Length: 100\r\nAuthorization: Bearer ${shop.apiKey}\r\n\r\n{`;
    await hang(shop.owner, 60, half);
    expect((await fetch(`${shop.owner}/api/v1/cameras`, { headers: shop.byKey })).status).toBe(200);
    for (const socket of idle) socket.destroy();
  });
  // The network's port has room again once the hangers-on are gone.
  await expect
    .poll(() =>
      fetch(`${shop.guests}/api/v1/sites`, { headers: guest }).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200);
});

test('event streams beyond the limit are refused, and the rest go on', async () => {
  const shop = await openShop();
  const guest = await shop.pair();
  const { host } = new URL(shop.guests);
  const words = `GET /api/v1/events HTTP/1.1\r\nHost: ${host}\r\nCookie: ${guest.cookie}\r\n\r\n`;
  await whileCounting(shop, async () => {
    const readers = await Promise.all(Array.from({ length: 10 }, () => rawConnection(shop.guests)));
    for (const reader of readers) reader.write(words);
    const answers = await Promise.all(
      readers.map((reader) => reader.until((text) => text.includes('\r\n\r\n'))),
    );
    const statuses = answers.map((answer) => answer.slice(9, 12)).sort();
    expect(statuses).toEqual([...Array<string>(6).fill('200'), ...Array<string>(4).fill('503')]);
    const listening = readers.find(({ received }) => received.startsWith('HTTP/1.1 200'));
    await shop.core.heartbeat('2010010099999999');
    expect(await listening?.until((text) => text.includes('2010010099999999'))).toContain('event: camera');
    expect((await fetch(`${shop.guests}/api/v1/sites`, { headers: guest })).status).toBe(200);
  });
});

test('a program on this computer that asks without end does not keep the cameras from being counted', async () => {
  const shop = await openShop();
  const range = { from: '2026-01-01', to: '2026-12-31', by: 'day' };
  let answered = 0;
  await whileCounting(shop, () =>
    tryAll(
      Array.from({ length: 150 }, (_, n) => n),
      async () => {
        const init = { method: 'POST', headers: shop.byKey, body: JSON.stringify(range) };
        const answer = await fetch(`${shop.owner}/api/v1/rpc/history.query`, init);
        expect(answer.status).toBe(200);
        await answer.arrayBuffer();
        answered++;
        // The owner's page, in between.
        const page = await fetch(`${shop.owner}/api/v1/sites`, { headers: shop.byCookie });
        expect(page.status).toBe(200);
      },
    ),
  );
  expect(answered).toBe(150);
});

test('a flood of requests from the network is told to wait, and the owner is not', async () => {
  const shop = await openShop();
  const guest = await shop.pair();
  const seen = new Set<number>();
  let asked = 0;
  await whileCounting(shop, () =>
    tryAll(
      Array.from({ length: 20 }, (_, n) => n),
      async () => {
        // However slow this computer is: until it is told to.
        while (!seen.has(429) && asked++ < 50_000) {
          const answer = await fetch(`${shop.guests}/api/v1/health`, { headers: guest }).catch(() => null);
          await answer?.arrayBuffer();
          // A connection that one address has too many of is closed.
          if (answer) seen.add(answer.status);
        }
      },
    ),
  );
  expect([...seen].sort()).toEqual([200, 429]);
  for (let n = 0; n < 20; n++)
    expect((await fetch(`${shop.owner}/api/v1/health`, { headers: shop.byKey })).status).toBe(200);
});
