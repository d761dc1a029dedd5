import { directionCount, measureNames } from '../counting/measures';
import { rememberReading, stepTo, type Reading } from '../counting/totals';
import type { ReadWindow } from '../counting/window';
import type { FlowMessage } from '../protocol/types';
import type { EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import { refreshHistory } from './history-mode';
import { countersOf, isoOf } from './live-report';
import { contributionOf } from './report-store';
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
  const step = stepTo(previous, next, camera.lastMode === 'Add');
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
      state.marks.add(at, camera.id, 'counter-late', {
        before: isoOf(previous?.end),
        after: isoOf(next.end),
      });
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
  if (step.kind !== 'counted') return false;
  const report = {
    kind: 'step' as const,
    deviceStart: flow.start?.ms ?? null,
    deviceEnd: (flow.end ?? flow.sentAt)?.ms ?? null,
    sentAt: next.sentAt,
    isShifted: window.isShifted,
    ...step.window,
    arrived: at,
    content: '',
    whole: '',
    measures: step.measures,
  };
  state.reports.add(camera.id, report, flow.persons ?? []);
  state.sums.add(camera.id, contributionOf({ ...report, counted: null }));
  state.sums.coverLive(camera.id, step.window);
  refreshHistory(state, camera, [step.window]);
  return true;
}

function describe(reading: Reading): string {
  return reading.counters
    .slice(0, directionCount)
    .map((value, i) => `${measureNames[i]} ${value ?? '–'}`)
    .join(', ');
}
