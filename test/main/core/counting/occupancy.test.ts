import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  averageVisitSeconds,
  correctedOccupancy,
  countedOccupancy,
  type Flow,
} from '../../../../src/main/core/counting/occupancy';

const flowsOf = (pairs: readonly (readonly [number, number])[]): Flow[] =>
  pairs.map(([entered, left]) => ({ in: entered, out: left }));
const day = fc
  .array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 40, size: 'max' })
  .map(flowsOf);

describe('countedOccupancy', () => {
  test.each([
    ['in minus out', [[5, 0], [3, 2], [0, 6]], [5, 6, 0]], // prettier-ignore
    ['more out than in: the shop was empty', [[2, 5], [4, 0]], [0, 4]], // prettier-ignore
    ['nobody', [[0, 0]], [0]],
  ] as [string, [number, number][], number[]][])('%s', (_, pairs, inside) => {
    expect(countedOccupancy(flowsOf(pairs)).inside).toEqual(inside);
  });

  it('records where it moved the base by itself', () => {
    const { corrections } = countedOccupancy(flowsOf([[2, 5], [4, 0]])); // prettier-ignore
    expect(corrections).toEqual([{ position: 0, at: null, kind: 'automatic', before: -3, after: 0 }]);
  });

  it('goes on from what the owner said, with what was counted after that', () => {
    const base = { position: 1, at: 7, inside: 10, in: 2, out: 1 };
    const { inside, corrections } = countedOccupancy(flowsOf([[5, 0], [3, 2], [0, 1]]), [base]); // prettier-ignore
    // Of the second quarter hour 1 in and 1 out came after the owner had spoken.
    expect(inside).toEqual([5, 10, 9]);
    expect(corrections).toEqual([{ position: 1, at: 7, kind: 'manual', before: 6, after: 10 }]);
  });

  it('is never below zero, and never more than came in', () => {
    fc.assert(
      fc.property(day, (flows) => {
        const { inside, entered } = countedOccupancy(flows);
        expect(inside).toHaveLength(flows.length);
        expect(inside.every((people) => people >= 0 && people <= entered)).toBe(true);
      }),
    );
  });

  it('is what it was before when nothing more is counted', () => {
    fc.assert(
      fc.property(day, (flows) => {
        const { inside } = countedOccupancy([...flows, { in: 0, out: 0 }]);
        expect(inside.at(-1)).toBe(inside.at(-2));
      }),
    );
  });
});

describe('correctedOccupancy', () => {
  it('ends empty wherever both sides counted somebody', () => {
    fc.assert(
      fc.property(day, (flows) => {
        const [entered, left] = [flows.some((flow) => flow.in > 0), flows.some((flow) => flow.out > 0)];
        fc.pre(entered && left);
        expect(correctedOccupancy(flows).inside.at(-1)).toBe(0);
      }),
    );
  });

  it('leaves a day that adds up as it was counted', () => {
    const flows = flowsOf([[5, 0], [3, 2], [0, 6]]); // prettier-ignore
    expect(correctedOccupancy(flows)).toEqual({ inside: [5, 6, 0], corrections: [], entered: 8 });
  });

  it('scales the side that was undercounted', () => {
    // 8 in, 4 out: every exit stands for two.
    expect(correctedOccupancy(flowsOf([[8, 0], [0, 2], [0, 2]])).inside).toEqual([8, 4, 0]); // prettier-ignore
    // 4 in, 8 out: every entry stands for two.
    expect(correctedOccupancy(flowsOf([[2, 0], [2, 4], [0, 4]])).inside).toEqual([4, 4, 0]); // prettier-ignore
  });

  it('meets what the owner said in between', () => {
    const base = { position: 1, at: 7, inside: 6, in: 0, out: 0 };
    const { inside } = correctedOccupancy(flowsOf([[3, 0], [0, 3], [0, 3]]), [base]); // prettier-ignore
    expect(inside).toEqual([6, 3, 0]);
  });
});

describe('averageVisitSeconds', () => {
  it('is time spent inside by everyone ÷ people who came in', () => {
    // One person who comes and goes within two quarter hours, inside for one on average.
    expect(averageVisitSeconds({ inside: [1, 0], entered: 1, corrections: [] })).toBe(900);
    expect(averageVisitSeconds({ inside: [4, 4, 0], entered: 4, corrections: [] })).toBe(1800);
  });

  it('is unknown where nobody came in', () => {
    expect(averageVisitSeconds({ inside: [0, 0], entered: 0, corrections: [] })).toBeNull();
  });
});
