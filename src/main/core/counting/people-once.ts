import { directionCount } from './measures';

/** A person that real-time reports name: (id, event time, type) as one text. */
export type PersonKey = string;

export interface NamingReport {
  /** Orders reports for ownership: the smallest owns the person. */
  order: readonly (number | string)[];
  /** Counts of the four directions as reported. */
  counts: readonly (number | null)[];
  /** Named persons of each direction. */
  named: readonly (readonly PersonKey[])[];
}

/**
 * Figures of real-time reports of which some name the same persons. A person that several reports name
 * belongs to the smallest of them and counts there only: `max(0, c − (n − m))` for a count c, n named
 * persons, m of them its own. A pure function of the set, so the order of arrival cannot matter.
 *
 * @returns for each report the counts of the four directions
 */
export function countPeopleOnce(reports: readonly NamingReport[]): (number | null)[][] {
  const owners = new Map<PersonKey, NamingReport>();
  for (const report of reports) {
    for (const key of report.named.flat()) {
      const owner = owners.get(key);
      if (!owner || compareOrder(report.order, owner.order) < 0) owners.set(key, report);
    }
  }
  return reports.map((report) =>
    Array.from({ length: directionCount }, (_, direction) => {
      const count = report.counts[direction] ?? null;
      if (count === null) return null;
      const named = report.named[direction] ?? [];
      const foreign = named.filter((key) => owners.get(key) !== report).length;
      return Math.max(0, count - foreign);
    }),
  );
}

export function compareOrder(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? '', b[i] ?? ''];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
