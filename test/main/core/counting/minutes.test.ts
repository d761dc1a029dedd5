import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  ALL_MINUTES,
  countMinutes,
  minutesTouched,
  unsetPieces,
  vouchedFor,
} from '../../../../src/main/core/counting/minutes';
import { MINUTE_MS, type Window } from '../../../../src/main/core/counting/spread';

const window = fc
  .tuple(fc.nat(50 * 3_600_000), fc.nat(5 * 3_600_000))
  .map(([start, length]) => ({ start, end: start + length }));

/** Windows that are asked for what is open in them always have a length. */
const longWindow = window.filter(({ start, end }) => end > start);

/** The same, minute by minute. */
function minutesOf({ start, end }: Window): number[] {
  const first = Math.floor(start / MINUTE_MS);
  const minutes = [first];
  for (let minute = first + 1; minute * MINUTE_MS < end; minute++) minutes.push(minute);
  return minutes;
}

function fromMasks(window: Window): number[] {
  return [...minutesTouched(window)].flatMap(({ quarter, mask }) =>
    Array.from({ length: 15 }, (_, i) => i)
      .filter((i) => mask & (1 << i))
      .map((i) => quarter * 15 + i),
  );
}

describe('minutesTouched', () => {
  test.each([
    [0, 15 * MINUTE_MS, [[0, ALL_MINUTES]]],
    [0, 1, [[0, 1]]],
    [59_999, 60_001, [[0, 0b11]]],
    [60_000, 60_000, [[0, 0b10]]],
    [14 * MINUTE_MS, 16 * MINUTE_MS, [[0, 1 << 14], [1, 1]]], // prettier-ignore
  ])('from %d to %d', (start, end, expected) => {
    expect([...minutesTouched({ start, end })].map(({ quarter, mask }) => [quarter, mask])).toEqual(expected);
  });

  it('are the minutes that the window touches, no more than fifteen to a mask', () => {
    fc.assert(
      fc.property(window, (given) => {
        expect(fromMasks(given)).toEqual(minutesOf(given));
        for (const { mask } of minutesTouched(given)) expect(mask & ~ALL_MINUTES).toBe(0);
      }),
    );
  });
});

test('countMinutes counts the bits', () => {
  fc.assert(
    fc.property(fc.nat(ALL_MINUTES), (mask) => {
      expect(countMinutes(mask)).toBe([...mask.toString(2)].filter((bit) => bit === '1').length);
    }),
  );
});

describe('unsetPieces', () => {
  it('are the longest stretches of the window in minutes that are not set', () => {
    fc.assert(
      fc.property(
        longWindow,
        fc.array(fc.nat(ALL_MINUTES), { minLength: 1, maxLength: 7 }),
        (given, masks) => {
          const maskOf = (quarter: number) => masks[quarter % masks.length] ?? 0;
          const isSet = (ms: number) => {
            const minute = Math.floor(ms / MINUTE_MS);
            return (maskOf(Math.floor(minute / 15)) & (1 << (minute % 15))) !== 0;
          };
          const pieces = unsetPieces(given, maskOf);
          const open = minutesOf(given)
            .filter((minute) => !isSet(minute * MINUTE_MS))
            .reduce((ms, minute) => {
              const from = Math.max(given.start, minute * MINUTE_MS);
              return ms + Math.max(0, Math.min(given.end, (minute + 1) * MINUTE_MS) - from);
            }, 0);
          expect(pieces.reduce((ms, { start, end }) => ms + end - start, 0)).toBe(open);
          for (const [i, { start, end }] of pieces.entries()) {
            expect(start >= given.start && end <= given.end && start < end).toBe(true);
            expect([isSet(start), isSet(end - 1)]).toEqual([false, false]);
            const next = pieces[i + 1];
            if (next) expect(end).toBeLessThan(next.start);
          }
        },
      ),
    );
  });

  it('are the window where nothing is set, and none where all is', () => {
    const given = { start: 90_500, end: 40 * MINUTE_MS + 1 };
    expect(unsetPieces(given, () => 0)).toEqual([given]);
    expect(unsetPieces(given, () => ALL_MINUTES)).toEqual([]);
  });
});

describe('vouchedFor', () => {
  test.each([
    [1_000_000, null, 1_000_000],
    [1_000_000, 1_000_000 - 180_000, 820_000],
    [1_000_000, 1_000_000 - 180_001, 1_000_000],
    // A computer's clock that was set back vouches for nothing in between.
    [1_000_000, 1_000_001, 1_000_000],
  ])('a message at %d after one at %j', (arrival, previous, start) => {
    expect(vouchedFor(arrival, previous)).toEqual({ start, end: arrival + 1 });
  });
});
