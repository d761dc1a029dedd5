import { SKEW_TOLERANCE_MS } from '../counting/window';
import type { NewReport } from './report';

/**
 * A clock that begins at the same wrong date after every power cut prints the same windows and event times
 * again. They are told apart by how wrong it was.
 */
export function isOtherBoot(earlier: NewReport, report: NewReport): boolean {
  if (!earlier.isShifted || !report.isShifted) return false;
  return Math.abs(shiftOf(earlier) - shiftOf(report)) > SKEW_TOLERANCE_MS;
}

/** Whether no two of them are of different boots. */
export function areOfOneBoot(reports: readonly NewReport[]): boolean {
  const shifts = reports.filter(({ isShifted }) => isShifted).map(shiftOf);
  return shifts.length < 2 || Math.max(...shifts) - Math.min(...shifts) <= SKEW_TOLERANCE_MS;
}

function shiftOf({ deviceEnd, end }: NewReport): number {
  return (deviceEnd ?? end) - end;
}
