import type { Window } from '../counting/spread';
import type { EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import type { State } from './state';

const HOUR_MS = 60 * 60_000;
/** What is older is sent again after an outage, and may come as fast as it can. */
const RECENT_MS = 2 * HOUR_MS;
/** Reports in an hour. A camera sends one a minute, or one for each person; nobody has a person a second all the time. */
const MOST_IN_AN_HOUR = 3600;

/** Reports of what has just happened, by the hour in which they came. */
export interface Traffic {
  hour: number;
  reports: number;
}

/** Counts one more report of a window; marks a camera that sends far more than a camera can. */
export function noteTraffic(state: State, camera: CameraRecord, window: Window, at: EpochMs): void {
  if (at - window.end > RECENT_MS) return;
  const hour = Math.floor(at / HOUR_MS);
  const reports = camera.traffic?.hour === hour ? camera.traffic.reports + 1 : 1;
  camera.traffic = { hour, reports };
  if (reports === MOST_IN_AN_HOUR + 1) state.marks.add(at, camera.id, 'too-many-reports');
}

/** Whether a camera has sent far more than a camera can, in this hour or the last. */
export function isFlooding({ traffic }: CameraRecord, now: EpochMs): boolean {
  if (!traffic || traffic.reports <= MOST_IN_AN_HOUR) return false;
  return Math.floor(now / HOUR_MS) - traffic.hour <= 1;
}
