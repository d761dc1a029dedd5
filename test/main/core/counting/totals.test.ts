import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { directionCount } from '../../../../src/main/core/counting/measures';
import { rememberReading, stepTo, type Reading } from '../../../../src/main/core/counting/totals';

const minute = 60_000;

function reading(end: number, counters: (number | null)[], sentAt: number | null = end): Reading {
  return { end, sentAt, counters };
}

const before = reading(10 * minute, [100, 90, null, 7]);

describe('stepTo', () => {
  test.each([
    ['a step', reading(11 * minute, [103, 90, null, 8]), [3, 0, null, 1]],
    ['one not told', reading(11 * minute, [null, 91, null, 7]), [null, 1, null, 0]],
    ['one told for the first time', reading(11 * minute, [100, 90, 50, 7]), [0, 0, null, 0]],
    ['a restart', reading(11 * minute, [2, 0, 4, 0]), [2, 0, 4, 0]],
    ['a restart that one counter shows', reading(11 * minute, [101, 5, null, 9]), [101, 5, null, 9]],
    ['an impossible step', reading(11 * minute, [1301, 91, null, 7]), [null, 1, null, 0]],
    ['more at the same place', reading(10 * minute, [101, 90, null, 7]), [1, 0, null, 0]],
  ])('%s', (_, next, measures) => {
    const step = stepTo(before, next, false);
    expect(step).toMatchObject({ kind: 'counted', window: { start: before.end, end: next.end } });
    if (step.kind === 'counted') expect(step.measures.slice(0, directionCount)).toEqual(measures);
  });

  test.each([
    ['the same again', reading(10 * minute, [100, 90, null, 7]), 'resent'],
    ['the same, less told', reading(10 * minute, [100, null, null, null]), 'resent'],
    ['less at the same place', reading(10 * minute, [99, 90, null, 7]), 'late'],
    ['an earlier `time`', reading(10 * minute, [100, 90, null, 7], 0), 'late'],
    ['an earlier end', reading(9 * minute, [200, 190, null, 17]), 'late'],
  ])('%s', (_, next, kind) => {
    expect(stepTo(before, next, false).kind).toBe(kind);
    // What is old stays old: a change of mode does not make a baseline of it.
    expect(stepTo(before, next, true).kind).toBe(kind);
  });

  it('starts from a baseline at first contact and after a change of mode', () => {
    expect(stepTo(null, before, false)).toEqual({ kind: 'baseline' });
    expect(stepTo(before, reading(11 * minute, [103, 90, null, 8]), true)).toEqual({ kind: 'baseline' });
  });

  it('counts everybody who is told of, over restarts and readings that never arrive', () => {
    const event = fc.record({ people: fc.integer({ min: 1, max: 50 }), isTold: fc.boolean() });
    const boot = fc.array(event, { minLength: 1 });
    fc.assert(
      fc.property(fc.array(boot, { minLength: 1, maxLength: 4 }), (boots) => {
        let [now, counted, truth] = [0, 0, 0];
        let known = reading(now, [9_000_000, 9_000_000, 0, 0]);
        for (const events of boots) {
          let [counter, told] = [0, 0];
          for (const { people, isTold } of events) {
            now += minute;
            counter += people;
            if (!isTold) continue;
            told = counter;
            const next = reading(now, [counter, counter, 0, 0]);
            const step = stepTo(known, next, false);
            if (step.kind === 'counted') counted += step.measures[0] ?? 0;
            known = rememberReading(known, next, step);
          }
          truth += told;
          // As after a long day: whatever the next start tells is less.
          known = { ...known, counters: [9_000_000, 9_000_000, 0, 0] };
        }
        expect(counted).toBe(truth);
      }),
    );
  });
});

test('a step over months is put into the last 32 days, and nobody is set aside for it', () => {
  const day = 1440 * minute;
  const step = stepTo(before, reading(before.end + 100 * day, [60_100, 91, null, 7]), false);
  expect(step).toMatchObject({
    window: { start: before.end + 68 * day, end: before.end + 100 * day },
    setAside: [],
  });
  if (step.kind === 'counted') expect(step.measures[0]).toBe(60_000);
});

test('a counter that is not told keeps its value, or begins at zero after a restart', () => {
  const gone = reading(11 * minute, [105, null, 3, null]);
  expect(rememberReading(before, gone, stepTo(before, gone, false)).counters).toEqual([105, 90, 3, 7]);
  const restarted = reading(11 * minute, [5, null, null, null]);
  expect(rememberReading(before, restarted, stepTo(before, restarted, false)).counters).toEqual([
    5,
    0,
    null,
    0,
  ]);
});
