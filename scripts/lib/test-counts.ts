export interface Counts {
  passed: number;
  failed: number;
}

export function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed };
}

function numberAt(report: unknown, name: string): number {
  const value = typeof report === 'object' && report !== null ? Object.entries(report) : [];
  const found = value.find(([key]) => key === name)?.[1] as unknown;
  return typeof found === 'number' ? found : 0;
}

/**
 * Counts of a vitest JSON report. A run that failed without a failed test (no tests found, a file
 * that does not load, a crash) counts as one failure: silence must not look like success.
 * @param ok whether the run ended with exit code 0
 */
export function countsOf(report: unknown, ok: boolean): Counts {
  const passed = numberAt(report, 'numPassedTests');
  const failed = numberAt(report, 'numFailedTests');
  const nothing = passed + failed === 0;
  return { passed, failed: failed === 0 && (!ok || nothing) ? 1 : failed };
}
