import type { ParsedParams } from '#shared/contract';
import { directions, type Counts } from '#shared/domain';
import { addCounts, unknownCounts } from '#shared/metrics';
import { tell, type SentenceId } from '#shared/sentences';
import { apportion, QUARTER_MS, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { CorrectionRecord } from '../ingest/correction-store';
import type { State } from '../ingest/state';
import { countedIn } from '../queries/corrected';
import { siteOf } from '../queries/context';
import { chainOf } from '../queries/doors';
import { resolveInstant } from '../time/calendar';
import type { EpochMs } from '../types';
import { noCamera, type Commands } from './command-types';

/** A month, and the hour by which one with a change of clocks is longer. */
const LONGEST_MS = (31 * 24 + 1) * 3_600_000;

export const correctionCommands: Commands<'corrections.put' | 'corrections.remove'> = {
  'corrections.put': (state, params, at) => {
    const camera = state.cameras.find(params.camera);
    if (!camera) return noCamera(params.camera);
    const context = { state, now: at };
    const { timeZone } = siteOf(context, camera);
    const window = {
      start: resolveInstant(timeZone, params.from),
      end: resolveInstant(timeZone, params.to),
    };
    const problem = problemOf(window, params, at);
    if (problem !== null) return { ok: false, reason: 'invalid', ...tell(problem) };
    const door = chainOf(context, camera);
    const touching = holdingIn(state, door, window);
    if (touching.some(({ start, end }) => start !== window.start || end !== window.end)) {
      return { ok: false, reason: 'conflict', ...tell('corrected-already') };
    }
    for (const { id } of touching) state.corrections.takeBack(id, at);
    const correction = { ...window, sn: camera.sn, why: params.why, by: 'owner' as const, at };
    const parts = sharesOf(state, door, window, params, at);
    return { ok: true, camera, correction: state.corrections.add(correction, parts) };
  },

  'corrections.remove': (state, { id }, at) => {
    const correction = state.corrections.find(id);
    if (!correction) return { ok: false, reason: 'not-found', message: 'There is no such correction.' };
    if (correction.takenBackAt === null) state.corrections.takeBack(id, at);
    return { ok: true, correction: { ...correction, takenBackAt: correction.takenBackAt ?? at } };
  },
};

function problemOf(
  { start, end }: Window,
  stated: ParsedParams<'corrections.put'>,
  at: EpochMs,
): SentenceId | null {
  if (end <= start) return 'time-reversed';
  if (start % QUARTER_MS !== 0 || end % QUARTER_MS !== 0) return 'not-quarter';
  if (end - start > LONGEST_MS) return 'correction-too-long';
  // What goes on is counted on: a figure for it would be wrong with the next visitor.
  if (end > at) return 'not-over';
  return directions.every((name) => stated[name] === null) ? 'no-figure' : null;
}

/** Corrections that hold and touch a window, of any camera of a door. */
function holdingIn(state: State, door: readonly CameraRecord[], window: Window): CorrectionRecord[] {
  const ids = new Set(
    door.flatMap(({ id }) => state.corrections.holding(id, window).map((part) => part.correctionId)),
  );
  return [...ids].map((id) => state.corrections.find(id)).filter((found) => found !== null);
}

/**
 * The stated figures, shared out over the cameras of a door as they counted: so they stay with whoever counted
 * when a replacement is undone.
 */
function sharesOf(
  state: State,
  door: readonly CameraRecord[],
  window: Window,
  stated: Counts,
  at: EpochMs,
): Map<number, Counts> {
  const counted = door.map((camera) =>
    [...countedIn({ state, now: at }, camera, window).values()].reduce(addCounts, unknownCounts),
  );
  const shares = door.map<Counts>(() => ({ ...unknownCounts }));
  for (const name of directions) {
    const figure = stated[name];
    if (figure === null) continue;
    const parts = apportion(
      figure,
      counted.map((each) => each[name] ?? 0),
    );
    for (const [i, share] of shares.entries()) share[name] = parts[i] ?? 0;
  }
  return new Map(door.map((camera, i) => [camera.id, shares[i] ?? unknownCounts]));
}
