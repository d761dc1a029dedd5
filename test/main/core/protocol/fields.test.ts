import { expect, test } from 'vitest';
import {
  hasCounts,
  noteSetAside,
  pick,
  readAvgStayMs,
  readCount,
  readCounts,
  readHeightCm,
  readPersonId,
  readQuantity,
  readStayMs,
} from '../../../../src/main/core/protocol/fields';
import type { SetAside } from '../../../../src/main/core/protocol/types';

test.each([
  [0, 0],
  [12, 12],
  [12.0, 12],
  ['12', 12],
  [' 12 ', 12],
  ['007', 7],
  [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
])('%j counts as %d', (value, count) => {
  const setAside: SetAside[] = [];
  expect(readCount(value, 'in', setAside)).toBe(count);
  expect(setAside).toEqual([]);
});

test('minus zero is zero', () => {
  expect(readCount(-0, 'in', [])).toBe(0);
  expect(readCount('-0', 'in', [])).toBe(0);
});

test.each([
  [-1, '-1'],
  ['-3', '-3'],
  [1.5, '1.5'],
  ['1.5', '1.5'],
  ['1e3', '1e3'],
  ['many', 'many'],
  ['', ''],
  [true, 'true'],
  [2 ** 53, '9007199254740992'],
  [1e300, '1e+300'],
  [Number.POSITIVE_INFINITY, 'Infinity'],
  [[3], '[3]'],
  [{ count: 3 }, '{"count":3}'],
  ['9'.repeat(200), '9'.repeat(60)],
])('%j is set aside', (value, shown) => {
  const setAside: SetAside[] = [];
  expect(readCount(value, 'data[2].in', setAside)).toBeNull();
  expect(setAside).toEqual([{ place: 'data[2].in', value: shown }]);
});

test('what is missing is unknown and leaves no mark', () => {
  const setAside: SetAside[] = [];
  expect(readCount(undefined, 'in', setAside)).toBeNull();
  expect(readCount(null, 'in', setAside)).toBeNull();
  expect(readCounts({ in: 3, passby: null, outChild: '2', total: 9 }, '', setAside)).toEqual({
    in: 3,
    outChild: 2,
  });
  expect(setAside).toEqual([]);
});

test('a message leaves at most a hundred marks', () => {
  const setAside: SetAside[] = [];
  for (let i = 0; i < 1000; i++) noteSetAside(setAside, `data[${i}]`, null);
  expect(setAside).toHaveLength(100);
  expect(setAside.at(-1)?.place).toBe('data[99]');
});

test.each([
  [0, 0],
  [1.5, 1.5],
  ['7', 7],
  [10, 10],
  [10.1, null],
  [-1, null],
  ['', null],
  ['x', null],
  [Number.NaN, null],
  [Number.POSITIVE_INFINITY, null],
  [null, null],
  [[5], null],
  [true, null],
])('%j as a quantity up to 10 is %j', (value, quantity) => {
  expect(readQuantity(value, 10)).toBe(quantity);
});

test('heights and stays have limits; a height of 0 was not measured', () => {
  expect([170, 0, 300, 301, -1, '165'].map(readHeightCm)).toEqual([170, null, 300, null, null, 165]);
  expect([0, 86_400_000, 86_400_001, 1e300].map(readStayMs)).toEqual([0, 86_400_000, null, null]);
});

test('an average stay that cannot be true is set aside with its place', () => {
  const setAside: SetAside[] = [];
  expect(readAvgStayMs({ avgStayTime: 2500 }, '', setAside)).toBe(2500);
  expect(readAvgStayMs({ avgStayTime: null }, '', setAside)).toBeNull();
  expect(readAvgStayMs({}, '', setAside)).toBeNull();
  expect(setAside).toEqual([]);
  expect(readAvgStayMs({ avgStayTime: -5 }, 'data[0].', setAside)).toBeNull();
  expect(readAvgStayMs({ avgStayTime: 1e300 }, '', setAside)).toBeNull();
  expect(setAside).toEqual([
    { place: 'data[0].avgStayTime', value: '-5' },
    { place: 'avgStayTime', value: '1e+300' },
  ]);
});

test('a person’s id is a number or text, and short', () => {
  expect([7, 'p-7', null, undefined, {}].map(readPersonId)).toEqual(['7', 'p-7', '', '', '']);
  expect(readPersonId('x'.repeat(100_000))).toBe('x'.repeat(64));
  expect(readPersonId(`${'x'.repeat(63)}😀`)).toHaveLength(64);
});

test('names are looked up among the fields that came, not among what every object has', () => {
  expect(pick({ a: null, b: 0 }, 'a', 'b')).toBe(0);
  expect(pick({}, 'constructor', 'toString', '__proto__')).toBeUndefined();
  expect(hasCounts(JSON.parse('{"__proto__":{"in":5}}') as Record<string, unknown>)).toBe(false);
});
