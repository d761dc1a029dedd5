import { expect, test } from 'vitest';
import type { CameraSummary } from '#shared/domain';
import { addressesOf, oddSender, sendersOf } from '../../../src/renderer/features/settings/camera-senders';

test('entries stand in lines, or with commas and blanks between them, and once each', () => {
  expect(sendersOf(' 10.0.0.1\n10.0.0.2,fd00::/8 ; 10.0.0.1\n\n')).toEqual([
    '10.0.0.1',
    '10.0.0.2',
    'fd00::/8',
  ]);
  expect(sendersOf(' \n')).toEqual([]);
});

test.each(['camera', '10', '10.0.0.1/', '10.0.0.1/24/8', 'http://10.0.0.1', '10.0.0.1:8080/x', 'dead'])(
  '%s is odd',
  (entry) => {
    expect(oddSender(['10.0.0.1', entry])).toBe(entry);
  },
);

test('addresses and networks are not odd', () => {
  expect(oddSender(['10.0.0.1', '192.168.1.0/24', '::1', 'FE80::1', 'fd00::/8'])).toBeUndefined();
});

test('the owner’s cameras are those in use on other devices, each address once', () => {
  const camera = (address: string | null, more: Partial<CameraSummary> = {}) =>
    ({ address, state: 'active', isDemo: false, ...more }) as CameraSummary;
  const cameras = [
    camera('10.0.0.1'),
    camera('10.0.0.1', { state: 'new' }),
    camera('fe80::1%eth0'),
    camera('10.0.0.9', { state: 'blocked' }),
    camera('10.0.0.8', { state: 'retired' }),
    camera('10.0.0.7', { isDemo: true }),
    camera('127.0.0.1'),
    camera('::1'),
    camera(null),
  ];
  expect(addressesOf(cameras)).toEqual(['10.0.0.1', 'fe80::1']);
});
