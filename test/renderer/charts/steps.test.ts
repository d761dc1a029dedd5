import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks, stepRuns } from '../../../src/renderer/charts/steps';

const point = (atMs: number, value: number) => ({ atMs, value });

describe('stepRuns', () => {
  it('holds each value until the next', () => {
    expect(stepRuns([point(0, 1), point(10, 3)], 20, [])).toEqual([
      [
        { startMs: 0, endMs: 10, value: 1 },
        { startMs: 10, endMs: 20, value: 3 },
      ],
    ]);
  });

  it('breaks off where nothing is known', () => {
    expect(stepRuns([point(0, 1), point(30, 2)], 40, [{ startMs: 10, endMs: 25 }])).toEqual([
      [{ startMs: 0, endMs: 10, value: 1 }],
      [
        { startMs: 25, endMs: 30, value: 1 },
        { startMs: 30, endMs: 40, value: 2 },
      ],
    ]);
  });

  it('draws nothing of a day without points', () => {
    expect(stepRuns([], 40, [])).toEqual([]);
  });
});

describe('axisTicks', () => {
  it.each([
    [0, [0, 1]],
    [3, [0, 1, 2, 3]],
    [5, [0, 2, 4, 6]],
    [35, [0, 10, 20, 30, 40]],
    [100, [0, 50, 100]],
  ])('up to %i', (most, ticks) => {
    expect(axisTicks(most)).toEqual(ticks);
  });

  it('reaches the top in few whole steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (most) => {
        const ticks = axisTicks(most);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(most);
        expect(ticks.length).toBeLessThanOrEqual(6);
        expect(ticks.every(Number.isInteger)).toBe(true);
      }),
    );
  });
});
