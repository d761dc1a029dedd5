import type { Contribution } from '../counting/history-merge';
import { directionCount, noMeasures, type Measures } from '../counting/measures';
import { minutesTouched } from '../counting/minutes';
import { QUARTER_MS, quartersOf, type Window } from '../counting/spread';
import { spreadMeasures } from '../counting/spread-measures';
import type { CameraRecord } from './camera-record';
import type { State } from './state';

/*
 * Quarter hours of which the single reports are gone are sealed. Their sums stand for what was reported, can
 * not be added up anew and never shrink. What a camera says of them later counts only where it says more
 * than the sums hold.
 */

/** Everything before this instant is sealed. */
export function sealedUntil({ sealedBefore }: CameraRecord): number {
  return (sealedBefore ?? -Infinity) * QUARTER_MS;
}

/** All of the window is sealed. */
export function isSealed(camera: CameraRecord, { start, end }: Window): boolean {
  const border = sealedUntil(camera);
  return start < border && end <= border;
}

/** Those of the quarter hours that a window touches which are sealed. */
export function sealedQuarters(camera: CameraRecord, window: Window): Set<number> {
  const border = camera.sealedBefore ?? -Infinity;
  if (window.start >= border * QUARTER_MS) return new Set();
  return new Set(quartersOf(window).flatMap(({ quarter }) => (quarter < border ? [quarter] : [])));
}

/** What a contribution counts in quarter hours that are not sealed. */
export function unsealedPart(contribution: Contribution, camera: CameraRecord): Contribution {
  const border = sealedUntil(camera);
  if (contribution.start >= border) return contribution;
  const shares = quartersOf(contribution);
  const parts = spreadMeasures(
    contribution.measures,
    shares.map((share) => share.ms),
  );
  const kept = parts.filter((_, i) => (shares[i]?.quarter ?? 0) * QUARTER_MS >= border);
  return { start: border, end: contribution.end, measures: sumOf(kept) };
}

function sumOf(all: readonly Measures[]): Measures {
  return noMeasures().map((_, position) => {
    const known = all.map((measures) => measures[position] ?? null).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
  });
}

/**
 * What sealed sums hold of a window, per direction, without the additions that are still to be derived. How
 * a sealed quarter hour's people were spread over its minutes is not known any more: all of them count as
 * inside if any minute of the window was heard of. Too much rather than too little, for what is inside is
 * not counted again.
 */
export function sealedRecords(
  state: State,
  camera: CameraRecord,
  additions: readonly Contribution[],
): (window: Window) => number[] {
  const border = camera.sealedBefore ?? -Infinity;
  const added = new Map<number, number[]>();
  for (const addition of additions) {
    const shares = quartersOf(addition);
    const weights = shares.map((share) => share.ms);
    for (const [i, part] of spreadMeasures(addition.measures, weights).entries()) {
      const quarter = shares[i]?.quarter ?? 0;
      const known = added.get(quarter) ?? [];
      added.set(
        quarter,
        part.map((value, position) => (value ?? 0) + (known[position] ?? 0)),
      );
    }
  }
  return (window) => {
    const records = new Array<number>(directionCount).fill(0);
    for (const { quarter, mask } of minutesTouched(window)) {
      if (quarter >= border) break;
      const row = state.sums.row(camera.id, quarter);
      if ((row.liveMinutes & mask) === 0) continue;
      for (let direction = 0; direction < directionCount; direction++) {
        const own = (row.measures[direction] ?? 0) - (added.get(quarter)?.[direction] ?? 0);
        records[direction] = (records[direction] ?? 0) + own;
      }
    }
    return records;
  };
}
