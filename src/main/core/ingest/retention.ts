import { QUARTER_MS, quarterOf } from '../counting/spread';
import type { EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import type { State } from './state';

const DAY_MS = 24 * 60 * 60_000;

/**
 * At most so much of the past goes at once. Years pass in a second when a computer's clock is set wrong,
 * and everything would be gone before anybody sets it right.
 */
const MOST_AT_ONCE_MS = 4 * DAY_MS;

/** Cameras send what is up to 90 days old; so long an item is still known when it comes again. */
const ITEMS_KNOWN_FOR_MS = 100 * DAY_MS;

/** Whether {@link applyRetention} would remove anything. */
export function isRetentionDue(state: State, before: EpochMs): boolean {
  return state.cameras.all().some((camera) => (oldestEnd(state, camera) ?? Infinity) <= before);
}

/**
 * Removes single reports and person events whose time lies before an instant, and seals the quarter hours
 * they were counted in. No figure changes.
 */
export function applyRetention(state: State, before: EpochMs): void {
  for (const camera of state.cameras.all()) seal(state, camera, before);
}

/** The same for one camera, of which more has come than there is room for. */
export function cutShort(state: State, camera: CameraRecord, before: EpochMs, at: EpochMs): void {
  state.marks.add(at, camera.id, 'too-many-reports', { after: new Date(before).toISOString() });
  seal(state, camera, before);
}

function seal(state: State, camera: CameraRecord, before: EpochMs): void {
  const oldest = oldestEnd(state, camera);
  if (oldest === null || oldest > before) return;
  const border = quarterOf(Math.min(before, oldest + MOST_AT_ONCE_MS)) * QUARTER_MS;
  const newest = state.reports.removeUntil(camera.id, border);
  if (newest === null) return;
  // Only up to where there were reports: what comes late for a gap before that finds nothing sealed.
  camera.sealedBefore = Math.max(camera.sealedBefore ?? 0, Math.ceil(newest / QUARTER_MS));
  const until = camera.sealedBefore * QUARTER_MS;
  // What history added is in the sums for good, and the minutes it told of are as good as heard.
  for (const window of state.history.settleUntil(camera.id, until)) state.sums.coverLive(camera.id, window);
  state.history.forgetSettled(camera.id, before - ITEMS_KNOWN_FOR_MS);
  state.cameras.change(camera);
}

/** End of the earliest window there is a report of. */
function oldestEnd({ sql }: State, camera: CameraRecord): EpochMs | null {
  const oldest = sql.get('SELECT min("end") FROM report WHERE camera_id = ?', [camera.id])?.[0];
  return typeof oldest === 'number' ? oldest : null;
}
