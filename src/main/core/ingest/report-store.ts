import type { Contribution } from '../counting/history-merge';
import type { Measures } from '../counting/measures';
import type { Window } from '../counting/spread';
import type { OutboxStore } from '../outbox/outbox-store';
import type { Person } from '../protocol/types';
import type { Sql } from '../storage/sql';
import type { EpochMs } from '../types';
import { LatestTimes } from './latest-times';
import { LongestWindows } from './longest-windows';
import { PersonStore } from './person-store';
import {
  contributionOf,
  insertReport,
  reportKinds,
  reportValues,
  rowToReport,
  selectReport,
  withId,
  type NewReport,
  type ReportKind,
  type StoredReport,
} from './report';

// Each report is found by one of two indexes: that of the windows, and that of those whose end is not the device's.
const selectByDeviceWindow = `
  ${selectReport} WHERE camera_id = ?1 AND "end" = ?2 AND device_end = ?2 AND device_start IS ?3
  UNION ALL
  ${selectReport} WHERE camera_id = ?1 AND device_end IS NOT "end" AND device_end IS ?2 AND device_start IS ?3`;

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
    this.sql.run(insertReport, reportValues(id, cameraId, report));
    this.persons.add(cameraId, id, persons);
    return withId(report, id);
  }

  /** Removes those of a camera whose windows lie wholly before an instant. @returns the latest end among them */
  removeUntil(cameraId: number, instant: EpochMs): EpochMs | null {
    const where = 'WHERE camera_id = ? AND "end" <= ? AND start < ?';
    const params = [cameraId, instant, instant];
    const newest = this.sql.get(`SELECT max("end") FROM report ${where}`, params)?.[0];
    if (typeof newest !== 'number') return null;
    this.sql.run(`DELETE FROM report ${where}`, params);
    this.forget();
    return newest;
  }

  /** Removes all of a camera. Persons go with their reports. */
  removeAll(cameraId: number): void {
    this.sql.run('DELETE FROM report WHERE camera_id = ?', [cameraId]);
    this.forget();
  }

  /** After a rollback. */
  forget(): void {
    this.#nextId = null;
  }

  /** Reports that print the same window, in order of arrival. */
  withDeviceWindow(cameraId: number, start: EpochMs | null, end: EpochMs | null): StoredReport[] {
    if (end !== null && end > this.#latestEnds.of(cameraId)) return [];
    const rows = this.sql.all(selectByDeviceWindow, [cameraId, end, start]);
    // Every report asks this and few find anything: SQLite's sorter alone takes ten times as long as the look-up.
    return rows.map(rowToReport).sort((a, b) => a.id - b.id);
  }

  byId(id: number): StoredReport | undefined {
    const row = this.sql.get(`${selectReport} WHERE id = ?`, [id]);
    return row && rowToReport(row);
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
      .all(`${selectReport} ${where}`, [
        cameraId,
        window.start,
        latest,
        Math.max(window.end, window.start + 1),
      ])
      .map(rowToReport)
      .sort((a, b) => a.end - b.end || a.start - b.start || a.id - b.id)
      .map(contributionOf);
  }

  /** Steps of counters (rule 5) whose window ends after a time. */
  stepsEndingAfter(cameraId: number, time: EpochMs): StoredReport[] {
    const where = `WHERE camera_id = ? AND "end" > ? AND kind = ${String(reportKinds.step)}`;
    return this.sql.all(`${selectReport} ${where}`, [cameraId, time]).map(rowToReport);
  }

  /** Other real-time reports that name the same person (id, event time, type). */
  namingPerson(cameraId: number, person: Person, except: number): number[] {
    return this.persons.reportsNaming(cameraId, person, except).filter((id) => this.#isRealTime(id));
  }

  #isRealTime(id: number): boolean {
    return this.sql.get('SELECT kind FROM report WHERE id = ?', [id])?.[0] === reportKinds.realTime;
  }
}
