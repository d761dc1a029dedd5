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

export interface OnceCounted {
  /** Figures of the four directions. */
  counts: (number | null)[];
  /** Named persons that count in another report. */
  foreign: Set<PersonKey>;
}

/**
 * Figures of real-time reports of which some name the same persons. A person that several reports name
 * belongs to the smallest of them that counts anybody of the direction, and counts there only: of a count c
 * with n named persons, m of them its own, `min(c, m + max(0, c − n))` is left. A pure function of the set,
 * so the order of arrival cannot matter.
 *
 * @returns for each report what it counts
 */
export function countPeopleOnce(reports: readonly NamingReport[]): OnceCounted[] {
  const owners = new Map<PersonKey, Claim>();
  for (const report of reports) {
    for (const [direction, keys] of report.named.entries()) {
      const claim = { report, counts: (report.counts[direction] ?? 0) > 0 };
      for (const key of keys) if (isStronger(claim, owners.get(key))) owners.set(key, claim);
    }
  }
  return reports.map((report) => {
    const foreign = new Set(report.named.flat().filter((key) => owners.get(key)?.report !== report));
    const counts = Array.from({ length: directionCount }, (_, direction) => {
      const count = report.counts[direction] ?? null;
      if (count === null) return null;
      const named = report.named[direction] ?? [];
      const own = named.filter((key) => !foreign.has(key)).length;
      return Math.min(count, own + Math.max(0, count - named.length));
    });
    return { counts, foreign };
  });
}

interface Claim {
  report: NamingReport;
  counts: boolean;
}

function isStronger(claim: Claim, other: Claim | undefined): boolean {
  if (!other) return true;
  if (claim.counts !== other.counts) return claim.counts;
  return compareOrder(claim.report.order, other.report.order) < 0;
}

export function compareOrder(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    const [x, y] = [a[i] ?? '', b[i] ?? ''];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
