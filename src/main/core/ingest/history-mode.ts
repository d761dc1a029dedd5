import {
  mergeHistory,
  type Contribution,
  type HistoryFact,
  type Settlement,
} from '../counting/history-merge';
import { crowdedOut } from '../counting/crowd';
import { directionCount, isSame, measureNames, toMeasures } from '../counting/measures';
import { MINUTE_MS, overlaps, QUARTER_MS, quartersOf, type Window } from '../counting/spread';
import { largestPossible, readWindow } from '../counting/window';
import type { HistoryItem, HistoryMessage } from '../protocol/types';
import type { EpochMs } from '../types';
import { toldTo, type CameraRecord } from './camera-record';
import { spanOf } from './live-report';
import type { StoredItem } from './history-store';
import { sealedQuarters, sealedRecords, sealedUntil, unsealedPart } from './sealed';
import type { State } from './state';

/** Keeps what the camera says of the past, and derives what it adds. @returns whether a figure may have changed */
export function applyHistory(
  state: State,
  camera: CameraRecord,
  message: HistoryMessage,
  at: EpochMs,
): Window[] {
  const told = message.items.flatMap((item) => toFact(state, camera, item, at) ?? []);
  const facts = withoutCrowd(state, camera, told, at);
  takeFacts(state, camera, facts, at);
  return facts;
}

/** Keeps statements on windows and derives what they add. @returns whether any of them added something */
export function takeFacts(
  state: State,
  camera: CameraRecord,
  facts: readonly StoredItem[],
  at: EpochMs,
): boolean {
  const changed: Window[] = [];
  for (const fact of facts) {
    const known = state.history.find(camera.id, fact);
    const merged = known ? newer(known, fact) : fact;
    if (merged === known) continue;
    state.history.put(camera.id, { ...merged, isSettled: false });
    camera.historyEnd = Math.max(camera.historyEnd ?? 0, fact.end);
    state.sums.coverByHistory(camera.id, fact);
    changed.push(fact);
  }
  state.cameras.change(camera);
  if (changed.length === 0) return false;
  const isNew = new Set(changed.map(spanOf));
  const settlements = derive(state, camera, changed).filter(({ fact }) => isNew.has(spanOf(fact)));
  for (const settlement of settlements) markSettlement(state, camera, settlement, at);
  return settlements.some(({ added }) => added.some((people) => people > 0));
}

/** Something live changed: what history adds around it may have, too. */
export function refreshHistory(state: State, camera: CameraRecord, windows: readonly Window[]): void {
  const end = camera.historyEnd;
  if (end === null) return;
  const near = windows.map(wholeMinutes).filter((window) => window.start < end);
  if (near.length > 0) derive(state, camera, near);
}

/** Presence is kept by the minute: whoever shares one concerns each other, even without an overlap. */
function wholeMinutes({ start, end }: Window): Window {
  const minute = Math.floor(start / MINUTE_MS);
  return { start: minute * MINUTE_MS, end: Math.max(minute + 1, Math.ceil(end / MINUTE_MS)) * MINUTE_MS };
}

/** Adds up some quarter hours anew, from every contribution that touches them. Sealed ones are left alone. */
export function rebuildQuarters(state: State, camera: CameraRecord, touched: ReadonlySet<number>): void {
  const { id: cameraId, sealedBefore } = camera;
  const quarters = new Set([...touched].filter((quarter) => quarter >= (sealedBefore ?? -Infinity)));
  if (quarters.size === 0) return;
  const { start: first, end: last } = spanOfAll(
    [...quarters].map((quarter) => ({ start: quarter, end: quarter })),
  );
  const span = { start: first * QUARTER_MS, end: (last + 1) * QUARTER_MS };
  state.sums.rebuild(cameraId, quarters, [
    ...state.reports.contributionsIn(cameraId, span),
    ...state.history.additionsIn(cameraId, span),
  ]);
}

/** Derives anew what all history adds, except where it reaches into sealed quarter hours. */
export function deriveAll(state: State, camera: CameraRecord): void {
  const start = Math.max(0, sealedUntil(camera));
  const groups = groupsTouching(state, camera.id, [{ start, end: camera.historyEnd ?? start }]);
  deriveGroups(
    state,
    camera,
    groups.filter((group) => group.start >= start),
  );
}

/** Derives anew every group of history windows that the given windows touch. */
function derive(state: State, camera: CameraRecord, windows: readonly Window[]): Settlement[] {
  return deriveGroups(state, camera, groupsTouching(state, camera.id, windows));
}

function deriveGroups(state: State, camera: CameraRecord, groups: readonly Group[]): Settlement[] {
  if (groups.length === 0) return [];
  const span = spanOfAll(groups);
  const liveNear = neighbourhood(state.reports.contributionsIn(camera.id, span));
  const settlements: Settlement[] = [];
  const quarters = new Set<number>();
  for (const group of groups) {
    const near = liveNear(group);
    const heardIn = (quarter: number) => state.sums.row(camera.id, quarter).liveMinutes;
    const sealed = sealedQuarters(camera, group);
    const before = sealed.size === 0 ? [] : state.history.additionsIn(camera.id, group);
    const unsealed = near.map((contribution) => unsealedPart(contribution, camera));
    const merge = mergeHistory(group.facts, unsealed, heardIn, sealedRecords(state, camera, before));
    settlements.push(...merge.settlements);
    for (const { quarter } of quartersOf(group)) quarters.add(quarter);
    state.history.replaceAdditions(camera.id, group, merge.additions);
    state.sums.exchange(camera.id, sealed, before, merge.additions);
  }
  rebuildQuarters(state, camera, quarters);
  return settlements;
}

/**
 * Finds the contributions that overlap a window without looking at all of them for each of many windows.
 * @param byEnd in the order of their ends
 */
function neighbourhood(byEnd: readonly Contribution[]): (window: Window) => Contribution[] {
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

interface Group extends Window {
  facts: HistoryFact[];
}

/** History windows that share a minute, directly or through others, with any of the given windows. */
function groupsTouching(state: State, cameraId: number, windows: readonly Window[]): Group[] {
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

/** Makes one of windows that overlap or touch: a long answer of many items is then one question, not many. */
function joined(windows: Window[]): Window[] {
  const spans: Window[] = [];
  for (const { start, end } of windows.sort((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
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

/** Leaves out windows that pile up on one moment beyond all reason: settling them takes all pairs of them. */
function withoutCrowd(
  state: State,
  camera: CameraRecord,
  facts: readonly StoredItem[],
  at: EpochMs,
): StoredItem[] {
  const known = joined(facts.map(wholeMinutes)).flatMap((span) => state.history.overlapping(camera.id, span));
  const crowded = crowdedOut(known, facts);
  for (const fact of crowded) {
    state.marks.add(at, camera.id, 'value-set-aside', { field: 'data', before: spanOf(fact) });
  }
  return crowded.size === 0 ? [...facts] : facts.filter((fact) => !crowded.has(fact));
}

function spanOfAll(windows: readonly Window[]): Window {
  return {
    start: windows.reduce((least, window) => Math.min(least, window.start), Infinity),
    end: windows.reduce((most, window) => Math.max(most, window.end), -Infinity),
  };
}

function toFact(state: State, camera: CameraRecord, item: HistoryItem, at: EpochMs): StoredItem | null {
  const window = readWindow(item, at, toldTo(camera).uploadInterval, null);
  if (window.end <= window.start || window.isRebuilt) {
    state.marks.add(at, camera.id, 'window-rebuilt', { field: `data[${item.index}]`, after: spanOf(window) });
  }
  if (window.end <= window.start) return null;
  const measures = toMeasures(item.counts).map((value, i) => (i < directionCount ? value : null));
  const limit = largestPossible(window.end - window.start);
  for (const [position, value] of measures.entries()) {
    if (value === null || value <= limit) continue;
    measures[position] = null;
    const field = `data[${item.index}].${measureNames[position]}`;
    state.marks.add(at, camera.id, 'value-set-aside', { field, before: value });
  }
  const { start, end } = window;
  const { avgStayMs } = item;
  return { start, end, sentAt: item.sentAt?.ms ?? null, avgStayMs, measures, isSettled: false };
}

/** Of two statements on one window: the later sent; on a tie the larger figure of each direction. */
function newer(known: StoredItem, next: StoredItem): StoredItem {
  const order = (next.sentAt ?? -Infinity) - (known.sentAt ?? -Infinity);
  if (order > 0 && known.sentAt !== next.sentAt) return next;
  if (order < 0) return known;
  const measures = known.measures.map((value, i) => larger(value, next.measures[i] ?? null));
  const avgStayMs = larger(known.avgStayMs, next.avgStayMs);
  if (avgStayMs === known.avgStayMs && isSame(measures, known.measures)) return known;
  return { ...known, avgStayMs, measures };
}

function larger(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : Math.max(a, b);
}

function markSettlement(state: State, camera: CameraRecord, settlement: Settlement, at: EpochMs): void {
  const window = spanOf(settlement.fact);
  for (let direction = 0; direction < directionCount; direction++) {
    const field = `${measureNames[direction]} ${window}`;
    const recorded = settlement.recorded[direction] ?? 0;
    const told = settlement.fact.measures[direction];
    if ((settlement.added[direction] ?? 0) > 0) {
      state.marks.add(at, camera.id, 'history-used', { field, before: recorded, after: told ?? null });
    } else if (settlement.lower.includes(direction)) {
      state.marks.add(at, camera.id, 'history-lower', { field, before: recorded, after: told ?? null });
    }
  }
}
