import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countPeopleOnce, type NamingReport } from '../../../../src/main/core/counting/people-once';

function naming(order: number, counts: (number | null)[], ...named: string[][]): NamingReport {
  return { order: [order], counts, named: [0, 1, 2, 3].map((i) => named[i] ?? []) };
}

function entered(reports: readonly NamingReport[]): (number | null)[] {
  return countPeopleOnce(reports).map(({ counts }) => counts[0] ?? null);
}

describe('countPeopleOnce', () => {
  test.each([
    ['nobody named', [naming(1, [3])], [3]],
    ['unknown stays unknown', [naming(1, [null], ['a']), naming(2, [1], ['a'])], [null, 1]],
    ['the smallest owns', [naming(2, [1], ['a']), naming(1, [1], ['a'])], [0, 1]],
    ['only those named elsewhere go', [naming(1, [2], ['a', 'b']), naming(2, [4], ['b', 'c'])], [2, 3]],
    ['more named than counted', [naming(1, [1], ['a']), naming(2, [1], ['a', 'b'])], [1, 1]],
    ['named before counted', [naming(1, [0], ['a']), naming(2, [1], ['a'])], [0, 1]],
    ['counted by nobody', [naming(1, [0], ['a']), naming(2, [0], ['a'])], [0, 0]],
  ])('%s', (_, reports, counts) => {
    expect(entered(reports)).toEqual(counts);
  });

  it('keeps directions apart', () => {
    const reports = [naming(1, [1, 1], ['a'], ['a out']), naming(2, [1, 1], ['a'], ['b out'])];
    expect(countPeopleOnce(reports).map(({ counts }) => counts.slice(0, 2))).toEqual([
      [1, 1],
      [0, 1],
    ]);
  });

  const report = fc.record({
    named: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }),
    others: fc.nat(3),
  });

  it('counts everybody named exactly once, and all that are not named', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 6 }), (drawn) => {
        const reports = drawn.map(({ named, others }, i) => naming(i, [named.length + others], named));
        const total = entered(reports).reduce<number>((sum, count) => sum + (count ?? 0), 0);
        const people = new Set(drawn.flatMap(({ named }) => named)).size;
        expect(total).toBe(people + drawn.reduce((sum, { others }) => sum + others, 0));
      }),
    );
  });

  it('does not depend on the order in which the reports come', () => {
    const shuffled = fc
      .array(report, { minLength: 2, maxLength: 6 })
      .map((drawn) => drawn.map(({ named, others }, i) => naming(i, [others], named)))
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(shuffled, ([all, mixed]) => {
        const [once, again] = [entered(all), entered(mixed)];
        expect(mixed.map((each, i) => [each, again[i]])).toEqual(
          mixed.map((each) => [each, once[all.indexOf(each)]]),
        );
      }),
    );
  });
});
