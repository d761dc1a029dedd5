import { directionCount, measureNames, noMeasures } from '../counting/measures';
import type { Window } from '../counting/spread';
import { fitsAt, rememberReading, stepTo, type Reading, type Step } from '../counting/totals';
import { isBelievable, type ReadWindow } from '../counting/window';
import type { FlowMessage } from '../protocol/types';
import type { EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import { refreshHistory } from './history-mode';
import { countersOf, deviceWindowOf, isoOf, wholeOf } from './live-report';
import { modeBefore } from './mode';
import type { State } from './state';

/** Counts a flow report in Total mode. @returns whether any figure may have changed */
export function applyTotal(
  state: State,
  camera: CameraRecord,
  flow: FlowMessage,
  window: ReadWindow,
  at: EpochMs,
): boolean {
  const next: Reading = { end: window.end, sentAt: flow.sentAt?.ms ?? null, counters: countersOf(flow) };
  const previous = camera.reading;
  const step = stepOf(state, camera, flow, next, window, at);
  switch (step.kind) {
    case 'baseline':
      state.marks.add(at, camera.id, camera.lastMode === 'Add' ? 'mode-changed' : 'counter-started', {
        after: describe(next),
      });
      break;
    case 'resent':
      state.marks.add(at, camera.id, 'resent');
      return false;
    case 'late':
      if (modeBefore(state, camera, flow) !== null) {
        state.marks.add(at, camera.id, 'resent');
        return false;
      }
      state.marks.add(at, camera.id, 'counter-late', {
        before: isoOf(previous?.end),
        after: isoOf(next.end),
      });
      remember(state, camera, flow, { start: next.end, end: next.end }, window, at);
      return false;
    case 'counted':
      if (step.hasRestarted) {
        state.marks.add(at, camera.id, 'counter-restarted', {
          before: previous ? describe(previous) : null,
          after: describe(next),
        });
      }
      for (const position of step.setAside) {
        const before = next.counters[position] ?? null;
        state.marks.add(at, camera.id, 'value-set-aside', { field: measureNames[position] ?? '', before });
      }
  }
  camera.reading = rememberReading(previous, next, step);
  camera.lastMode = 'Total';
  state.cameras.change(camera);
  if (step.kind !== 'counted') {
    remember(state, camera, flow, { start: next.end, end: next.end }, window, at);
    return false;
  }
  remember(state, camera, flow, step.window, window, at, step.measures);
  state.sums.add(camera.id, { ...step.window, measures: step.measures });
  state.sums.coverLive(camera.id, step.window);
  refreshHistory(state, camera, [step.window]);
  return true;
}

/** The step of a reading, unless it is an old one that only seems to be new: it lies on the camera's wrong clock. */
function stepOf(
  state: State,
  camera: CameraRecord,
  flow: FlowMessage,
  next: Reading,
  { isShifted }: ReadWindow,
  at: EpochMs,
): Step {
  const step = stepTo(inReach(camera.reading, next, at), next, camera.lastMode === 'Add');
  const { deviceEnd } = deviceWindowOf(flow);
  const isInDoubt = step.kind === 'counted' && step.hasRestarted && isShifted;
  if (!isInDoubt || camera.reading === null || deviceEnd === null) return step;
  const since = state.reports.stepsEndingAfter(camera.id, deviceEnd);
  return fitsAt(deviceEnd, next.counters, camera.reading, since) ? { kind: 'late' } : step;
}

/**
 * A reading of a time that nobody believes yet is from a clock of ours that was ahead. What it counted stands, and
 * only its `time` says whether another came after it: else nothing would be counted until that time comes.
 */
function inReach(reading: Reading | null, next: Reading, at: EpochMs): Reading | null {
  if (reading === null || isBelievable({ ms: reading.end, fitsUnit: true }, at)) return reading;
  return { ...reading, end: next.end };
}

/** Keeps what a reading counted, and one that counted nothing: sent again, it must be known for a counter. */
function remember(
  state: State,
  camera: CameraRecord,
  flow: FlowMessage,
  counted: Window,
  { isShifted }: ReadWindow,
  at: EpochMs,
  measures = noMeasures(),
): void {
  const report = {
    kind: 'step' as const,
    ...deviceWindowOf(flow),
    sentAt: flow.sentAt?.ms ?? null,
    isShifted,
    start: counted.start,
    end: counted.end,
    arrived: at,
    content: '',
    whole: wholeOf(flow),
    measures,
  };
  state.reports.add(camera.id, report, flow.persons ?? []);
}

function describe(reading: Reading): string {
  return reading.counters
    .slice(0, directionCount)
    .map((value, i) => `${measureNames[i]} ${value ?? '–'}`)
    .join(', ');
}
