import {
  addInto,
  directionCount,
  noMeasures,
  peopleOf,
  positionOf,
  type Measures,
} from '../counting/measures';
import { countPeopleOnce, type NamingReport } from '../counting/people-once';
import { quartersOf, type Window } from '../counting/spread';
import { SKEW_TOLERANCE_MS } from '../counting/window';
import type { FlowMessage, Person } from '../protocol/types';
import type { EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import { toReport } from './live-report';
import type { ReadWindow } from '../counting/window';
import { rebuildQuarters, refreshHistory } from './history-mode';
import { contributionOf, type NewReport, type StoredReport } from './report-store';
import type { State } from './state';

const directionNames = ['in', 'out', 'passby', 'turnback'] as const;

/** Counts a flow report in Add mode. @returns whether any figure may have changed */
export function applyAdd(
  state: State,
  camera: CameraRecord,
  flow: FlowMessage,
  window: ReadWindow,
  at: EpochMs,
): boolean {
  const report = toReport(state, camera, flow, window, at);
  const same = state.reports
    .withDeviceWindow(camera.id, report.deviceStart, report.deviceEnd)
    .filter((earlier) => !isOtherBoot(earlier, report));
  if (same.some((earlier) => earlier.whole === report.whole)) {
    state.marks.add(at, camera.id, 'resent');
    return false;
  }
  const touched: Window[] = [window];
  if (report.kind === 'interval') {
    const earlier = same.find((candidate) => candidate.kind === 'interval');
    if (earlier?.content === report.content) {
      state.marks.add(at, camera.id, 'resent');
      return false;
    }
    if (earlier) {
      const isNewer = (report.sentAt ?? -Infinity) >= (earlier.sentAt ?? -Infinity);
      const [loser, winner] = isNewer ? [earlier, report] : [report, earlier];
      const [before, after] = [describe(loser.measures), describe(winner.measures)];
      state.marks.add(at, camera.id, 'replaced', { before, after });
      if (!isNewer) return false;
      state.reports.remove(earlier.id);
      touched.push(earlier);
    }
  }
  const id = state.reports.add(camera.id, report, flow.persons ?? []);
  if (report.kind === 'realTime') touched.push(...shareOutPersons(state, camera, id, flow.persons ?? [], at));
  if (touched.length > 1) rebuildQuarters(state, camera.id, quartersTouched(touched));
  else state.sums.add(camera.id, contributionOf({ ...report, counted: null }));
  for (const each of touched) state.sums.coverLive(camera.id, each);
  refreshHistory(state, camera, touched);
  return true;
}

/**
 * A clock that begins at the same wrong date after every power cut prints the same windows again. They are
 * told apart by when they really were.
 */
function isOtherBoot(earlier: StoredReport, report: NewReport): boolean {
  return earlier.isShifted && report.isShifted && Math.abs(earlier.end - report.end) > SKEW_TOLERANCE_MS;
}

/** Persons that other real-time reports name too are counted once. @returns windows whose figures changed */
function shareOutPersons(
  state: State,
  camera: CameraRecord,
  id: number,
  persons: readonly Person[],
  at: EpochMs,
): Window[] {
  const neighbours = new Set(persons.flatMap((person) => state.reports.namingPerson(camera.id, person)));
  neighbours.delete(id);
  if (neighbours.size === 0) return [];
  const affected = new Set([id, ...neighbours]);
  // Who owns a person depends on everyone who names that person: one step further out.
  const all = new Set(affected);
  for (const each of neighbours) {
    for (const person of state.reports.personsOf(each)) {
      for (const other of state.reports.namingPerson(camera.id, person)) all.add(other);
    }
  }
  const reports = [...all].map((each) => state.reports.byId(each)).filter((report) => report !== undefined);
  const naming = reports.map((report) => namingReport(report, state.reports.personsOf(report.id)));
  const figures = countPeopleOnce(naming);
  const changed: Window[] = [];
  for (const [i, report] of reports.entries()) {
    if (!affected.has(report.id)) continue;
    const counted = reduce(report.measures, figures[i] ?? []);
    state.reports.setCounted(report.id, counted);
    changed.push(report);
  }
  state.marks.add(at, camera.id, 'resent', { field: 'eventList' });
  return changed;
}

function namingReport(report: StoredReport, persons: readonly Person[]): NamingReport {
  const keyOf = (person: Person) => `${person.id}/${person.at?.ms}/${person.direction}/${person.isChild}`;
  const timed = persons.filter((person) => person.at !== null);
  return {
    order: [report.sentAt ?? -1, report.deviceStart ?? -1, report.deviceEnd ?? -1, report.whole],
    counts: report.measures.slice(0, directionCount),
    named: directionNames.map((direction) => [
      ...new Set(timed.filter((person) => person.direction === direction).map(keyOf)),
    ]),
  };
}

/** Measures with smaller counts; splits shrink with their direction, stay with the people. `null`: unchanged. */
function reduce(measures: Measures, counts: readonly (number | null)[]): Measures | null {
  if (counts.every((count, i) => count === measures[i])) return null;
  const reduced = noMeasures();
  addInto(reduced, measures);
  for (const [i, direction] of directionNames.entries()) {
    reduced[i] = counts[i] ?? null;
    let over = (measures[i] ?? 0) - (counts[i] ?? 0);
    for (const part of [`${direction}Adult`, `${direction}Child`] as const) {
      const position = positionOf(part);
      const value = reduced[position];
      if (value === null || value === undefined) continue;
      const taken = Math.min(value, over);
      reduced[position] = value - taken;
      over -= taken;
    }
  }
  const staffAt = positionOf('inStaff');
  if (reduced[staffAt] !== null) reduced[staffAt] = Math.min(reduced[staffAt] ?? 0, reduced[0] ?? 0);
  const [before, after] = [peopleOf(measures), peopleOf(reduced)];
  for (const name of ['stayMs', 'stayPeople'] as const) {
    const position = positionOf(name);
    const value = reduced[position];
    if (value !== null && value !== undefined) reduced[position] = Math.round((value * after) / before);
  }
  return reduced;
}

export function quartersTouched(windows: readonly Window[]): Set<number> {
  return new Set(windows.flatMap((window) => quartersOf(window).map(({ quarter }) => quarter)));
}

function describe(measures: Measures): string {
  return directionNames.map((name, i) => `${name} ${measures[i] ?? '–'}`).join(', ');
}
