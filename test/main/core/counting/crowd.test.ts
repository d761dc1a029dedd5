import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crowdedOut } from '../../../../src/main/core/counting/crowd';
import type { Window } from '../../../../src/main/core/counting/spread';

const heap = (count: number): Window[] =>
  Array.from({ length: count }, (_, i) => ({ start: i, end: 10_000 + i }));

test('32 windows may speak of one moment, and the 33rd may not', () => {
  const windows = heap(33);
  expect([...crowdedOut([], windows)]).toEqual(windows.slice(32));
  expect(crowdedOut([], windows.slice(0, 32)).size).toBe(0);
});

test('what is known stays, and sent again it is not one more', () => {
  const known = heap(32);
  expect(crowdedOut(known, heap(32)).size).toBe(0);
  const added = { start: 5, end: 7 };
  expect([...crowdedOut(known.slice(0, 31), [added])]).toEqual([]);
  expect([...crowdedOut(heap(50), [{ start: 100, end: 200 }])]).toHaveLength(1);
});

test('minutes, hours and days of ninety days are no crowd', () => {
  const minuteMs = 60_000;
  const windows = [1, 5, 15, 60, 720, 1440].flatMap((minutes) =>
    Array.from({ length: (90 * 1440) / minutes }, (_, i) => ({
      start: i * minutes * minuteMs,
      end: (i + 1) * minutes * minuteMs,
    })),
  );
  expect(crowdedOut([], windows).size).toBe(0);
});

test('what is left never lies more than 32 deep on any moment', () => {
  const window = fc.tuple(fc.nat(50), fc.integer({ min: 1, max: 60 }));
  fc.assert(
    fc.property(fc.array(window, { maxLength: 300, size: 'max' }), (spans) => {
      const windows = spans.map(([start, length]) => ({ start, end: start + length }));
      const crowded = crowdedOut([], windows);
      const left = new Map(
        windows
          .filter((each) => !crowded.has(each))
          .map((each) => [`${String(each.start)} ${String(each.end)}`, each]),
      );
      for (let moment = 0; moment < 110; moment++) {
        const deep = [...left.values()].filter(({ start, end }) => start <= moment && moment < end).length;
        expect(deep).toBeLessThanOrEqual(32);
      }
    }),
    { numRuns: 50 },
  );
});
