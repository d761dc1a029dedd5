import { directionNames } from '../counting/measures';
import type { Person } from '../protocol/types';
import type { Sql, SqlValue } from '../storage/sql';
import { LatestTimes } from './latest-times';

/** So many go into the table with one statement: its start and end take as long as a row. */
const MOST_AT_ONCE = 8;
const MANY_NAMINGS = 20;
const VALUES_OF_EACH = 7;

/** Parameters: the report, the position of the first, the camera, and what {@link pushValues} adds for each. */
const inserts = Array.from({ length: MOST_AT_ONCE + 1 }, (_, count) => {
  const rows = Array.from({ length: count }, (_, i) => `(?1, ?2 + ${i}, ?3${', ?'.repeat(VALUES_OF_EACH)})`);
  return `INSERT INTO person VALUES ${rows.join(', ')}`;
});

/** The persons that reports list. */
export class PersonStore {
  readonly #latest: LatestTimes;
  /** The report whose persons were added last, and the latest of the camera's persons before them. */
  #added = { reportId: -1, before: Infinity };

  constructor(private readonly sql: Sql) {
    this.#latest = new LatestTimes(sql, 'SELECT max(at) FROM person WHERE camera_id = ?');
  }

  add(cameraId: number, reportId: number, persons: readonly Person[]): void {
    if (persons.length === 0) return;
    this.#added = { reportId, before: this.#latest.of(cameraId) };
    for (const person of persons) this.#latest.add(cameraId, person.at?.ms ?? null);
    for (let from = 0; from < persons.length; from += MOST_AT_ONCE) {
      const some = persons.slice(from, from + MOST_AT_ONCE);
      const params: SqlValue[] = [reportId, from, cameraId];
      for (const person of some) pushValues(params, person);
      this.sql.run(inserts[some.length] ?? '', params);
    }
  }

  /** Whether for certain no other report names any of the persons. Only known of the report that was added last. */
  areAllNew(reportId: number, persons: readonly Person[]): boolean {
    return persons.every((person) => this.#isNew(reportId, person));
  }

  /** In the order of the list, without their stay. */
  of(reportId: number): Person[] {
    return this.sql
      .all(
        'SELECT person_id, at, direction, is_child, is_staff, height_cm FROM person WHERE report_id = ? ORDER BY position',
        [reportId],
      )
      .map(([id, at, direction, isChild, isStaff, heightCm]) => ({
        id: String(id),
        at: at === null || at === undefined ? null : { ms: Number(at), fitsUnit: true },
        direction: directionNames[Number(direction)] ?? 'in',
        isChild: isChild === 1,
        isStaff: isStaff === 1,
        heightCm: typeof heightCm === 'number' ? heightCm : null,
        stayMs: null,
      }));
  }

  /** Ids of other reports of any kind that name the same person (id, event time, type). */
  reportsNaming(cameraId: number, person: Person, except: number): number[] {
    if (!person.at || this.#isNew(except, person)) return [];
    const direction = directionNames.indexOf(person.direction);
    const where = 'FROM person WHERE camera_id = ? AND at = ? AND person_id = ? AND report_id <> ?';
    const key = [cameraId, person.at.ms, person.id, except];
    // Not joined with the reports: SQLite would compile that anew for each person. And DISTINCT takes ten times
    // as long as the look-up: it is for lists that name somebody over and over.
    let rows = this.sql.all(`SELECT report_id, direction, is_child ${where} LIMIT ${MANY_NAMINGS}`, key);
    if (rows.length === MANY_NAMINGS) {
      rows = this.sql.all(`SELECT DISTINCT report_id, direction, is_child ${where}`, key);
    }
    const ids = rows
      .filter((row) => row[1] === direction && (row[2] === 1) === person.isChild)
      .map(([id]) => Number(id));
    return [...new Set(ids)];
  }

  /** Without a time nobody is known again; and nobody can name who is later than all the others. */
  #isNew(reportId: number, { at }: Person): boolean {
    return at === null || (reportId === this.#added.reportId && at.ms > this.#added.before);
  }
}

function pushValues(
  params: SqlValue[],
  { id, at, direction, isChild, isStaff, heightCm, stayMs }: Person,
): void {
  params.push(id, at?.ms ?? null, directionNames.indexOf(direction), isChild ? 1 : 0, isStaff ? 1 : 0);
  params.push(heightCm === null ? null : Math.round(heightCm), stayMs === null ? null : Math.round(stayMs));
}
