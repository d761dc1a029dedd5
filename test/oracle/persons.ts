import { areApart } from './add-mode';
import { directionNames, type DirectionName, type ListedPerson, type Report } from './types';

export interface Owners {
  /** The persons that a report lists but that belong to another one; each once. */
  personsOfOthers(report: Report): ListedPerson[];
  /** How many of a report's count are its own. */
  countOnce(report: Report, name: DirectionName, count: number): number;
}

const never = Number.NEGATIVE_INFINITY;

/** Rule 4: a person who is listed by several real-time reports belongs to the smallest of them. */
export function ownersOfPersons(reports: readonly Report[]): Owners {
  const sorted = [...reports].sort(compare);
  const isOwn = (person: ListedPerson, report: Report) => ownerOf(person, report, sorted) === report;
  return {
    personsOfOthers: (report) => identified(report).filter((person) => !isOwn(person, report)),
    countOnce: (report, name, count) => {
      const listed = identified(report).filter((person) => person.direction === name);
      const own = listed.filter((person) => isOwn(person, report)).length;
      return Math.min(count, own + Math.max(0, count - listed.length));
    },
  };
}

/** Each person that a real-time report lists with a time, once. */
function identified(report: Report): ListedPerson[] {
  const seen = new Set<string>();
  return (report.isRealTime ? (report.persons ?? []) : []).filter(({ identity }) => {
    if (identity === null || seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}

/** The smallest report that lists the person and counts anybody of that direction; else the smallest. */
function ownerOf(person: ListedPerson, report: Report, sorted: readonly Report[]): Report | undefined {
  const listing = sorted.filter(
    (other) =>
      !areApart(other, report) && other.persons?.some(({ identity }) => identity === person.identity),
  );
  return listing.find((other) => (other.counts[person.direction] ?? 0) > 0) ?? listing[0];
}

function compare(a: Report, b: Report): number {
  const keys = (one: Report) => {
    const listed = identified(one).map(({ identity }) => identity);
    const counts = directionNames.map((name) => one.counts[name] ?? null);
    return [
      one.sentAt ?? never,
      one.deviceStart ?? never,
      one.deviceEnd ?? never,
      listed.length,
      listed.join(),
      JSON.stringify(counts),
    ];
  };
  const [left, right] = [keys(a), keys(b)];
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? never;
    if (value !== other) return value < other ? -1 : 1;
  }
  return 0;
}
