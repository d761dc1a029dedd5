import { expect, it } from 'vitest';
import type { RefusedMessage } from '#shared/domain';
import { groupRefused } from '../../../src/renderer/features/cameras/refused-groups';

function refused(change: Partial<RefusedMessage>): RefusedMessage {
  return {
    id: 1,
    at: '2026-10-06T10:00:00+02:00',
    reason: 'not-json',
    message: '',
    place: null,
    sn: null,
    path: '/',
    address: '192.168.1.30',
    body: '',
    ...change,
  };
}

it('makes one group of each trouble of each sender, with its newest message', () => {
  const groups = groupRefused([
    refused({ id: 6, reason: 'unknown-camera', sn: 'A' }),
    refused({ id: 5 }),
    refused({ id: 4, reason: 'unknown-camera', sn: 'A', address: '192.168.1.31' }),
    refused({ id: 3, reason: 'unknown-camera', sn: 'B' }),
    refused({ id: 2, address: '192.168.1.99' }),
    refused({ id: 1 }),
  ]);
  expect(groups.map(({ reason, sn, times, newest }) => [reason, sn, times, newest.id])).toEqual([
    ['unknown-camera', 'A', 2, 6],
    ['not-json', null, 2, 5],
    ['unknown-camera', 'B', 1, 3],
    ['not-json', null, 1, 2],
  ]);
  expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
});
