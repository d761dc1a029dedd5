import { chainedOut } from '../counting/chain';
import { crowdedOut } from '../counting/crowd';
import { directionCount, isSame, measureNames, toMeasures } from '../counting/measures';
import { largestPossible, readWindow } from '../counting/window';
import { joined } from '../counting/windows';
import type { HistoryItem, HistoryMessage } from '../protocol/types';
import type { EpochMs } from '../types';
import { toldTo, type CameraRecord } from './camera-record';
import { groupsTouching, wholeMinutes } from './history-groups';
import type { StoredItem } from './history-store';
import { spanOf } from './live-report';
import type { State } from './state';

/** Windows of one message that leave marks of a kind: a list without end must not push out all other marks. */
export const MOST_MARKED = 1000;

/** What a message tells of the past, as far as it can be used; the rest leaves a mark. */
export function factsOf(
  state: State,
  camera: CameraRecord,
  message: HistoryMessage,
  at: EpochMs,
): StoredItem[] {
  const told = message.items.flatMap((item) => toFact(state, camera, item, at) ?? []);
  return withoutCrowd(state, camera, told, at);
}

/** Of two statements on one window: the later sent; on a tie the larger figure of each direction. */
export function newer(known: StoredItem, next: StoredItem): StoredItem {
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

/**
 * Leaves out windows that pile up on one moment, or hang together, beyond all reason: settling them takes all
 * pairs of the first, and all of the second whenever one changes.
 */
function withoutCrowd(
  state: State,
  camera: CameraRecord,
  facts: readonly StoredItem[],
  at: EpochMs,
): StoredItem[] {
  const known = joined(facts.map(wholeMinutes)).flatMap((span) => state.history.overlapping(camera.id, span));
  const crowded = crowdedOut(known, facts);
  const apart = facts.filter((fact) => !crowded.has(fact));
  const near = groupsTouching(state, camera.id, apart).flatMap((group) => group.facts);
  const chained = chainedOut(near, apart, wholeMinutes);
  for (const fact of [...crowded, ...chained].slice(0, MOST_MARKED)) {
    state.marks.add(at, camera.id, 'value-set-aside', { field: 'data', before: spanOf(fact) });
  }
  return chained.size === 0 ? apart : apart.filter((fact) => !chained.has(fact));
}
