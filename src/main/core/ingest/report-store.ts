import type { Contribution } from '../counting/history-merge';
import { addInto, noMeasures, peopleOf, positionOf, type Measures } from '../counting/measures';
import type { Window } from '../counting/spread';
import type { Person } from '../protocol/types';
import type { OutboxStore } from '../outbox/outbox-store';
import { measureColumns } from '../storage/schema';
import type { Sql, SqlRow } from '../storage/sql';
import type { EpochMs } from '../types';
import { LatestTimes } from './latest-times';
import { LongestWindows } from './longest-windows';
import { PersonStore } from './person-store';

/** `uncounted`: an interval report whose window is told by another one; kept to know it again. */
export const reportKinds = { interval: 0, realTime: 1, step: 2, uncounted: 3 } as const;
export type ReportKind = keyof typeof reportKinds;

export interface NewReport extends Window {
  kind: ReportKind;
  deviceStart: EpochMs | null;
  deviceEnd: EpochMs | null;
  sentAt: EpochMs | null;
  isShifted: boolean;
  arrived: EpochMs;
  content: string;
  whole: string;
  measures: Measures;
}

export interface StoredReport extends NewReport {
  id: number;
  /** Counts instead of `measures` where another report already counted some of its persons. */
  counted: Measures | null;
}

const fields = [
  'kind',
  'device_start',
  'device_end',
  'sent_at',
  'is_shifted',
  'start',
  '"end"',
  'arrived',
  'content',
  'whole',
  ...measureColumns,
];
const insert = `INSERT INTO report (id, camera_id, ${fields.join(', ')}) VALUES (?, ?${', ?'.repeat(fields.length)})`;
const select = `SELECT id, counted, ${fields.join(', ')} FROM report`;
// Each report is found by one of two indexes: that of the windows, and that of those whose end is not the device's.
const selectByDeviceWindow = `
  ${select} WHERE camera_id = ?1 AND "end" = ?2 AND device_end = ?2 AND device_start IS ?3
  UNION ALL
  ${select} WHERE camera_id = ?1 AND device_end IS NOT "end" AND device_end IS ?2 AND device_start IS ?3`;

/** The ends of the two indexes. Where a report was shifted to later, it is later than the device's own. */
const latestDeviceEnd = `
  SELECT max(latest) FROM (
    SELECT max("end") AS latest FROM report WHERE camera_id = ?1
    UNION ALL
    SELECT max(device_end) FROM report WHERE camera_id = ?1 AND device_end IS NOT "end")`;

/** Live reports that count, and the persons they list. */
export class ReportStore {
  readonly #longest: LongestWindows;
  readonly #latestEnds: LatestTimes;
  readonly persons: PersonStore;
  /** What SQLite would give the next report; to ask it after each would take as long as a third of the insert. */
  #nextId: number | null = null;

  constructor(
    private readonly sql: Sql,
    private readonly outbox: Pick<OutboxStore, 'noteReport'>,
  ) {
    this.#longest = new LongestWindows(sql, 'report');
    this.#latestEnds = new LatestTimes(sql, latestDeviceEnd);
    this.persons = new PersonStore(sql);
  }

  /** @returns the report, with the id that it has got */
  add(cameraId: number, report: NewReport, persons: readonly Person[]): StoredReport {
    this.#longest.add(cameraId, report);
    this.#latestEnds.add(cameraId, report.deviceEnd);
    this.#nextId ??= Number(this.sql.get('SELECT max(id) FROM report')?.[0] ?? 0) + 1;
    const id = this.#nextId++;
    this.sql.run(insert, [
      id,
      cameraId,
      reportKinds[report.kind],
      report.deviceStart,
      report.deviceEnd,
      report.sentAt,
      report.isShifted ? 1 : 0,
      report.start,
      report.end,
      report.arrived,
      report.content,
      report.whole,
      ...report.measures,
    ]);
    this.persons.add(cameraId, id, persons);
    return toStored(report, id);
  }

  /** To be called when reports were removed, or what was written was taken back. */
  forget(): void {
    this.#nextId = null;
  }

  /** Reports that print the same window, in order of arrival. */
  withDeviceWindow(cameraId: number, start: EpochMs | null, end: EpochMs | null): StoredReport[] {
    if (end !== null && end > this.#latestEnds.of(cameraId)) return [];
    const rows = this.sql.all(selectByDeviceWindow, [cameraId, end, start]);
    // Every report asks this and few find anything: SQLite's sorter alone takes ten times as long as the look-up.
    return rows.map(toReport).sort((a, b) => a.id - b.id);
  }

  byId(id: number): StoredReport | undefined {
    const row = this.sql.get(`${select} WHERE id = ?`, [id]);
    return row && toReport(row);
  }

  setKind(id: number, kind: ReportKind): void {
    this.sql.run('UPDATE report SET kind = ? WHERE id = ?', [reportKinds[kind], id]);
    this.outbox.noteReport(id);
  }

  setCounted(id: number, counted: Measures | null): void {
    this.sql.run('UPDATE report SET counted = ? WHERE id = ?', [counted && JSON.stringify(counted), id]);
    this.outbox.noteReport(id);
  }

  /** What the reports that touch a window contribute, oldest first. */
  contributionsIn(cameraId: number, window: Window): Contribution[] {
    const where = 'WHERE camera_id = ? AND "end" >= ? AND "end" <= ? AND start < ? AND kind <> 3';
    const latest = Math.max(window.end, window.start + 1) + this.#longest.of(cameraId);
    return this.sql
      .all(`${select} ${where}`, [cameraId, window.start, latest, Math.max(window.end, window.start + 1)])
      .map(toReport)
      .sort((a, b) => a.end - b.end || a.start - b.start || a.id - b.id)
      .map(contributionOf);
  }

  /** Steps of counters (rule 5) whose window ends after a time. */
  stepsEndingAfter(cameraId: number, time: EpochMs): StoredReport[] {
    const where = `WHERE camera_id = ? AND "end" > ? AND kind = ${String(reportKinds.step)}`;
    return this.sql.all(`${select} ${where}`, [cameraId, time]).map(toReport);
  }

  /** Other real-time reports that name the same person (id, event time, type). */
  namingPerson(cameraId: number, person: Person, except: number): number[] {
    return this.persons.reportsNaming(cameraId, person, except).filter((id) => this.#isRealTime(id));
  }

  #isRealTime(id: number): boolean {
    return this.sql.get('SELECT kind FROM report WHERE id = ?', [id])?.[0] === reportKinds.realTime;
  }
}

/** Field by field: a copy with `...` takes as long as three look-ups in the database. */
function toStored(report: NewReport, id: number): StoredReport {
  return {
    id,
    counted: null,
    kind: report.kind,
    deviceStart: report.deviceStart,
    deviceEnd: report.deviceEnd,
    sentAt: report.sentAt,
    isShifted: report.isShifted,
    start: report.start,
    end: report.end,
    arrived: report.arrived,
    content: report.content,
    whole: report.whole,
    measures: report.measures,
  };
}

const kindNames: readonly ReportKind[] = ['interval', 'realTime', 'step', 'uncounted'];

export function contributionOf(
  report: Pick<StoredReport, 'start' | 'end' | 'measures' | 'counted'>,
): Contribution {
  return { start: report.start, end: report.end, measures: report.counted ?? report.measures };
}

/** Stay as sums: mean × people, so that means of several reports can be weighted. Changes `measures`. */
export function setStay(measures: Measures, avgStayMs: number | null): void {
  const people = peopleOf(measures);
  if (avgStayMs === null || people === 0) return;
  const stay = noMeasures();
  stay[positionOf('stayMs')] = Math.round(avgStayMs * people);
  stay[positionOf('stayPeople')] = people;
  addInto(measures, stay);
}

function toReport(row: SqlRow): StoredReport {
  const [
    id,
    counted,
    kind,
    deviceStart,
    deviceEnd,
    sentAt,
    isShifted,
    start,
    end,
    arrived,
    content,
    whole,
    ...measures
  ] = row;
  return {
    id: Number(id),
    counted: typeof counted === 'string' ? (JSON.parse(counted) as Measures) : null,
    kind: kindNames[Number(kind)] ?? 'interval',
    deviceStart: toTime(deviceStart),
    deviceEnd: toTime(deviceEnd),
    sentAt: toTime(sentAt),
    isShifted: isShifted === 1,
    start: Number(start),
    end: Number(end),
    arrived: Number(arrived),
    content: String(content),
    whole: String(whole),
    measures: measures as Measures,
  };
}

function toTime(value: unknown): EpochMs | null {
  return typeof value === 'number' ? value : null;
}
