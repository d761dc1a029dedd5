import type { Counts } from '#shared/domain';
import { SILENCE_MS } from '../counting/minutes';
import type { CameraRecord } from '../ingest/camera-record';
import type { SiteRecord } from '../ingest/site-store';
import type { State } from '../ingest/state';
import type { EpochMs } from '../types';

/** What every query needs: the state, and the one moment that "now" means throughout it. */
export interface QueryContext {
  state: State;
  now: EpochMs;
  /** Today's counts per camera, for as long as nothing changes: summaries of a camera and of its site both need them. */
  todaysCounts?: Map<number, Counts>;
}

export function isOnline(camera: CameraRecord, now: EpochMs): boolean {
  return camera.lastSeen !== null && now - camera.lastSeen <= SILENCE_MS;
}

export function siteOf({ state }: QueryContext, camera: CameraRecord): SiteRecord {
  return state.sites.find(camera.siteId) ?? state.sites.first();
}
