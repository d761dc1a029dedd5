import type { RefusalReason } from '#shared/domain';
import type { EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import type { State } from './state';

/** Past this many unnamed cameras somebody is making serials up. */
const MOST_NEW_CAMERAS = 200;

export type Admission =
  { ok: true; camera: CameraRecord; isNew: boolean } | { ok: false; reason: RefusalReason; message: string };

/**
 * Who may report. A serial seen for the first time is registered by itself, so that its data is counted
 * while the owner has yet to name it, unless the owner lets in only cameras that were added.
 */
export function admit(state: State, sn: string, at: EpochMs): Admission {
  const camera = state.cameras.find(sn);
  if (camera?.state === 'blocked') {
    return { ok: false, reason: 'blocked-camera', message: 'This camera is blocked in Foyer.' };
  }
  if (camera) return { ok: true, camera, isNew: false };
  if (state.settings.get().acceptCameras === 'added') {
    return {
      ok: false,
      reason: 'unknown-camera',
      message: 'This serial number is not known. Add it in Foyer first.',
    };
  }
  if (state.cameras.countNew() >= MOST_NEW_CAMERAS) {
    const message = 'Too many cameras without a name. Name or block some in Foyer first.';
    return { ok: false, reason: 'too-many-new-cameras', message };
  }
  const added = state.cameras.add(sn, state.sites.first().id, 'new', at);
  state.marks.add(at, added.id, 'new-camera', { after: sn });
  return { ok: true, camera: added, isNew: true };
}

/**
 * The camera of a message that was accepted once. Whatever the settings say now, or could not be read of
 * them: it counts.
 */
export function readmit(state: State, sn: string, at: EpochMs): CameraRecord {
  const admission = admit(state, sn, at);
  if (admission.ok) return admission.camera;
  return state.cameras.find(sn) ?? state.cameras.add(sn, state.sites.first().id, 'new', at);
}
