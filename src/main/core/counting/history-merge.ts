import { directionCount, noMeasures, positionOf, type Measures } from './measures';
import { ALL_MINUTES, minutesTouched, unsetPieces, type MinuteMask } from './minutes';
import { partInside, type Window } from './spread';
import { spreadMeasures } from './spread-measures';
import { WindowIndex } from './window-index';

export interface Contribution extends Window {
  measures: Measures;
}

export interface HistoryFact extends Contribution {
  avgStayMs: number | null;
}

export interface Settlement {
  fact: HistoryFact;
  /** People recorded inside the window before, per direction. */
  recorded: number[];
  /** What the fact added, per direction. */
  added: number[];
  /** Directions in which it says less than was recorded. */
  lower: number[];
}

export interface HistoryMerge {
  additions: Contribution[];
  settlements: Settlement[];
}

/**
 * What the camera's own memory adds to what was recorded live. A window's figure is the larger of the two:
 * the difference goes to the minutes that nobody vouched for. The smallest windows are settled first, so a
 * larger one only adds what its parts left open. A function of the facts alone, so that neither order nor
 * repetition of the messages can matter.
 *
 * @param live what was counted live in and around the windows
 * @param heardIn minutes of a quarter hour that live presence covers
 * @param recordedBefore people recorded in a window that no contribution speaks of any more, per direction
 */
export function mergeHistory(
  facts: readonly HistoryFact[],
  live: readonly Contribution[],
  heardIn: (quarter: number) => MinuteMask,
  recordedBefore: (window: Window) => readonly number[] = () => [],
): HistoryMerge {
  const contributions = new WindowIndex<Contribution>();
  for (const contribution of live) contributions.add(contribution);
  const covered = new Map<number, MinuteMask>();
  const maskOf = (quarter: number) => heardIn(quarter) | (covered.get(quarter) ?? 0);
  const merge: HistoryMerge = { additions: [], settlements: [] };
  for (const fact of [...facts].sort(bySizeThenStart)) {
    const settlement = settle(fact, contributions.near(fact), recordedBefore(fact));
    merge.settlements.push(settlement);
    const added = place(settlement, maskOf);
    for (const contribution of added) {
      contributions.add(contribution);
      merge.additions.push(contribution);
    }
    for (const { quarter, mask } of minutesTouched(fact)) {
      covered.set(quarter, (covered.get(quarter) ?? 0) | (mask & ALL_MINUTES));
    }
  }
  return merge;
}

function bySizeThenStart(a: Window, b: Window): number {
  return a.end - a.start - (b.end - b.start) || a.start - b.start;
}

function settle(
  fact: HistoryFact,
  near: readonly Contribution[],
  recordedBefore: readonly number[],
): Settlement {
  const settlement: Settlement = { fact, recorded: [], added: [], lower: [] };
  for (let direction = 0; direction < directionCount; direction++) {
    let recorded = recordedBefore[direction] ?? 0;
    for (const contribution of near) {
      recorded += partInside(contribution.measures[direction] ?? 0, contribution, fact);
    }
    const told = fact.measures[direction] ?? null;
    settlement.recorded.push(recorded);
    settlement.added.push(told === null ? 0 : Math.max(0, told - recorded));
    if (told !== null && told < recorded) settlement.lower.push(direction);
  }
  return settlement;
}

/** Puts what a fact adds on its unheard minutes; where all were heard, on the whole window. */
function place({ fact, added }: Settlement, maskOf: (quarter: number) => MinuteMask): Contribution[] {
  const told = fact.measures.map(zeroIfTold);
  const zeros = told.some((value) => value !== null)
    ? [{ start: fact.start, end: fact.end, measures: told }]
    : [];
  const people = added.reduce((sum, count) => sum + count, 0);
  if (people === 0) return zeros;
  const unheard = unsetPieces(fact, maskOf);
  const pieces = unheard.length > 0 ? unheard : [{ start: fact.start, end: fact.end }];
  const measures = noMeasures();
  for (let direction = 0; direction < directionCount; direction++) {
    if ((fact.measures[direction] ?? null) !== null) measures[direction] = added[direction] ?? 0;
  }
  if (fact.avgStayMs !== null) {
    measures[positionOf('stayPeople')] = people;
    measures[positionOf('stayMs')] = Math.round(fact.avgStayMs * people);
  }
  const parts = spreadMeasures(
    measures,
    pieces.map((piece) => piece.end - piece.start),
  );
  return [...zeros, ...pieces.map((piece, i) => ({ ...piece, measures: parts[i] ?? noMeasures() }))];
}

/** "Nobody" is knowledge too, all over the window: what was told as zero is not unknown. */
function zeroIfTold(value: number | null, position: number): number | null {
  return value === null || position >= directionCount ? null : 0;
}
