import { withoutResends } from './add-mode';
import { isTooMany } from './reading';
import { directionNames, type Contribution, type DirectionName, type Figures, type Report } from './types';

const DAY = 86_400_000;
const never = Number.NEGATIVE_INFINITY;

type Counters = Partial<Record<DirectionName, number>>;

interface Newest {
  end: number;
  sentAt: number;
  counters: Counters;
}

/** Rule 5: the steps between the readings of a camera. @param reports all of them, in order of arrival */
export function countSteps(reports: readonly Report[]): Contribution[] {
  return readCounters(reports).steps;
}

/** Beside the steps the readings that seemed to be new, for the camera's clock was wrong, and were old ones. */
export function readCounters(reports: readonly Report[]): { steps: Contribution[]; old: Report[] } {
  const old: Report[] = [];
  const steps: Contribution[] = [];
  const newAddReports = new Set(withoutResends(reports.filter((report) => report.mode === 'Add')));
  let newest: Newest | null = null;
  let isBaselineDue = true;
  for (const report of reports) {
    if (report.mode === 'Add') {
      // Only what happened after the newest reading says that the camera changed its mode since.
      const isAfter = newest === null || report.end > newest.end;
      if (newAddReports.has(report) && isAfter) isBaselineDue = true;
      continue;
    }
    if (newest !== null && isLateOrAgain(report, newest)) continue;
    const reading: Newest = {
      end: report.end,
      sentAt: report.sentAt ?? never,
      counters: { ...report.counts },
    };
    if (newest === null || isBaselineDue) {
      newest = reading;
      isBaselineDue = false;
      continue;
    }
    if (isOldOnWrongClock(report, newest, steps)) {
      old.push(report);
      continue;
    }
    const step = stepBetween(newest, reading);
    steps.push(step.contribution);
    newest = { ...reading, counters: step.counters };
  }
  return { steps, old };
}

function isLateOrAgain(report: Report, newest: Newest): boolean {
  const sentAt = report.sentAt ?? never;
  if (report.end !== newest.end) return report.end < newest.end;
  if (sentAt !== newest.sentAt) return sentAt < newest.sentAt;
  const known = directionNames.filter((name) => report.counts[name] !== undefined);
  const isAnyLower = known.some((name) => (report.counts[name] ?? 0) < (newest.counters[name] ?? 0));
  return isAnyLower || known.every((name) => report.counts[name] === newest.counters[name]);
}

/** A shifted reading with a lower counter that belongs where its camera put it. */
function isOldOnWrongClock(report: Report, newest: Newest, steps: readonly Contribution[]): boolean {
  const printed = report.deviceEnd;
  if (report.shiftMs === 0 || printed === null) return false;
  const known = directionNames.filter(
    (name) => report.counts[name] !== undefined && newest.counters[name] !== undefined,
  );
  const told = (name: DirectionName) => report.counts[name] ?? 0;
  const now = (name: DirectionName) => newest.counters[name] ?? 0;
  if (!known.some((name) => told(name) < now(name))) return false;
  const sum = (name: DirectionName, some: readonly Contribution[]) =>
    some.reduce((total, { figures }) => total + (figures[name] ?? 0), 0);
  const overThen = steps.filter((step) => step.end > printed);
  const afterThen = steps.filter((step) => step.start >= printed);
  return known.every(
    (name) => told(name) >= now(name) - sum(name, overThen) && told(name) <= now(name) - sum(name, afterThen),
  );
}

function stepBetween(from: Newest, to: Newest): { contribution: Contribution; counters: Counters } {
  const hasRestarted = directionNames.some(
    (name) => (to.counters[name] ?? Number.POSITIVE_INFINITY) < (from.counters[name] ?? 0),
  );
  const silence = { start: from.end, end: to.end };
  const figures: Figures = {};
  const counters: Counters = {};
  for (const name of directionNames) {
    const before = from.counters[name];
    const now = to.counters[name];
    if (now !== undefined) {
      counters[name] = now;
      const base = hasRestarted ? 0 : before;
      if (base !== undefined && !isTooMany(now - base, silence)) figures[name] = now - base;
    } else if (before !== undefined) {
      // A counter that is not told stands where it stood; after a restart it began at zero like the others.
      counters[name] = hasRestarted ? 0 : before;
    }
  }
  const start = Math.max(from.end, to.end - 32 * DAY);
  return { contribution: { start, end: to.end, figures }, counters };
}
