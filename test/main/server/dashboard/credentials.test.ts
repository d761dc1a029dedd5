import { mkdir, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Credentials } from '../../../../src/main/server/dashboard/credentials';
import { FakeClock, someMorning } from '../../../support/clock';
import { memoryLog } from '../support';
import { folderWith } from './support';

async function start(files: Record<string, string> = {}) {
  const folder = await folderWith(files);
  const path = join(folder, 'credentials.json');
  const clock = new FakeClock(someMorning);
  const log = memoryLog();
  const open = () => new Credentials(path, clock, log).load();
  return { folder, path, clock, log, open, credentials: await open() };
}

test('keys outlive the run, and are nowhere to be read', async () => {
  const { credentials, open, path } = await start();
  const made = await credentials.addKey('Shop system', 'view');
  if (typeof made === 'string') throw new Error(made);
  const device = credentials.addDevice('iPhone · Safari', '192.168.1.30');
  await credentials.setSharing({ isOn: true, port: 9000 });
  await credentials.close();

  const text = await readFile(path, 'utf8');
  expect(text).not.toContain(made.key);
  expect(text).not.toContain(device?.token);
  const again = await open();
  expect(again.sharing).toEqual({ isOn: true, port: 9000 });
  expect(again.useKey(made.key)).toMatchObject({ name: 'Shop system', role: 'view' });
  expect(again.useDevice(device?.token ?? '', '192.168.1.31')).toMatchObject({ name: 'iPhone · Safari' });
  expect(again.useKey(device?.token ?? '')).toBeNull();
  expect(again.useDevice(made.key, '192.168.1.31')).toBeNull();
});

test.skipIf(process.platform === 'win32')('the file is for nobody else to read', async () => {
  const { credentials, path } = await start({ 'credentials.json.partial': 'left by a power cut' });
  await credentials.addKey('A', 'manage');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('what was taken back opens nothing, at once and for good', async () => {
  const { credentials, open } = await start();
  const made = await credentials.addKey('A', 'manage');
  if (typeof made === 'string') throw new Error(made);
  const devices = [1, 2].map((n) => credentials.addDevice(`Phone ${String(n)}`, '10.0.0.1'));
  const removing = credentials.removeKey(made.stored.id);
  expect(credentials.useKey(made.key)).toBeNull();
  await removing;
  await credentials.removeDevice(devices[0]?.stored.id ?? '');
  const again = await open();
  expect(again.useKey(made.key)).toBeNull();
  expect(devices.map((device) => again.useDevice(device?.token ?? '', '')?.name)).toEqual([
    undefined,
    'Phone 2',
  ]);
  await again.removeDevice(null);
  expect((await open()).devices).toEqual([]);
});

test('when somebody looked is kept, but not written each time', async () => {
  const { credentials, clock, open, path } = await start();
  const device = credentials.addDevice('Phone', '10.0.0.1');
  await credentials.close();
  const written = await readFile(path, 'utf8');
  clock.advance(60_000);
  credentials.useDevice(device?.token ?? '', '10.0.0.2');
  expect(credentials.devices).toMatchObject([{ lastSeenMs: someMorning + 60_000, address: '10.0.0.2' }]);
  expect(await readFile(path, 'utf8')).toBe(written);
  await credentials.close();
  expect((await open()).devices).toMatchObject([{ lastSeenMs: someMorning + 60_000 }]);
});

test('there are limits', async () => {
  const { credentials } = await start();
  for (let n = 0; n < 50; n++) credentials.addDevice('', '');
  expect(credentials.addDevice('', '')).toBeNull();
  for (let n = 0; n < 50; n++) await credentials.addKey('', 'view');
  expect(await credentials.addKey('', 'view')).toBe('too-many');
});

test('a disk that cannot be written to is said, and leaves no key behind', async () => {
  const { credentials, folder, log } = await start();
  await mkdir(join(folder, 'credentials.json.partial', 'in the way'), { recursive: true });
  expect(await credentials.addKey('A', 'manage')).toBe('not-kept');
  expect(credentials.keys).toEqual([]);
  expect(await credentials.setSharing({ isOn: true, port: 1 })).toBe(false);
  expect(log.lines.join('\n')).toContain('could not be written');
});

describe('a file that is not ours lets nobody in', () => {
  const stored = (change: object) =>
    JSON.stringify({ version: 1, sharing: { isOn: true, port: 1 }, keys: [], devices: [], ...change });
  const key = { id: 'a', name: '', role: 'manage', madeAtMs: 0, lastUsedMs: null };

  test.each([
    ['nothing', ''],
    ['half of it', stored({}).slice(0, 30)],
    ['a later version', stored({ version: 2 })],
    ['an empty hash', stored({ keys: [{ ...key, hash: '' }] })],
    ['another role', stored({ keys: [{ ...key, role: 'owner', hash: 'A'.repeat(43) + '=' }] })],
    ['a prototype', stored({}).replace('{', '{"__proto__":{"isOn":true},')],
    ['a very long one', stored({ keys: [{ ...key, name: 'x'.repeat(2_000_000) }] })],
  ])('%s', async (_what, text) => {
    const { credentials, log } = await start({ 'credentials.json': text });
    expect(credentials.sharing.isOn).toBe(false);
    expect(credentials.keys).toEqual([]);
    expect(log.lines).toHaveLength(1);
  });

  test.skipIf(process.platform === 'win32')('a link is not followed, and not written through', async () => {
    const elsewhere = await folderWith({ 'target.json': stored({}) });
    const { folder, path, open } = await start();
    await symlink(join(elsewhere, 'target.json'), path);
    await symlink(join(elsewhere, 'target.json'), `${path}.partial`);
    const credentials = await open();
    expect(credentials.sharing.isOn).toBe(false);
    expect(await credentials.setSharing({ isOn: true, port: 7 })).toBe(true);
    expect(await readFile(join(elsewhere, 'target.json'), 'utf8')).toBe(stored({}));
    expect(await readdir(folder)).toEqual(['credentials.json']);
    expect((await open()).sharing.port).toBe(7);
  });
});
