import { hash } from 'node:crypto';
import { directionCount, measureNames, setStay, toMeasures, type Measures } from '../counting/measures';
import { splitByPersons } from '../counting/splits';
import { largestPossible, readWindow, type ReadWindow } from '../counting/window';
import type { FlowMessage } from '../protocol/types';
import type { EpochMs } from '../types';
import { toldTo, type CameraRecord } from './camera-record';
import type { NewReport } from './report';
import type { State } from './state';

const REAL_TIME_WINDOW_MS = 60_000;

/** The window of a flow report; marks it where the camera's own times did not do. */
export function windowOf(state: State, camera: CameraRecord, flow: FlowMessage, at: EpochMs): ReadWindow {
  const window = readWindow(flow, at, toldTo(camera).uploadInterval, camera.skewMs);
  if (window.isRebuilt) {
    const given = `${isoOf(flow.start?.ms)}/${isoOf(flow.end?.ms)}`;
    state.marks.add(at, camera.id, 'window-rebuilt', { before: given, after: spanOf(window) });
  }
  if (window.isShifted) {
    const given = isoOf((flow.end ?? flow.sentAt)?.ms);
    state.marks.add(at, camera.id, 'clock-shifted', { before: given, after: isoOf(window.end) });
  }
  return window;
}

/**
 * A flow report in Add mode, ready to be compared and stored: impossible counts set aside, adults and
 * children told apart, with the digests by which a re-send is known.
 */
export function toReport(
  state: State,
  camera: CameraRecord,
  flow: FlowMessage,
  window: ReadWindow,
  at: EpochMs,
): NewReport {
  const given = toMeasures(flow.counts);
  const measures = [...given];
  const limit = largestPossible(window.end - window.start);
  for (const [position, value] of given.entries()) {
    if (value === null || value <= limit) continue;
    measures[position] = null;
    const field = measureNames[position] ?? '';
    state.marks.add(at, camera.id, 'value-set-aside', { field, before: value });
  }
  splitByPersons(measures, flow.persons, state.settings.get().childHeightCm);
  setStay(measures, flow.avgStayMs);
  const { deviceStart, deviceEnd } = deviceWindowOf(flow);
  const content = contentText(given, flow);
  const isMinute =
    deviceStart === null || deviceEnd === null || deviceEnd - deviceStart <= REAL_TIME_WINDOW_MS;
  return {
    kind: toldTo(camera).uploadInterval === 0 && isMinute ? 'realTime' : 'interval',
    deviceStart,
    deviceEnd,
    sentAt: flow.sentAt?.ms ?? null,
    isShifted: window.isShifted,
    start: window.start,
    end: window.end,
    arrived: at,
    content: digest(content),
    whole: digest(wholeText(content, flow)),
    measures,
  };
}

/** Digest of all that a report says besides its window: with the same one it is the same message again. */
export function wholeOf(flow: FlowMessage): string {
  return digest(wholeText(contentText(toMeasures(flow.counts), flow), flow));
}

/** What the digests are of: lists in JSON, the second one beginning like the first. */
function contentText(counts: Measures, { avgStayMs }: FlowMessage): string {
  return JSON.stringify([...counts, avgStayMs]);
}

function wholeText(content: string, { sentAt, persons }: FlowMessage): string {
  return `${content.slice(0, -1)},${JSON.stringify(sentAt?.ms ?? null)},${JSON.stringify(persons)}]`;
}

/** The times that identify a report's window, as the camera gave them. */
export function deviceWindowOf(flow: FlowMessage): {
  deviceStart: EpochMs | null;
  deviceEnd: EpochMs | null;
} {
  return { deviceStart: flow.start?.ms ?? null, deviceEnd: (flow.end ?? flow.sentAt)?.ms ?? null };
}

/** The four counters of a report in Total mode. */
export function countersOf(flow: FlowMessage): Measures {
  return toMeasures(flow.counts).slice(0, directionCount);
}

export function isoOf(ms: EpochMs | null | undefined): string {
  if (ms === null || ms === undefined) return '–';
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? String(ms) : date.toISOString();
}

export function spanOf(window: { start: EpochMs; end: EpochMs }): string {
  return `${isoOf(window.start)}/${isoOf(window.end)}`;
}

function digest(text: string): string {
  return hash('sha1', text, 'base64').slice(0, 16);
}
