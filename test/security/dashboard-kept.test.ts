import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hashOf } from '../../src/main/server/dashboard/keys';
import { openShop, type Shop } from './dashboard-support';
import { report } from './support';

/** Every file of the data folder, by its name. */
async function filesOf(folder: string): Promise<[name: string, bytes: Buffer][]> {
  const names = await readdir(folder, { recursive: true });
  const files = [];
  for (const name of names) {
    const path = join(folder, name);
    if ((await stat(path)).isFile()) files.push([name, await readFile(path)] as [string, Buffer]);
  }
  return files;
}

async function secretsOf(shop: Shop): Promise<string[]> {
  const made = await shop.dashboards.sharing.createKey('Shop system', 'manage');
  const guest = await shop.pair();
  return [
    shop.apiKey,
    shop.byCookie.cookie.split('=')[1] ?? '',
    guest.cookie.split('=')[1] ?? '',
    made.ok ? made.result.key : '',
    shop.link().split('=')[1] ?? '',
  ];
}

test('no key is in any file, and no hash of one in a file that is copied or moved', async () => {
  const shop = await openShop();
  const secrets = await secretsOf(shop);
  expect(secrets.filter((secret) => /^[\w-]{43}$/.test(secret))).toHaveLength(5);
  await report(shop, '2010010000000000', 20);
  await shop.core.core.snapshot();
  await shop.core.call('backup.now', {});
  const everything = join(shop.core.folder, 'moved.foyer');
  expect(await shop.core.core.exportEverything(() => Promise.resolve(everything))).toMatchObject({
    ok: true,
  });
  await shop.dashboards.sharing.update({ isOn: true });

  const files = await filesOf(shop.core.folder);
  const names = files.map(([name]) => name).join('\n');
  for (const kind of ['.foyer', 'backups', 'journal', 'credentials.json']) expect(names).toContain(kind);
  for (const [name, bytes] of files) {
    for (const secret of secrets) {
      expect(bytes.includes(secret), name).toBe(false);
      if (name !== 'credentials.json') expect(bytes.includes(hashOf(secret)), name).toBe(false);
    }
  }
  const kept = files.find(([name]) => name === 'credentials.json')?.[1];
  expect(secrets.filter((secret) => kept?.includes(hashOf(secret)))).toHaveLength(2);
});

test('going back to a backup, or to what a file holds, brings no key back and turns nothing on', async () => {
  const shop = await openShop();
  const { sharing } = shop.dashboards;
  const guest = await shop.pair();
  await report(shop, '2010010000000000', 1);
  const { name } = await shop.core.call('backup.now', {});
  const file = join(shop.core.folder, 'moved.foyer');
  await shop.core.core.exportEverything(() => Promise.resolve(file));
  await sharing.revokeDevice(null);
  const url = shop.guests;
  await shop.core.call('backup.restore', { name });
  expect((await fetch(url, { headers: guest })).status).toBe(401);
  await sharing.update({ isOn: false });
  await shop.core.core.importEverything(file);
  expect(sharing.state()).toMatchObject({ isOn: false, urls: [] });
  expect(sharing.devices()).toEqual([]);
  await expect(fetch(url)).rejects.toThrow();
});
