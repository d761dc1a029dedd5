import type { DataMode } from '#shared/domain';
import type { FlowMessage } from '../protocol/types';
import { toldTo, type CameraRecord } from './camera-record';
import { deviceWindowOf, wholeOf } from './live-report';
import type { State } from './state';

/**
 * Whether a report's figures are counts or counters: what its body says, else how it was read when it came
 * before, else what the camera was told. A re-send that is late for a change of mode would otherwise put a
 * lifetime's counters into the counts, or the counts in the place of the counters.
 */
export function modeOf(state: State, camera: CameraRecord, flow: FlowMessage): DataMode {
  if (flow.mode !== null) return flow.mode;
  const { dataMode } = toldTo(camera);
  // Most cameras never leave Add, and need not be looked up for it.
  if (dataMode === 'Add' && camera.reading === null) return 'Add';
  return modeBefore(state, camera, flow) ?? dataMode;
}

/** How the same message was read when it came before; `null` if it did not. */
export function modeBefore(state: State, camera: CameraRecord, flow: FlowMessage): DataMode | null {
  const { deviceStart, deviceEnd } = deviceWindowOf(flow);
  const whole = wholeOf(flow);
  const earlier = state.reports
    .withDeviceWindow(camera.id, deviceStart, deviceEnd)
    .find((report) => report.whole === whole);
  if (!earlier) return null;
  return earlier.kind === 'step' ? 'Total' : 'Add';
}
