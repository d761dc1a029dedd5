import { expect, it } from 'vitest';
import { noMeasures } from '../../../../src/main/core/counting/measures';
import { newer } from '../../../../src/main/core/ingest/history-items';
import type { StoredItem } from '../../../../src/main/core/ingest/history-store';

function itemOf(sentAt: number | null, entered: number, avgStayMs: number | null = null): StoredItem {
  const measures = noMeasures();
  measures[0] = entered;
  return { start: 0, end: 900_000, sentAt, avgStayMs, measures, isSettled: false };
}

it.each([
  ['says less', itemOf(1000, 9, 4000), itemOf(2000, 2, 1000)],
  ['says more', itemOf(1000, 2), itemOf(2000, 9)],
  ['says nothing of the stay', itemOf(1000, 9, 4000), itemOf(2000, 2)],
  ['is the only one with a time', itemOf(null, 9), itemOf(1, 2)],
])('of two items on one window the later sent counts, whichever came first, when it %s', (_, early, late) => {
  expect(newer(early, late)).toBe(late);
  expect(newer(late, early)).toBe(late);
});

it.each([1000, null])('of two items sent at the same time (%s) the larger figures count', (sentAt) => {
  const [few, many] = [itemOf(sentAt, 2, 4000), itemOf(sentAt, 9)];
  expect(newer(few, many)).toEqual(itemOf(sentAt, 9, 4000));
  expect(newer(many, few)).toEqual(itemOf(sentAt, 9, 4000));
});

it('an item that says nothing new leaves the known one as it is', () => {
  const known = itemOf(1000, 9, 4000);
  expect(newer(known, itemOf(1000, 2, 4000))).toBe(known);
});
