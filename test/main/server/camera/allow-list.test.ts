import { expect, test } from 'vitest';
import { AllowList } from '../../../../src/main/server/camera/allow-list';

function listOf(...entries: string[]): AllowList {
  const list = new AllowList();
  list.set(entries);
  return list;
}

test('an empty list lets everybody in', () => {
  for (const address of ['192.168.1.9', 'fe80::1%eth0', 'unknown']) {
    expect(new AllowList().has(address)).toBe(true);
    expect(listOf().has(address)).toBe(true);
  }
});

test.each([
  ['192.168.1.40', '192.168.1.40', '192.168.1.41'],
  ['10.0.0.0/24', '10.0.0.255', '10.0.1.0'],
  ['172.16.0.0/12', '172.31.255.255', '172.32.0.0'],
  ['fd00::/8', 'fdff::1', 'fe80::1'],
  ['fe80::1', 'fe80::1%eth0', 'fe80::2%eth0'],
  ['2001:db8::5', '2001:db8:0:0:0:0:0:5', '2001:db8::6'],
])('%s lets %s in and %s not', (entry, inside, outside) => {
  expect(listOf(entry).has(inside)).toBe(true);
  expect(listOf(entry).has(outside)).toBe(false);
  expect(listOf('203.0.113.1', entry).has(inside)).toBe(true);
});

test('this computer always may, its neighbours in 127.0.0.0/8 not', () => {
  const list = listOf('192.168.1.40');
  expect(list.has('127.0.0.1')).toBe(true);
  expect(list.has('::1')).toBe(true);
  expect(list.has('127.0.0.2')).toBe(false);
});

test('what is no address is never let in, and as an entry lets nobody in', () => {
  expect(listOf('192.168.1.40').has('')).toBe(false);
  expect(listOf('192.168.1.40').has('__proto__')).toBe(false);
  const nonsense = listOf('camera');
  expect(nonsense.has('192.168.1.40')).toBe(false);
});
