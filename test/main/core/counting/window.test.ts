import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { largestPossible, readWindow, type GivenTimes } from '../../../../src/main/core/counting/window';
import { readDeviceTime } from '../../../../src/main/core/protocol/device-time';

const arrival = Date.UTC(2026, 2, 10, 9, 0);
const now = arrival / 1000;
const day = 86_400;

function given(start: unknown, end: unknown, sentAt: unknown): GivenTimes {
  return { start: readDeviceTime(start), end: readDeviceTime(end), sentAt: readDeviceTime(sentAt) };
}

describe('readWindow', () => {
  test.each([
    ['as given', [now - 60, now, now], 0, [-60, 0], false],
    ['the end from `time`', [now - 60, undefined, now - 5], 0, [-60, -5], true],
    ['the end from the arrival', [undefined, -1, undefined], 0, [-60, 0], true],
    ['an end a day ahead', [now, now + day, now], 0, [0, day], false],
    ['an end further ahead', [now - 60, now + day + 1, now - 1], 0, [-60, -1], true],
    ['a start after the end', [now + 1, now, now], 0, [-60, 0], true],
    ['a start as long ago as a month', [now - 32 * day, now, now], 0, [-32 * day, 0], false],
    ['a start longer ago', [now - 32 * day - 1, now, now], 5, [-300, 0], true],
    ['no start, and reports every quarter hour', [undefined, now, now], 15, [-900, 0], true],
    ['no length', [now, now, now], 0, [0, 0], false],
    ['a clock in 1970', [10, 70, 70], 0, [-60, 0], true],
    ['a clock in 2000', [946_684_800, 946_684_860, 946_684_860], 60, [-3600, 0], true],
  ])('%s', (_, [start, end, sentAt], interval, [from = 0, to = 0], isRebuilt) => {
    expect(readWindow(given(start, end, sentAt), arrival, interval, null)).toEqual({
      start: arrival + from * 1000,
      end: arrival + to * 1000,
      isRebuilt,
      isShifted: false,
    });
  });

  test.each([
    ['hours ahead', 8 * 3600, [-60, 0], [-60, 0], true],
    ['days ahead', 3 * day, [-60, 0], [-60, 0], true],
    ['at power-on of 1970', 70 - now, [-60, 0], [-60, 0], true],
    ['exactly ten minutes off', 600, [-60, 0], [540, 600], false],
    ['just over ten minutes off', 601, [-60, 0], [-60, 0], true],
    ['ten minutes late on a wrong clock', 8 * 3600, [-660, -600], [-660, -600], true],
    ['later than that: from memory', 8 * 3600, [-661, -601], [8 * 3600 - 661, 8 * 3600 - 601], false],
  ])('%s', (_, skew, [start = 0, end = 0], [from = 0, to = 0], isShifted) => {
    const onItsClock = given(now + skew + start, now + skew + end, now + skew + end);
    expect(readWindow(onItsClock, arrival, 0, skew * 1000)).toMatchObject({
      start: arrival + from * 1000,
      end: arrival + to * 1000,
      isShifted,
      isRebuilt: false,
    });
  });

  it('always makes sense: forwards, not longer than 32 days, not more than a day ahead', () => {
    const time = fc.option(
      fc.oneof(
        fc.integer({ min: now - 40 * day, max: now + 3 * day }),
        fc.nat(2_000_000_000),
        fc.constantFrom(-1, 0, 1e18, Number.NaN),
      ),
      { nil: undefined },
    );
    const skew = fc.option(fc.integer({ min: -60 * day, max: 60 * day }));
    fc.assert(
      fc.property(time, time, time, fc.constantFrom(0, 1, 60), skew, (start, end, sentAt, interval, off) => {
        const window = readWindow(
          given(start, end, sentAt),
          arrival,
          interval,
          off === null ? null : off * 1000,
        );
        expect(window.start).toBeLessThanOrEqual(window.end);
        expect(window.end - window.start).toBeLessThanOrEqual(32 * day * 1000);
        expect(window.end).toBeLessThanOrEqual(arrival + day * 1000);
      }),
    );
  });
});

test.each([
  [0, 1000],
  [50_000, 1000],
  [60_000, 1200],
  [3_600_000, 72_000],
])('in %d ms at most %d people', (durationMs, people) => {
  expect(largestPossible(durationMs)).toBe(people);
});
