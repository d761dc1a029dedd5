import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { methods } from '#shared/contract';
import { openShop, tryAll, whileCounting, type Shop } from './dashboard-support';

async function rpc(shop: Shop, method: string, body: string | Uint8Array<ArrayBuffer>, headers = {}) {
  const answer = await fetch(`${shop.owner}/api/v1/rpc/${method}`, {
    method: 'POST',
    body,
    headers: { ...shop.byKey, 'content-type': 'application/json', ...headers },
  });
  return { status: answer.status, text: await answer.text() };
}

test('prototypes: no parameter reaches what all objects share', async () => {
  const shop = await openShop();
  const poison = ['__proto__', 'constructor', 'prototype'];
  const attempts = Object.keys(methods).flatMap((method) =>
    poison.map((key) => {
      const value = key === 'constructor' ? { prototype: { isPoisoned: true } } : { isPoisoned: true };
      const inner = `{"${key}":${JSON.stringify(value)}}`;
      return { method, body: method === 'settings.update' ? `{"alerts":${inner}}` : inner, status: 400 };
    }),
  );
  for (const method of [...poison, 'toString', 'hasOwnProperty', 'valueOf', '__defineGetter__']) {
    attempts.push({ method, body: '{}', status: 404 });
  }
  await whileCounting(shop, () =>
    tryAll(attempts, async ({ method, body, status }) => {
      expect((await rpc(shop, method, body)).status, `${method} ${body}`).toBe(status);
    }),
  );
  const query = `${shop.owner}/api/v1/history?__proto__=1&from=a&to=b`;
  expect((await fetch(query, { headers: shop.byKey })).status).toBe(400);
  expect(({} as Record<string, unknown>)['isPoisoned']).toBeUndefined();
});

test('deep and huge parameters are refused, and the next is answered', async () => {
  const shop = await openShop();
  const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
  const hostile: [what: string, body: string, status: number][] = [
    ['deep lists', nested('[', ']', 400_000), 400],
    ['deep lists, never closed', '['.repeat(900_000), 400],
    ['deep objects', `${'{"a":'.repeat(150_000)}1${'}'.repeat(150_000)}`, 400],
    ['a deep value', `{"language":${nested('[', ']', 200_000)}}`, 400],
    ['many keys', `{${Array.from({ length: 60_000 }, (_, n) => `"k${String(n)}":1`).join(',')}}`, 400],
    ['a long key', `{"${'k'.repeat(900_000)}":1}`, 400],
    ['a long number', `{"cameraPort":${'9'.repeat(900_000)}}`, 400],
    ['a huge exponent', '{"cameraPort":1e999999999}', 400],
    ['half a letter', '{"language":"\\ud800"}', 400],
    ['more than a megabyte', `{"language":"${'x'.repeat(2 ** 20)}"}`, 413],
    ['no JSON', '<xml/>', 400],
    ['nothing but NUL', '\0'.repeat(1_000), 400],
  ];
  await whileCounting(shop, async () => {
    for (const [what, body, status] of hostile) {
      const answer = await rpc(shop, 'settings.update', body);
      expect(answer.status, what).toBe(status);
      expect(answer.text.length, what).toBeLessThan(2_000);
    }
    const bomb = gzipSync(Buffer.alloc(64 * 2 ** 20, ' '));
    expect(
      (await rpc(shop, 'settings.update', new Uint8Array(bomb), { 'content-encoding': 'gzip' })).status,
    ).toBe(413);
    expect((await rpc(shop, 'settings.get', '{}')).status).toBe(200);
  });
});
