import type { HistoryRequestSetting } from '#shared/domain';
import type { EpochMs } from '../types';
import { overlaps, type Window } from './spread';

/** How often a window is asked for before it is given up. */
const MOST_REQUESTS = 3;
/** Gaps remembered at once; older ones give way. */
const MOST_GAPS = 50;
/** Cameras keep about 90 days. */
const MEMORY_MS = 90 * 24 * 60 * 60_000;

export interface PendingGap extends Window {
  /** Times it was asked for. */
  asked: number;
}

/** What a camera is still to be asked for. Kept with the camera, so it survives a restart. */
export interface RequestState {
  /** Oldest first. */
  gaps: PendingGap[];
  /** The camera has answered a request once: it can. */
  hasAnswered: boolean;
  /** The owner pressed the button: ask although the camera has never answered. */
  isOwnerAsking: boolean;
}

export const noRequest: RequestState = { gaps: [], hasAnswered: false, isOwnerAsking: false };

/** A stretch of silence has ended and its minutes are missing. */
export function rememberGap(state: RequestState, gap: Window): RequestState {
  const gaps = [...state.gaps, { ...gap, asked: 0 }].slice(-MOST_GAPS);
  return { ...state, gaps };
}

export type NextRequest =
  | { kind: 'none'; state: RequestState; givenUp: Window[] }
  | { kind: 'ask'; state: RequestState; window: Window; givenUp: Window[] };

/**
 * What to put into a heartbeat reply. One window at a time, the oldest; after three requests without an
 * answer it is given up and the next one's turn comes.
 *
 * @param isStillMissing whether any minute of the window is still uncovered; late reports may have filled it
 */
export function nextRequest(
  state: RequestState,
  setting: HistoryRequestSetting,
  now: EpochMs,
  isStillMissing: (gap: Window) => boolean,
): NextRequest {
  const mayAsk =
    setting === 'auto' ? state.hasAnswered || state.isOwnerAsking : setting === 'ask' && state.isOwnerAsking;
  const remembered = state.gaps.filter((gap) => gap.end > now - MEMORY_MS && isStillMissing(gap));
  const givenUp: Window[] = [];
  if (!mayAsk) return { kind: 'none', state: { ...state, gaps: remembered }, givenUp };
  while (remembered[0] && remembered[0].asked >= MOST_REQUESTS) {
    const { start, end } = remembered.shift() as PendingGap;
    givenUp.push({ start, end });
  }
  const [gap, ...rest] = remembered;
  if (!gap) return { kind: 'none', state: { ...state, gaps: [], isOwnerAsking: false }, givenUp };
  const gaps = [{ ...gap, asked: gap.asked + 1 }, ...rest];
  return { kind: 'ask', state: { ...state, gaps }, window: { start: gap.start, end: gap.end }, givenUp };
}

/**
 * The camera sent history. Gaps that were asked for and that it overlaps are answered; so is the one asked
 * for if the list is empty, since then the camera has nothing.
 */
export function takeAnswer(
  state: RequestState,
  items: readonly Window[],
): { state: RequestState; answered: PendingGap[]; isEmpty: boolean } {
  const isAnswer = (gap: PendingGap) =>
    gap.asked > 0 && (items.length === 0 || items.some((item) => overlaps(item, gap)));
  const answered = state.gaps.filter(isAnswer);
  const gaps = state.gaps.filter((gap) => !isAnswer(gap));
  const hasAnswered = state.hasAnswered || answered.length > 0;
  const isOwnerAsking = state.isOwnerAsking && gaps.length > 0;
  return { state: { gaps, hasAnswered, isOwnerAsking }, answered, isEmpty: items.length === 0 };
}
