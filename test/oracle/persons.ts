import { areApart } from './add-mode';
import type { ListedPerson, Report } from './types';

export interface Owners {
  /** The persons that a report lists but that belong to another one; each once. */
  personsOfOthers(report: Report): ListedPerson[];
}

const never = Number.NEGATIVE_INFINITY;

/** Rule 4: a person who is listed by several real-time reports belongs to the smallest of them. */
export function ownersOfPersons(reports: readonly Report[]): Owners {
  const sorted = [...reports].sort(compare);
  return {
    personsOfOthers: (report) => {
      if (!report.isRealTime || report.persons === null) return [];
      const seen = new Set<string>();
      return report.persons.filter((person) => {
        if (person.identity === null) return false;
        const isAgain = seen.has(person.identity);
        seen.add(person.identity);
        return !isAgain && ownerOf(person.identity, report, sorted) !== report;
      });
    },
  };
}

function ownerOf(identity: string, report: Report, sorted: readonly Report[]): Report | undefined {
  return sorted.find(
    (other) => !areApart(other, report) && other.persons?.some((person) => person.identity === identity),
  );
}

function compare(a: Report, b: Report): number {
  const keys = (one: Report) => [one.sentAt ?? never, one.deviceStart ?? never, one.deviceEnd ?? never];
  const [left, right] = [keys(a), keys(b)];
  for (const [index, value] of left.entries()) {
    const other = right[index] ?? never;
    if (value !== other) return value < other ? -1 : 1;
  }
  return JSON.stringify(a.persons) < JSON.stringify(b.persons) ? -1 : 1;
}
