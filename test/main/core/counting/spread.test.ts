import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  apportion,
  MINUTE_MS,
  overlaps,
  partInside,
  QUARTER_MS,
  quarterOf,
  quartersOf,
  type Window,
} from '../../../../src/main/core/counting/spread';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const weights = fc.array(fc.nat(3_000_000_000), { minLength: 1, maxLength: 12, size: 'max' });
const window = fc
  .tuple(fc.integer({ min: 0, max: 2 ** 41 }), fc.nat(40 * 24 * 3_600_000))
  .map(([start, length]) => ({ start, end: start + length }));

describe('apportion', () => {
  test.each([
    [10, [1, 1], [5, 5]],
    [1, [1, 1], [1, 0]],
    [2, [1, 1, 1], [1, 1, 0]],
    [7, [900, 900, 300], [3, 3, 1]],
    [5, [1, 2, 1], [1, 3, 1]],
    [3, [0, 5, 0], [0, 3, 0]],
    [4, [0, 0], [4, 0]],
    [0, [3, 4], [0, 0]],
    [9, [7], [9]],
    [Number.MAX_SAFE_INTEGER, [1, 1], [2 ** 52, 2 ** 52 - 1]],
  ])('%d over %j is %j', (count, over, parts) => {
    expect(apportion(count, over)).toEqual(parts);
  });

  it('gives whole parts that add up, none more than one away from its share', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), weights, (count, over) => {
        const parts = apportion(count, over);
        expect(sum(parts)).toBe(count);
        const total = sum(over);
        if (total === 0) return;
        for (const [i, part] of parts.entries()) {
          expect(Number.isSafeInteger(part) && part >= 0).toBe(true);
          expect(Math.abs(part - (count * (over[i] ?? 0)) / total)).toBeLessThan(1);
        }
      }),
    );
  });

  it('gives the earlier of two equal shares at least as much', () => {
    fc.assert(
      fc.property(fc.nat(1000), weights, fc.nat(100), (count, over, twin) => {
        const parts = apportion(count, [twin, ...over, twin]);
        if (twin + sum(over) > 0) expect(parts[0]).toBeGreaterThanOrEqual(parts.at(-1) ?? 0);
      }),
    );
  });
});

describe('quartersOf', () => {
  test.each([
    [{ start: 0, end: QUARTER_MS }, [[0, QUARTER_MS]]],
    [
      { start: QUARTER_MS - 1, end: QUARTER_MS + 1 },
      [
        [0, 1],
        [1, 1],
      ],
    ],
    [{ start: QUARTER_MS, end: QUARTER_MS }, [[1, 0]]],
    [{ start: 5, end: 3 }, [[0, 0]]],
  ])('of %j are %j', (given, expected) => {
    expect(quartersOf(given)).toEqual(expected.map(([quarter, ms]) => ({ quarter, ms })));
  });

  it('follow each other, hold the window, and add up to its length', () => {
    fc.assert(
      fc.property(window, (given) => {
        const quarters = quartersOf(given);
        expect(sum(quarters.map(({ ms }) => ms))).toBe(given.end - given.start);
        const first = quarterOf(given.start);
        expect(quarters.every(({ quarter }, i) => quarter === first + i)).toBe(true);
      }),
    );
  });
});

describe('partInside', () => {
  const hour = { start: 0, end: 60 * MINUTE_MS };
  test.each([
    [10, hour, { start: 0, end: 30 * MINUTE_MS }, 5],
    [1, hour, { start: 0, end: 30 * MINUTE_MS }, 1],
    [1, hour, { start: 30 * MINUTE_MS, end: 60 * MINUTE_MS }, 0],
    [3, hour, { start: 20 * MINUTE_MS, end: 40 * MINUTE_MS }, 1],
    [8, hour, hour, 8],
    [8, hour, { start: -5, end: 0 }, 0],
    [8, { start: 7, end: 7 }, { start: 7, end: 8 }, 8],
    [8, { start: 7, end: 7 }, { start: 6, end: 7 }, 0],
  ])('%d of %j inside %j is %d', (count, of, inside, part) => {
    expect(partInside(count, of, inside)).toBe(part);
  });

  // Two that are drawn anywhere nearly never meet.
  const short = fc.tuple(fc.nat(5 * QUARTER_MS), fc.nat(4 * QUARTER_MS));
  const neighbours = fc
    .tuple(short, short)
    .map((drawn) => drawn.map(([start, length]) => ({ start, end: start + length })) as [Window, Window]);

  it('is its share, within one person, all of it inside the whole, none of it beside', () => {
    fc.assert(
      fc.property(fc.nat(1000), neighbours, (count, [of, inside]) => {
        const part = partInside(count, of, inside);
        expect(part).toBeGreaterThanOrEqual(0);
        expect(part).toBeLessThanOrEqual(count);
        if (!overlaps(of, inside)) expect(part).toBe(0);
        expect(partInside(count, of, { start: of.start, end: of.end + 1 })).toBe(count);
        if (of.end === of.start) return;
        const from = Math.min(Math.max(of.start, inside.start), of.end);
        const to = Math.max(Math.min(of.end, inside.end), from);
        expect(Math.abs(part - (count * (to - from)) / (of.end - of.start))).toBeLessThan(1);
      }),
    );
  });
});
