import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainedOut } from '../../../../src/main/core/counting/chain';
import type { Window } from '../../../../src/main/core/counting/spread';

const asTheyAre = (window: Window) => window;
/** Each shares some of its time with the next. */
const chain = (count: number, from = 0): Window[] =>
  Array.from({ length: count }, (_, i) => ({ start: from + 10 * i, end: from + 10 * i + 11 }));

test('so many windows may hang together, and the latest of further ones may not', () => {
  const windows = chain(12);
  expect(chainedOut([], windows.slice(0, 10), asTheyAre, 10).size).toBe(0);
  expect([...chainedOut([], windows, asTheyAre, 10)]).toEqual(windows.slice(10));
});

test('chains apart from each other have room of their own', () => {
  expect(chainedOut([], [...chain(10), ...chain(10, 1000)], asTheyAre, 10).size).toBe(0);
});

test('what is known stays, and sent again it is not one more', () => {
  expect(chainedOut(chain(10), chain(10), asTheyAre, 10).size).toBe(0);
  expect(chainedOut(chain(30), chain(31), asTheyAre, 10)).toHaveProperty('size', 1);
});

test('what has no room has none the second time in a message either', () => {
  const windows = [...chain(12), ...chain(12)];
  expect([...chainedOut([], windows, asTheyAre, 10)]).toEqual([
    ...chain(12).slice(10),
    ...chain(12).slice(10),
  ]);
});

test('whatever comes, no chain gets longer than is allowed', () => {
  const window = fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(window, { maxLength: 80, size: 'max' }), (windows) => {
      const out = chainedOut([], windows, asTheyAre, 5);
      const left = [...new Map(windows.map((one) => [`${one.start} ${one.end}`, one])).values()]
        .filter((one) => !out.has(one))
        .sort((a, b) => a.start - b.start);
      let [length, until] = [0, -Infinity];
      for (const { start, end } of left) {
        length = start < until ? length + 1 : 1;
        until = start < until ? Math.max(until, end) : end;
        expect(length).toBeLessThanOrEqual(5);
      }
    }),
  );
});
