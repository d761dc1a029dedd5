import type { EpochMs } from '../types';
import { directionCount, noMeasures, type Measures } from './measures';
import type { Window } from './spread';
import { largestPossible, LONGEST_WINDOW_MS } from './window';

/** The newest reading of a camera's running counters. */
export interface Reading {
  end: EpochMs;
  sentAt: EpochMs | null;
  /** The four directions; one that a reading left out keeps its last known counter. */
  counters: (number | null)[];
}

export type Step =
  | { kind: 'baseline' }
  | { kind: 'resent' }
  | { kind: 'late' }
  | {
      kind: 'counted';
      window: Window;
      measures: Measures;
      hasRestarted: boolean;
      /** Directions (positions) whose step was impossible. */
      setAside: number[];
    };

/**
 * What a counter reading adds (V1.9 §1, "summary reporting"). Counters say nothing by themselves, and the
 * start that cameras print with them means different things to different makers: only the step from the
 * reading before counts, in the time between the two.
 *
 * @param hasChangedMode the camera counted in Add mode since: old counters say nothing about the next step
 */
export function stepTo(previous: Reading | null, next: Reading, hasChangedMode: boolean): Step {
  if (previous === null) return { kind: 'baseline' };
  const order = next.end - previous.end || (next.sentAt ?? 0) - (previous.sentAt ?? 0);
  const isLower = next.counters.some((value, i) => value !== null && value < (previous.counters[i] ?? 0));
  if (order === 0 && next.counters.every((value, i) => value === null || value === previous.counters[i])) {
    return { kind: 'resent' };
  }
  if (order < 0 || (order === 0 && isLower)) return { kind: 'late' };
  if (hasChangedMode) return { kind: 'baseline' };
  // After a longer silence nobody can say when the people came; they are put into its last month.
  const window = { start: Math.max(previous.end, next.end - LONGEST_WINDOW_MS), end: next.end };
  const limit = largestPossible(next.end - previous.end);
  const measures = noMeasures();
  const setAside: number[] = [];
  for (let i = 0; i < directionCount; i++) {
    const counter = next.counters[i] ?? null;
    if (counter === null) continue;
    const before = previous.counters[i] ?? null;
    // A direction seen for the first time has no step yet, unless the device began anew.
    if (before === null && !isLower) continue;
    // One counter that fell means that the device restarted, and with it all its counters.
    const step = isLower ? counter : counter - (before ?? 0);
    if (step > limit) setAside.push(i);
    else measures[i] = step;
  }
  return { kind: 'counted', window, measures, hasRestarted: isLower, setAside };
}

/**
 * The reading to remember: what `next` says, and where it is silent what was known. After a restart a counter
 * that is not told began at zero like the others.
 */
export function rememberReading(previous: Reading | null, next: Reading, step: Step): Reading {
  if (previous === null || step.kind !== 'counted') return next;
  const known = previous.counters.map((value) => (step.hasRestarted && value !== null ? 0 : value));
  return { ...next, counters: next.counters.map((value, i) => value ?? known[i] ?? null) };
}

/** What a reading added, and in which window. */
export interface CountedStep extends Window {
  measures: Measures;
}

/**
 * Whether a reading fits between those that were read at a time in the past: its counters are no lower than
 * the one before that time, and no higher than the one after it.
 *
 * @param steps what was counted since; those that end before `time` do not matter
 */
export function fitsAt(
  time: EpochMs,
  counters: Reading['counters'],
  newest: Reading,
  steps: readonly CountedStep[],
): boolean {
  const stepped = (position: number, since: readonly CountedStep[]) =>
    since.reduce((sum, { measures }) => sum + (measures[position] ?? 0), 0);
  const endedAfter = steps.filter(({ end }) => end > time);
  const begunAfter = steps.filter(({ start }) => start >= time);
  return counters.every((value, position) => {
    const now = newest.counters[position] ?? null;
    if (value === null || now === null) return true;
    return value >= now - stepped(position, endedAfter) && value <= now - stepped(position, begunAfter);
  });
}
