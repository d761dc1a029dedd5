import { expect, test } from 'vitest';
import type { Fields } from '../../../../src/main/core/protocol/fields';
import { decodeStay } from '../../../../src/main/core/protocol/stay';
import type { SetAside } from '../../../../src/main/core/protocol/types';

function stayOf(fields: Fields) {
  const setAside: SetAside[] = [];
  return { stay: decodeStay(fields, setAside), setAside };
}

test('who is in view', () => {
  const info = [
    { id: 1, height: 170, status: 1, staytime: 2000 },
    { personId: 'b', height: 0, stayTime: '500' },
  ];
  expect(stayOf({ time: 1773129600, currentStay: 2, info })).toEqual({
    stay: {
      kind: 'stay',
      sentAt: { ms: 1773129600000, fitsUnit: true },
      current: 2,
      people: [
        { id: '1', heightCm: 170, stayMs: 2000 },
        { id: 'b', heightCm: null, stayMs: 500 },
      ],
    },
    setAside: [],
  });
});

test.each([
  ['a number without a list', { currentStay: 4 }, 4],
  ['a number as text', { currentStay: '4' }, 4],
  ['nobody', { currentStay: 0, info: [] }, 0],
  ['a list without a number', { info: [{ id: 1 }, { id: 2 }] }, 2],
  ['an empty list', { info: [] }, 0],
  ['a list that names fewer', { currentStay: 5, info: [{ id: 1 }] }, 5],
  ['entries that are no objects', { info: [1, null, { id: 1 }] }, 1],
])('%s', (_name, fields, current) => {
  expect(stayOf(fields)).toMatchObject({ stay: { current }, setAside: [] });
});

test.each([[-1], [1.5], ['x'], [1001], [1773129600], [{}]])(
  'currentStay %j gives way to the list',
  (currentStay) => {
    expect(stayOf({ currentStay, info: [{ id: 1 }] })).toMatchObject({
      stay: { kind: 'stay', current: 1 },
      setAside: [{ place: 'currentStay' }],
    });
    expect(stayOf({ currentStay }).stay).toMatchObject({ reason: 'no-usable-field', place: 'currentStay' });
  },
);

test('a crowd is cut to what a camera can see', () => {
  const info = Array.from({ length: 2000 }, (_, id) => ({ id }));
  expect(stayOf({ info })).toMatchObject({ stay: { current: 500 } });
});
