import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  mergeHistory,
  type Contribution,
  type HistoryFact,
} from '../../../../src/main/core/counting/history-merge';
import { noMeasures, positionOf, toMeasures } from '../../../../src/main/core/counting/measures';
import { ALL_MINUTES } from '../../../../src/main/core/counting/minutes';
import { MINUTE_MS, partInside } from '../../../../src/main/core/counting/spread';

const at = (minutes: number) => minutes * MINUTE_MS;
const nothingHeard = () => 0;
const allHeard = () => ALL_MINUTES;

function contribution(from: number, to: number, entered: number): Contribution {
  return { start: at(from), end: at(to), measures: toMeasures({ in: entered }) };
}

function fact(from: number, to: number, entered: number, avgStayMs: number | null = null): HistoryFact {
  return { ...contribution(from, to, entered), avgStayMs };
}

/** What is added, as [from, to, people], without the zeros. */
function added(
  facts: readonly HistoryFact[],
  live: readonly Contribution[],
  heard: (quarter: number) => number = nothingHeard,
): number[][] {
  return mergeHistory(facts, live, heard)
    .additions.filter(({ measures }) => measures[0])
    .map(({ start, end, measures }) => [start / MINUTE_MS, end / MINUTE_MS, measures[0] ?? 0]);
}

describe('mergeHistory', () => {
  test.each([
    ['nothing recorded: taken over', [fact(0, 30, 9)], [], [[0, 30, 9]]],
    ['as much recorded: nothing', [fact(0, 30, 9)], [contribution(0, 30, 9)], []],
    ['more recorded: nothing', [fact(0, 30, 9)], [contribution(0, 30, 12)], []],
    ['less recorded: the difference', [fact(0, 30, 9)], [contribution(0, 10, 4)], [[0, 30, 5]]],
    ['a report half inside', [fact(0, 30, 9)], [contribution(-10, 10, 8)], [[0, 30, 5]]],
    ['a part, then the whole', [fact(0, 30, 9), fact(0, 10, 4)], [], [[0, 10, 4], [10, 30, 5]]], // prettier-ignore
    ['the whole said less than its parts', [fact(0, 30, 3), fact(0, 10, 4)], [], [[0, 10, 4]]],
    ['beside each other', [fact(0, 10, 4), fact(10, 20, 5)], [], [[0, 10, 4], [10, 20, 5]]], // prettier-ignore
  ])('%s', (_, facts, live, expected) => {
    expect(added(facts, live)).toEqual(expected);
  });

  it('puts the difference where nobody was heard, and all over where everybody was', () => {
    const heardFirstTen = (quarter: number) => (quarter === 0 ? 0b11_1111_1111 : 0);
    expect(added([fact(0, 30, 9)], [contribution(0, 10, 4)], heardFirstTen)).toEqual([[10, 30, 5]]);
    expect(added([fact(0, 30, 9)], [contribution(0, 30, 4)], allHeard)).toEqual([[0, 30, 5]]);
  });

  it('notes what is lower and changes nothing', () => {
    const { settlements, additions } = mergeHistory([fact(0, 30, 3)], [contribution(0, 30, 4)], allHeard);
    expect(settlements[0]).toMatchObject({ lower: [0], recorded: [4, 0, 0, 0], added: [0, 0, 0, 0] });
    expect(additions).toEqual([{ ...contribution(0, 30, 0) }]);
  });

  it('weights the average stay by the people it adds', () => {
    const { additions } = mergeHistory([fact(0, 30, 9, 2000)], [contribution(0, 30, 4)], allHeard);
    const measures = noMeasures();
    [measures[0], measures[positionOf('stayPeople')], measures[positionOf('stayMs')]] = [5, 5, 10_000];
    expect(additions).toContainEqual({ start: at(0), end: at(30), measures });
  });

  const drawnFact = fc
    .tuple(fc.nat(60), fc.integer({ min: 1, max: 60 }), fc.nat(30))
    .map(([from, length, entered]) => fact(from, from + length, entered));
  const facts = fc.uniqueArray(drawnFact, { maxLength: 6, selector: ({ start, end }) => `${start}/${end}` });
  const live = fc.array(
    fc
      .tuple(fc.nat(100), fc.nat(30), fc.nat(20))
      .map(([from, length, entered]) => contribution(from, from + length, entered)),
    { maxLength: 5 },
  );

  it('does not depend on the order of the items', () => {
    const pair = facts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(pair, live, fc.nat(ALL_MINUTES), ([all, mixed], reports, mask) => {
        expect(mergeHistory(mixed, reports, () => mask)).toEqual(mergeHistory(all, reports, () => mask));
      }),
    );
  });

  it('never counts less than the smallest window says, and never takes anything away', () => {
    fc.assert(
      fc.property(facts, live, fc.nat(ALL_MINUTES), (all, reports, mask) => {
        const { additions, settlements } = mergeHistory(all, reports, () => mask);
        expect(additions.every(({ measures }) => (measures[0] ?? 0) >= 0)).toBe(true);
        const smallest = settlements[0]?.fact;
        if (!smallest) return;
        const inside = [...reports, ...additions].reduce(
          (sum, { start, end, measures }) => sum + partInside(measures[0] ?? 0, { start, end }, smallest),
          0,
        );
        expect(inside).toBeGreaterThanOrEqual(smallest.measures[0] ?? 0);
      }),
    );
  });
});
