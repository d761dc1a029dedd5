import { mergeHistory, type Settlement } from '../counting/history-merge';
import { directionCount, measureNames } from '../counting/measures';
import { QUARTER_MS, quartersOf, type Window } from '../counting/spread';
import { spanOfAll } from '../counting/windows';
import type { HistoryMessage } from '../protocol/types';
import type { EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import { groupsTouching, neighbourhood, wholeMinutes, type Group } from './history-groups';
import { factsOf, newer } from './history-items';
import type { StoredItem } from './history-store';
import { spanOf } from './live-report';
import { sealedQuarters, sealedRecords, sealedUntil, unsealedPart } from './sealed';
import type { State } from './state';

/** Windows of one message that leave marks: a list without end must not push out all others. */
const MOST_MARKED = 100;

/** Keeps what the camera says of the past, and derives what it adds. @returns whether a figure may have changed */
export function applyHistory(
  state: State,
  camera: CameraRecord,
  message: HistoryMessage,
  at: EpochMs,
): Window[] {
  const facts = factsOf(state, camera, message, at);
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
  for (const settlement of settlements.slice(0, MOST_MARKED)) markSettlement(state, camera, settlement, at);
  return settlements.some(({ added }) => added.some((people) => people > 0));
}

/** Something live changed: what history adds around it may have, too. */
export function refreshHistory(state: State, camera: CameraRecord, windows: readonly Window[]): void {
  const end = camera.historyEnd;
  if (end === null) return;
  const near = windows.map(wholeMinutes).filter((window) => window.start < end);
  if (near.length > 0) derive(state, camera, near);
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
