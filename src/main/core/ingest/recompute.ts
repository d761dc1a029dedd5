import { quartersOf } from '../counting/spread';
import type { CameraRecord } from './camera-record';
import { deriveAll, rebuildQuarters } from './history-mode';
import type { State } from './state';

/**
 * Works out again, from the facts alone, what is derived: what history adds, the sums of every quarter hour
 * whose reports are still there, and which minutes they vouch for. Sealed sums are left as they are.
 */
export function recompute(state: State): void {
  for (const camera of state.cameras.all()) {
    recomputeCamera(state, camera);
    state.sums.ranges.days.remove(camera.id);
  }
}

function recomputeCamera(state: State, camera: CameraRecord): void {
  const from = camera.sealedBefore ?? 0;
  const quarters = new Set<number>();
  const known = 'SELECT quarter FROM quarter WHERE camera_id = ? AND quarter >= ?';
  for (const [quarter] of state.sql.all(known, [camera.id, from])) quarters.add(Number(quarter));
  const windows = 'SELECT start, "end" FROM report WHERE camera_id = ? AND kind <> 3';
  for (const [start, end] of state.sql.all(windows, [camera.id])) {
    const window = { start: Number(start), end: Number(end) };
    for (const { quarter } of quartersOf(window)) if (quarter >= from) quarters.add(quarter);
    state.sums.coverLive(camera.id, window);
  }
  deriveAll(state, camera);
  rebuildQuarters(state, camera, quarters);
  state.sums.touch(camera.id, quarters);
}
