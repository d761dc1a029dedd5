import { expect, test } from 'vitest';
import { readPersons } from '../../../../src/main/core/protocol/persons';
import type { Person, SetAside } from '../../../../src/main/core/protocol/types';

const at = 1773129600;

function personsOf(fields: Record<string, unknown>): { persons: Person[] | null; setAside: SetAside[] } {
  const setAside: SetAside[] = [];
  return { persons: readPersons(fields, '', setAside), setAside };
}

test('an entry of eventList', () => {
  const entry = { id: 3, timestamp: at * 1_000_000, eventType: 0, height: 171.5, stayTime: 2600 };
  expect(personsOf({ eventList: [entry] })).toEqual({
    persons: [
      {
        id: '3',
        at: { ms: at * 1000, fitsUnit: true },
        direction: 'in',
        isChild: false,
        heightCm: 171.5,
        stayMs: 2600,
        isStaff: false,
      },
    ],
    setAside: [],
  });
});

test('an entry of attributes', () => {
  const entry = {
    idIndex: 9,
    personId: 'p-9',
    timeStamp: at * 1000 + 5,
    eventType: 101,
    stayTime: 800,
    height: 0,
    workcard: 1,
  };
  expect(personsOf({ attributes: [entry] }).persons).toEqual([
    {
      id: 'p-9',
      at: { ms: at * 1000 + 5, fitsUnit: true },
      direction: 'out',
      isChild: true,
      heightCm: null,
      stayMs: 800,
      isStaff: true,
    },
  ]);
});

test.each([
  [0, 'in', false],
  [1, 'out', false],
  [2, 'passby', false],
  [3, 'turnback', false],
  [100, 'in', true],
  [101, 'out', true],
  [102, 'passby', true],
  [103, 'turnback', true],
  ['2', 'passby', false],
])('type %j: %s', (eventType, direction, isChild) => {
  expect(personsOf({ eventList: [{ eventType }] }).persons).toMatchObject([{ direction, isChild }]);
});

test.each([[4], [99], [104], [-1], [1.5], [100.5], [''], [null], [undefined], [true], [[]], ['in'], [1e300]])(
  'type %j is none',
  (eventType) => {
    const { persons, setAside } = personsOf({ eventList: [{ eventType }, { id: 2, eventType: 0 }] });
    expect(persons).toHaveLength(1);
    expect(setAside.map(({ place }) => place)).toEqual(['eventList[0]']);
  },
);

test('details that cannot be true are unknown, the person stays', () => {
  const entry = { id: { a: 1 }, timestamp: 1e300, eventType: 0, height: 1e300, stayTime: -1, workcard: [1] };
  expect(personsOf({ eventList: [entry] })).toEqual({
    persons: [
      { id: '', at: null, direction: 'in', isChild: false, heightCm: null, stayMs: null, isStaff: false },
    ],
    setAside: [],
  });
});

test('no list, an empty list and something that is no list are three things', () => {
  expect(personsOf({})).toEqual({ persons: null, setAside: [] });
  expect(personsOf({ eventList: null })).toEqual({ persons: null, setAside: [] });
  expect(personsOf({ attributes: [] })).toEqual({ persons: [], setAside: [] });
  expect(personsOf({ eventList: { id: 1 } })).toEqual({
    persons: null,
    setAside: [{ place: 'eventList', value: '{"id":1}' }],
  });
});

test('entries that are no objects are set aside', () => {
  expect(personsOf({ attributes: [1, null, 'x', []] })).toEqual({
    persons: [],
    setAside: ['1', 'null', 'x', '[]'].map((value, i) => ({ place: `attributes[${i}]`, value })),
  });
});

test('a list longer than any crowd is cut, and that is noted', () => {
  const { persons, setAside } = personsOf({ eventList: new Array(10_001).fill({ id: 1, eventType: 0 }) });
  expect(persons).toHaveLength(10_000);
  expect(setAside).toEqual([{ place: 'eventList', value: '10001 entries' }]);
});
