import {
  addInto,
  directionCount,
  directionNames,
  type Measures,
  noMeasures,
  peopleOf,
  positionOf,
} from '../counting/measures';
import { countPeopleOnce, type NamingReport, type OnceCounted } from '../counting/people-once';
import { isChild as isChildByHeight } from '../counting/splits';
import type { Window } from '../counting/spread';
import type { Person } from '../protocol/types';
import type { EpochMs } from '../types';
import { areOfOneBoot, isOtherBoot } from './boots';
import type { CameraRecord } from './camera-record';
import type { StoredReport } from './report';
import type { State } from './state';

/**
 * More people than can pass in the minute of a real-time report. Somebody who names more wants to keep this
 * computer busy; the counts of the report stand all the same.
 */
const MOST_NAMED = 1200;

/** Persons that other real-time reports name too are counted once. @returns windows whose figures changed */
export function shareOutPersons(
  state: State,
  camera: CameraRecord,
  report: StoredReport,
  persons: readonly Person[],
  at: EpochMs,
): Window[] {
  if (state.reports.persons.areAllNew(report.id, persons)) return [];
  const looked = new Map<string, StoredReport[]>();
  const namedBeside = (person: Person): StoredReport[] => {
    const key = keyOf(person);
    const known = looked.get(key);
    if (known) return known;
    const found = state.reports
      .namingPerson(camera.id, person, report.id)
      .map((id) => state.reports.byId(id))
      .filter((other) => other !== undefined);
    looked.set(key, found);
    return found;
  };
  const named = each(persons).flatMap(namedBeside);
  // Numbers and clocks begin anew at every start: those are other people.
  const affected = byId(named.filter((other) => !isOtherBoot(other, report)));
  if (affected.size === 0) return [];
  affected.set(report.id, report);
  // Who owns a person depends on everyone who names that person: one step further out.
  const beside = [...affected.keys()].map((id) => each(state.reports.persons.of(id)));
  const all = byId(beside.flat().flatMap(namedBeside));
  for (const [id, other] of affected) all.set(id, other);

  const lists = [...all.values()].map((other) => ({
    report: other,
    persons: each(state.reports.persons.of(other.id)),
  }));
  const once = countOncePerBoot(lists);
  const childHeightCm = state.settings.get().childHeightCm;
  for (const [i, list] of lists.entries()) {
    if (!affected.has(list.report.id)) continue;
    const counted = once(i);
    if (!counted) continue;
    const measures = reduce(list.report.measures, counted, list.persons, childHeightCm);
    state.reports.setCounted(list.report.id, measures);
  }
  state.marks.add(at, camera.id, 'resent', { field: 'eventList' });
  return [...affected.values()];
}

interface PersonList {
  report: StoredReport;
  persons: Person[];
}

/** What each of the lists counts, among those that may name the same people. One on the printed time may do so twice. */
function countOncePerBoot(lists: readonly PersonList[]): (index: number) => OnceCounted | undefined {
  const naming = lists.map((list) => namingReport(list.report, list.persons));
  if (areOfOneBoot(lists.map(({ report }) => report))) {
    const once = countPeopleOnce(naming);
    return (index) => once[index];
  }
  return (index) => {
    const own = lists[index]?.report;
    const near = naming.filter((_, i) => {
      const other = lists[i]?.report;
      return own && other && !isOtherBoot(other, own);
    });
    return countPeopleOnce(near)[near.findIndex((one) => one === naming[index])];
  };
}

/** Each person once, however often a report names it. */
function each(persons: readonly Person[]): Person[] {
  const once = new Map(persons.map((person) => [keyOf(person), person]));
  return [...once.values()].slice(0, MOST_NAMED);
}

function byId(reports: readonly StoredReport[]): Map<number, StoredReport> {
  return new Map(reports.map((report) => [report.id, report]));
}

/** The camera's number, the event time and the event type (a child's is a hundred more). */
function keyOf({ id, at, direction, isChild }: Person): string {
  return JSON.stringify([id, at?.ms ?? null, directionNames.indexOf(direction) + (isChild ? 100 : 0)]);
}

function namingReport(report: StoredReport, persons: readonly Person[]): NamingReport {
  const timed = persons.filter((person) => person.at !== null);
  const keys = timed.map(keyOf);
  const counts = report.measures.slice(0, directionCount);
  return {
    order: [
      report.sentAt ?? -Infinity,
      report.deviceStart ?? -Infinity,
      report.deviceEnd ?? -Infinity,
      // Of two reports of one second the one that lists fewer: the longer list has others left to count.
      keys.length,
      keys.join(),
      JSON.stringify(counts),
      report.whole,
    ],
    counts,
    named: directionNames.map((direction) => [
      ...new Set(keys.filter((_, i) => timed[i]?.direction === direction)),
    ]),
  };
}

/** Measures without the people that count elsewhere; children come off the children. `null`: unchanged. */
function reduce(
  measures: Measures,
  { counts, foreign }: OnceCounted,
  persons: readonly Person[],
  childHeightCm: number,
): Measures | null {
  if (foreign.size === 0) return null;
  const reduced = noMeasures();
  addInto(reduced, measures);
  const strangers = [...new Map(persons.map((person) => [keyOf(person), person]))]
    .filter(([key]) => foreign.has(key))
    .map(([, person]) => person);
  const take = (position: number, people: number) => {
    const value = reduced[position] ?? null;
    if (value !== null) reduced[position] = Math.max(0, value - people);
  };
  for (const [i, direction] of directionNames.entries()) {
    const gone = (measures[i] ?? 0) - (counts[i] ?? 0);
    const children = strangers.filter(
      (person) => person.direction === direction && isChildByHeight(person, childHeightCm),
    );
    const childrenGone = Math.min(gone, children.length);
    reduced[i] = counts[i] ?? null;
    take(positionOf(`${direction}Child`), childrenGone);
    take(positionOf(`${direction}Adult`), gone - childrenGone);
  }
  const staff = strangers.filter((person) => person.direction === 'in' && person.isStaff);
  take(positionOf('inStaff'), staff.length);
  const [before, after] = [peopleOf(measures), peopleOf(reduced)];
  for (const name of ['stayMs', 'stayPeople'] as const) {
    const position = positionOf(name);
    const value = reduced[position] ?? null;
    if (value !== null) reduced[position] = Math.round((value * after) / before);
  }
  return reduced;
}
