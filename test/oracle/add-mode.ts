import { MINUTE } from './arithmetic';
import { ownersOfPersons, type Owners } from './persons';
import { directionNames, type Contribution, type DirectionName, type Figures, type Report } from './types';

const TEN_MINUTES = 10 * MINUTE;
const never = Number.NEGATIVE_INFINITY;

/** Two boots of a camera whose clock restarts at the same wrong date (rule 4). */
export function areApart(a: Report, b: Report): boolean {
  return a.shiftMs !== 0 && b.shiftMs !== 0 && Math.abs(a.shiftMs - b.shiftMs) > TEN_MINUTES;
}

function haveSameWindow(a: Report, b: Report): boolean {
  return a.deviceStart === b.deviceStart && a.deviceEnd === b.deviceEnd && !areApart(a, b);
}

function areSameMessage(a: Report, b: Report): boolean {
  return (
    haveSameWindow(a, b) && a.sentAt === b.sentAt && a.content === b.content && a.personList === b.personList
  );
}

/** The Add reports without those that are the same message again. In order of arrival. */
export function withoutResends(reports: readonly Report[]): Report[] {
  const known: Report[] = [];
  for (const report of reports) {
    const isAgain = known.some(
      (other) =>
        areSameMessage(other, report) ||
        (isSameInterval(other, report) && other.content === report.content && other.sentAt === report.sentAt),
    );
    if (!isAgain) known.push(report);
  }
  return known;
}

function isSameInterval(a: Report, b: Report): boolean {
  return !a.isRealTime && !b.isRealTime && haveSameWindow(a, b);
}

/** Of the interval reports of one identity only one counts: later `time`, then later arrival. */
function winners(reports: readonly Report[]): Report[] {
  return reports.filter((report) => {
    if (report.isRealTime) return true;
    const rivals = reports.filter((other) => isSameInterval(other, report));
    const rank = (one: Report) => one.sentAt ?? never;
    const best = rivals.reduce((a, b) => (rank(b) >= rank(a) ? b : a));
    // The same content sent with another `time` is still the report that came first.
    return report === rivals.find((other) => other.content === best.content);
  });
}

/** Rule 4 for all Add reports of a camera. */
export function countAddReports(reports: readonly Report[]): Contribution[] {
  const counted = winners(withoutResends(reports));
  const owners = ownersOfPersons(counted.filter((report) => report.isRealTime));
  return counted.map((report) => ({
    start: report.start,
    end: report.end,
    figures: figuresOf(report, owners),
  }));
}

function figuresOf(report: Report, owners: Owners): Figures {
  const figures: Figures = {};
  const strangers = owners.personsOfOthers(report);
  for (const name of directionNames) {
    const count = report.counts[name];
    if (count !== undefined) figures[name] = owners.countOnce(report, name, count);
  }
  const entered = strangers.filter((person) => person.direction === 'in');
  const { adults, children } = splitOf(report, 'in');
  const elsewhere = (report.counts.in ?? 0) - (figures.in ?? 0);
  const childrenElsewhere = Math.min(elsewhere, entered.filter((person) => person.isChild).length);
  if (adults !== null) figures.inAdult = Math.max(0, adults - (elsewhere - childrenElsewhere));
  if (children !== null) figures.inChild = Math.max(0, children - childrenElsewhere);
  if (report.persons !== null) {
    const staff = report.persons.filter((person) => person.direction === 'in' && person.isStaff).length;
    figures.inStaff = staff - entered.filter((person) => person.isStaff).length;
  }
  const people = directionNames.reduce((sum, name) => sum + (figures[name] ?? 0), 0);
  if (report.stayMs !== null && people > 0) {
    figures.stayMs = Math.round(report.stayMs * people);
    figures.stayPeople = people;
  }
  return figures;
}

/** Rule 3: the camera's own split, else that of the listed persons, if enough are listed. */
function splitOf(report: Report, name: DirectionName): { adults: number | null; children: number | null } {
  const given = { adults: report.adults[name] ?? null, children: report.children[name] ?? null };
  if (given.adults !== null || given.children !== null) return given;
  const listed = report.persons?.filter((person) => person.direction === name) ?? [];
  const count = report.counts[name];
  if (report.persons === null || count === undefined || listed.length < count) return given;
  const children = listed.slice(0, count).filter((person) => person.isChild).length;
  return { adults: count - children, children };
}
