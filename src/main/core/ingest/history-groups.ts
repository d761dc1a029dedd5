import type { Contribution, HistoryFact } from '../counting/history-merge';
import { MINUTE_MS, overlaps, type Window } from '../counting/spread';
import { joined, spanOfAll } from '../counting/windows';
import type { State } from './state';

/** History windows that have to be settled together. */
export interface Group extends Window {
  facts: HistoryFact[];
}

/** History windows that share a minute, directly or through others, with any of the given windows. */
export function groupsTouching(state: State, cameraId: number, windows: readonly Window[]): Group[] {
  const groups: Group[] = [];
  for (const window of joined(windows.map(wholeMinutes))) {
    // Groups come in order, so only the newest can reach into this window.
    if ((groups.at(-1)?.end ?? -Infinity) >= window.end) continue;
    let facts = state.history.overlapping(cameraId, window);
    // Windows found may reach further out and overlap others, until none does.
    for (let isDone = facts.length === 0; !isDone;) {
      const more = state.history.overlapping(cameraId, wholeMinutes(spanOfAll(facts)));
      isDone = more.length === facts.length;
      facts = more;
    }
    const known = groups.at(-1)?.start ?? -Infinity;
    // One by one: 90 days of minutes are more than a call takes as arguments.
    for (const group of connected(facts)) if (group.start > known) groups.push(group);
  }
  return groups;
}

/** Splits facts, sorted by start, where none shares a minute with the next. */
function connected(facts: readonly HistoryFact[]): Group[] {
  const groups: Group[] = [];
  for (const fact of facts) {
    const last = groups.at(-1);
    const { start, end } = wholeMinutes(fact);
    if (last && start < last.end) {
      last.facts.push(fact);
      last.end = Math.max(last.end, end);
    } else groups.push({ start, end, facts: [fact] });
  }
  return groups;
}

/** Presence is kept by the minute: whoever shares one concerns each other, even without an overlap. */
export function wholeMinutes({ start, end }: Window): Window {
  const minute = Math.floor(start / MINUTE_MS);
  return { start: minute * MINUTE_MS, end: Math.max(minute + 1, Math.ceil(end / MINUTE_MS)) * MINUTE_MS };
}

/**
 * Finds the contributions that overlap a window without looking at all of them for each of many windows.
 * @param byEnd in the order of their ends
 */
export function neighbourhood(byEnd: readonly Contribution[]): (window: Window) => Contribution[] {
  const longest = byEnd.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  return (window) => {
    let [low, high] = [0, byEnd.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((byEnd[middle]?.end ?? 0) < window.start) low = middle + 1;
      else high = middle;
    }
    const near: Contribution[] = [];
    for (let i = low; i < byEnd.length; i++) {
      const contribution = byEnd[i];
      // Whatever ends later than this began after the window.
      if (!contribution || contribution.end > window.end + longest) break;
      if (overlaps(contribution, window)) near.push(contribution);
    }
    return near;
  };
}
