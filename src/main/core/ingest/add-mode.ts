import { countingVersion } from '../counting/interval-report';
import { directionCount, directionNames, type Measures } from '../counting/measures';
import { quartersOf, type Window } from '../counting/spread';
import type { ReadWindow } from '../counting/window';
import type { FlowMessage } from '../protocol/types';
import type { EpochMs } from '../types';
import { areOfOneBoot, isOtherBoot } from './boots';
import type { CameraRecord } from './camera-record';
import { rebuildQuarters, refreshHistory, takeFacts } from './history-mode';
import { spanOf, toReport } from './live-report';
import { contributionOf, type NewReport, type StoredReport } from './report';
import { shareOutPersons } from './shared-persons';
import { isSealed, sealedQuarters } from './sealed';
import type { State } from './state';

/**
 * So many different reports may print one window: ten people a second, each in a real-time report of their own, for
 * a minute. Each that comes is compared with all of them.
 */
const MOST_ON_ONE_WINDOW = 600;

/** Counts a flow report in Add mode. @returns whether any figure may have changed */
export function applyAdd(
  state: State,
  camera: CameraRecord,
  flow: FlowMessage,
  window: ReadWindow,
  at: EpochMs,
): boolean {
  const report = toReport(state, camera, flow, window, at);
  const setAside = () => {
    state.marks.add(at, camera.id, 'value-set-aside', { field: 'startTime', before: spanOf(window) });
    return false;
  };
  // Once more than enough came of a window, the others need not even be compared.
  if (state.fullWindows.has(camera.id, report) && !isSealed(camera, window)) return setAside();
  const alike = state.reports.withDeviceWindow(camera.id, report.deviceStart, report.deviceEnd);
  const same = alike.filter((earlier) => !isOtherBoot(earlier, report));
  if (same.some((earlier) => isResent(earlier, report))) {
    state.marks.add(at, camera.id, 'resent');
    return false;
  }
  if (alike.length >= MOST_ON_ONE_WINDOW) {
    state.fullWindows.add(camera.id, report);
    return setAside();
  }
  if (isSealed(camera, window)) return applyLate(state, camera, report, flow, at);
  // What came late from before the newest counters does not make them worthless.
  if (camera.reading === null || window.end > camera.reading.end) camera.lastMode = 'Add';
  const sealed = sealedQuarters(camera, window);
  const before = sealed.size === 0 ? [] : state.reports.contributionsIn(camera.id, window);
  const stored = state.reports.add(camera.id, report, flow.persons ?? []);
  const affected =
    report.kind === 'realTime'
      ? shareOutPersons(state, camera, stored, flow.persons ?? [], at)
      : chooseVersions(state, camera, [...alike, stored], at);
  if (affected.length > 0) {
    rebuildQuarters(state, camera, quartersTouched([window, ...affected]));
    const after = sealed.size === 0 ? [] : state.reports.contributionsIn(camera.id, window);
    state.sums.exchange(camera.id, sealed, before, after);
  } else state.sums.add(camera.id, contributionOf(stored));
  state.sums.coverLive(camera.id, window);
  refreshHistory(state, camera, [window, ...affected]);
  return true;
}

/**
 * The reports of that time are gone, so it cannot be told whether this one came before. It is read as what
 * a camera says from its memory: it counts as far as it says more than was recorded.
 */
function applyLate(
  state: State,
  camera: CameraRecord,
  { start, end, sentAt, measures }: NewReport,
  { avgStayMs }: FlowMessage,
  at: EpochMs,
): boolean {
  const directions = measures.map((value, i) => (i < directionCount ? value : null));
  const window = { start, end: Math.max(end, start + 1) };
  const fact = { ...window, sentAt, avgStayMs, measures: directions, isSettled: false };
  const hasAdded = takeFacts(state, camera, [fact], at);
  if (!hasAdded) state.marks.add(at, camera.id, 'resent');
  return hasAdded;
}

function isVersion({ kind }: NewReport): boolean {
  return kind === 'interval' || kind === 'uncounted';
}

function isResent(earlier: StoredReport, report: NewReport): boolean {
  if (earlier.whole === report.whole) return true;
  const areVersions = isVersion(earlier) && isVersion(report);
  return areVersions && earlier.content === report.content && earlier.sentAt === report.sentAt;
}

/**
 * Only one of the interval reports on a window counts; the others are kept so that they are known when they
 * come again. @param alike all that print the window, in order of arrival
 * @returns windows whose figures changed, other than that of a first report
 */
function chooseVersions(
  state: State,
  camera: CameraRecord,
  alike: readonly StoredReport[],
  at: EpochMs,
): Window[] {
  const versions = alike.filter(isVersion);
  const newest = versions.at(-1);
  if (!newest || versions.length === 1) return [];
  const counting = countingVersions(versions);
  const changed = versions.filter((version) => (version.kind === 'interval') !== counting.has(version));
  for (const version of changed) {
    state.reports.setKind(version.id, counting.has(version) ? 'interval' : 'uncounted');
  }
  const before = versions.find(
    (version) => version.kind === 'interval' && version !== newest && !isOtherBoot(version, newest),
  );
  if (before) markVersions(state, camera, before, newest, !counting.has(before), at);
  return changed;
}

/** A report on the camera's printed time may stand beside those of two boots, which do not concern each other. */
function countingVersions(versions: readonly StoredReport[]): Set<StoredReport | undefined> {
  if (areOfOneBoot(versions)) return new Set([countingVersion(versions)]);
  return new Set(
    versions.filter((version) => {
      const rivals = versions.filter((other) => !isOtherBoot(other, version));
      return countingVersion(rivals) === version;
    }),
  );
}

function markVersions(
  state: State,
  camera: CameraRecord,
  before: StoredReport,
  newest: StoredReport,
  isReplaced: boolean,
  at: EpochMs,
): void {
  if (newest.content === before.content) {
    state.marks.add(at, camera.id, 'resent');
    return;
  }
  const [loser, winner] = isReplaced ? [before, newest] : [newest, before];
  const [old, now] = [describe(loser.measures), describe(winner.measures)];
  state.marks.add(at, camera.id, 'replaced', { before: old, after: now });
}

function quartersTouched(windows: readonly Window[]): Set<number> {
  return new Set(windows.flatMap((window) => quartersOf(window).map(({ quarter }) => quarter)));
}

function describe(measures: Measures): string {
  return directionNames.map((name, i) => `${name} ${measures[i] ?? '–'}`).join(', ');
}
