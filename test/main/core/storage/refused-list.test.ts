import { expect, test } from 'vitest';
import { RefusedList, type Refused } from '../../../../src/main/core/storage/refused-list';

const refusal = (address: string, message = ''): Refused => ({
  at: 0,
  reason: 'not-json',
  message,
  place: null,
  sn: null,
  path: '/',
  address,
  body: '',
});

test('a device that sends nothing but nonsense pushes out its own entries, not the others’', () => {
  const list = new RefusedList();
  list.add(refusal('camera', 'first'));
  for (let i = 0; i < 10_000; i++) list.add(refusal('flood', String(i)));
  list.add(refusal('camera', 'second'));
  const kept = list.latest(1000);
  expect(kept).toHaveLength(500);
  expect(kept.filter(({ address }) => address === 'camera').map(({ message }) => message)).toEqual([
    'second',
    'first',
  ]);
  expect(kept[1]?.message).toBe('9999');
});

test('many devices with an entry each leave room for the newest', () => {
  const list = new RefusedList();
  for (let i = 0; i < 2000; i++) list.add(refusal(`10.0.${String(i >> 8)}.${String(i & 255)}`, String(i)));
  expect(list.latest(1000).map(({ message }) => message)).toEqual(
    Array.from({ length: 500 }, (_, i) => String(1999 - i)),
  );
});
