import { expect, test } from 'vitest';
import { decodeList } from '../../../../src/main/core/protocol/history';
import type { SetAside } from '../../../../src/main/core/protocol/types';

const at = 1773129600;
const time = (seconds: number) => ({ ms: seconds * 1000, fitsUnit: true });
const item = { time: at + 9, startTime: at, endTime: at + 900, in: 1, out: 2, passby: 3, turnback: 4 };

function decodeAll(list: unknown[]) {
  const setAside: SetAside[] = [];
  return { parts: decodeList(list, setAside), setAside };
}

test('items with their index', () => {
  const { parts, setAside } = decodeAll([
    { ...item, avgStayTime: 2000 },
    { in: '5', time: at },
  ]);
  expect(parts).toEqual([
    {
      kind: 'history',
      items: [
        {
          start: time(at),
          end: time(at + 900),
          sentAt: time(at + 9),
          counts: { in: 1, out: 2, passby: 3, turnback: 4 },
          avgStayMs: 2000,
          index: 0,
        },
        { start: null, end: time(at), sentAt: time(at), counts: { in: 5 }, avgStayMs: null, index: 1 },
      ],
    },
  ]);
  expect(setAside).toEqual([]);
});

test('an empty list says that there is nothing', () => {
  expect(decodeAll([])).toEqual({ parts: [{ kind: 'history', items: [] }], setAside: [] });
});

test('items that cannot be read are left out, each with its place', () => {
  const { parts, setAside } = decodeAll([null, item, { ...item, endTime: 5, time: 0 }, { ...item, in: -1 }]);
  expect(parts).toMatchObject([
    { kind: 'history', items: [{ index: 1 }, { index: 3, counts: { in: null } }] },
  ]);
  expect(setAside.map(({ place }) => place)).toEqual(['data[3].in', 'data[0]', 'data[2].endTime']);
});

test('the nested form is a live report, and may stand beside history', () => {
  const nested = { ...item, in: { count: 6 }, out: { count: 7 } };
  expect(decodeAll([nested]).parts).toMatchObject([{ kind: 'flow', counts: { in: 6, out: 7 } }]);
  expect(decodeAll([nested, item]).parts).toMatchObject([{ kind: 'history' }, { kind: 'flow' }]);
});

test.each([
  [[{}], 'bad-list', 'data[0]'],
  [[[item]], 'bad-list', 'data[0]'],
  [[1, 2, 3], 'bad-list', 'data[0]'],
  [[{ in: 1 }], 'bad-time', 'data[0].endTime'],
  [[{ in: 1, endTime: 12 }], 'bad-time', 'data[0].endTime'],
  [[{ in: { count: 1 } }], 'no-time', 'data[0].endTime'],
])('%j is refused: %s', (list, reason, place) => {
  expect(decodeAll(list)).toMatchObject({ parts: { reason, place }, setAside: [] });
});

test('a list longer than a stack is deep', () => {
  const nested = { in: { count: 1 }, out: { count: 0 }, time: at };
  expect(decodeAll(Array.from({ length: 300_000 }, () => nested)).parts).toHaveLength(300_000);
});
