import type { RefusalReason } from '#shared/domain';
import type { EpochMs } from '../types';
import { isThisComputer } from '../this-computer';
import type { CameraRecord } from './camera-record';
import type { State } from './state';

/** Past this many unnamed cameras somebody is making serials up. */
const MOST_NEW_CAMERAS = 200;
/** Of which one device may have brought so many: whoever does leaves room for a real one elsewhere. */
const MOST_NEW_FROM_ONE = 100;

/** Of the demo camera; it cannot be that of a real one, which has digits only. */
export const DEMO_SERIAL = 'DEMO-CAMERA';

export type Admission =
  | { ok: true; camera: CameraRecord; isNew: boolean }
  | { ok: false; reason: RefusalReason; message: string };

/**
 * Who may report. A serial seen for the first time is registered by itself, so that its data is counted
 * while the owner has yet to name it, unless the owner lets in only cameras that were added.
 */
export function admit(state: State, sn: string, at: EpochMs, address = ''): Admission {
  const camera = state.cameras.find(sn);
  if (camera?.state === 'blocked') {
    return { ok: false, reason: 'blocked-camera', message: 'This camera is blocked in Foyer.' };
  }
  if (camera) return { ok: true, camera, isNew: false };
  if (sn === DEMO_SERIAL) {
    // It ended while this was on its way; it must not come back as a camera of the shop.
    return { ok: false, reason: 'unknown-camera', message: 'The demo camera has ended.' };
  }
  if (state.settings.get().acceptCameras === 'added') {
    return {
      ok: false,
      reason: 'unknown-camera',
      message: 'This serial number is not known. Add it in Foyer first.',
    };
  }
  if (isCrowded(state, address)) {
    const message = 'Too many cameras without a name. Name or block some in Foyer first.';
    return { ok: false, reason: 'too-many-new-cameras', message };
  }
  const added = state.cameras.add(sn, state.sites.first().id, 'new', at);
  state.marks.add(at, added.id, 'new-camera', { after: sn });
  return { ok: true, camera: added, isNew: true };
}

function isCrowded({ cameras }: State, address: string): boolean {
  const unnamed = cameras.all().filter(({ state }) => state === 'new');
  if (unnamed.length >= MOST_NEW_CAMERAS) return true;
  // The simulator is a whole fleet on this computer.
  if (isThisComputer(address)) return false;
  return unnamed.filter((camera) => camera.address === address).length >= MOST_NEW_FROM_ONE;
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
