import { expect, test } from 'vitest';
import { newKey } from '../../src/main/server/dashboard/keys';
import { openShop, tryAll, whileCounting } from './dashboard-support';

const tries = 300;

/** `0`: the connection was closed, as those are that one address has too many of. */
async function statusWith(
  url: string,
  headers: Record<string, string>,
  path = '/api/v1/cameras',
): Promise<number> {
  const answer = await fetch(url + path, { headers, redirect: 'manual' }).catch(() => null);
  await answer?.arrayBuffer();
  return answer?.status ?? 0;
}

test('a heap of wrong keys opens nothing on this computer, and does not lock its owner out', async () => {
  const shop = await openShop();
  const statuses = new Map<number, number>();
  const wrong = Array.from({ length: tries }, (_, n) => {
    const key = n % 2 === 0 ? newKey() : `${shop.apiKey.slice(0, -1)}${String(n)}`;
    const cookie = shop.byCookie.cookie.replace(/=.*/, `=${key}`);
    const path = '/api/v1/cameras';
    return [
      { headers: { authorization: `Bearer ${key}` }, path },
      { headers: { cookie }, path },
      { headers: {}, path: `/?key=${key}` },
    ][n % 3];
  });
  await whileCounting(shop, () =>
    tryAll(wrong, async (attempt) => {
      const status = await statusWith(shop.owner, attempt?.headers ?? {}, attempt?.path);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      // In the midst of it the owner works on, with key and cookie.
      if (status === 429 && statuses.get(429) === 100) {
        expect(await statusWith(shop.owner, shop.byKey)).toBe(200);
        expect(await statusWith(shop.owner, shop.byCookie)).toBe(200);
      }
    }),
  );
  expect([...statuses.keys()].sort()).toEqual([401, 429]);
  expect(statuses.get(401)).toBeLessThanOrEqual(40);
  expect(await statusWith(shop.owner, shop.byKey)).toBe(200);
  expect(await statusWith(shop.owner, shop.byCookie)).toBe(200);
  expect(await statusWith(shop.owner, {}, `/?key=${shop.apiKey}`)).toBe(302);
});

test('from the network an address that tries is not listened to, and the owner is', async () => {
  const shop = await openShop();
  const seen = new Map<number, number>();
  const count = (status: number) => seen.get(status) ?? 0;
  await whileCounting(shop, () =>
    tryAll(
      Array.from({ length: 20 }, (_, n) => n),
      async () => {
        for (let n = 0; n < 1_000 && count(429) < 100; n++) {
          const status = await statusWith(shop.guests, { authorization: `Bearer ${newKey()}` });
          seen.set(status, count(status) + 1);
        }
      },
    ),
  );
  seen.delete(0);
  expect([...seen.keys()].sort()).toEqual([401, 429]);
  expect(await statusWith(shop.owner, shop.byKey)).toBe(200);
});

test('a key of one port opens nothing at the other', async () => {
  const shop = await openShop();
  const guest = await shop.pair();
  const [ownersCookie, guestsCookie] = [shop.byCookie.cookie, guest.cookie].map(
    (cookie) => cookie.split('=')[1],
  );
  const cookieAt = (url: string, value = '') => ({ cookie: `foyer-${new URL(url).port}=${value}` });
  await whileCounting(shop, async () => {
    expect(await statusWith(shop.guests, shop.byKey)).toBe(401);
    expect(await statusWith(shop.guests, {}, `/?key=${shop.apiKey}`)).toBe(401);
    expect(await statusWith(shop.guests, cookieAt(shop.guests, ownersCookie))).toBe(401);
    expect(await statusWith(shop.owner, cookieAt(shop.owner, guestsCookie))).toBe(401);
    const key = shop.link().split('=')[1] ?? '';
    expect(await statusWith(shop.owner, {}, `/?key=${key}`)).toBe(401);
    expect(await statusWith(shop.owner, { authorization: `Bearer ${key}` })).toBe(401);
    // It was not spent by that.
    expect(await statusWith(shop.guests, {}, `/?key=${key}`)).toBe(200);
  });
});

test('a link that is replayed opens nothing, whoever was first, and a race has one winner', async () => {
  const shop = await openShop();
  await whileCounting(shop, async () => {
    const link = new URL(shop.link());
    const path = link.pathname + link.search;
    const statuses = await Promise.all(Array.from({ length: 8 }, () => statusWith(shop.guests, {}, path)));
    expect(statuses.sort()).toEqual([200, 401, 401, 401, 401, 401, 401, 401]);
    expect(await statusWith(shop.guests, {}, path)).toBe(401);
    expect(shop.dashboards.sharing.devices()).toHaveLength(1);
  });
});

test('a guest who asks for more than figures is told no, method by method', async () => {
  const shop = await openShop();
  const guest = await shop.pair();
  const asked = [
    'settings.update',
    'sharing.pair',
    'sharing.revoke',
    'keys.create',
    'refused.list',
    'backup.list',
  ];
  asked.push('cameras.remove', 'quality.list', 'notes.list', 'notes.put');
  await whileCounting(shop, () =>
    tryAll(asked, async (method) => {
      const answer = await fetch(`${shop.guests}/api/v1/rpc/${method}`, {
        method: 'POST',
        headers: guest,
        body: '{}',
      });
      expect(answer.status, method).toBe(403);
    }),
  );
  expect(shop.dashboards.sharing.devices()).toHaveLength(1);
});
