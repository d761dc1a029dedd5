import { expect, test } from 'vitest';
import { countsOf } from '../../scripts/lib/test-counts';

test.each([
  ['all passed', { numPassedTests: 3, numFailedTests: 0 }, true, { passed: 3, failed: 0 }],
  ['some failed', { numPassedTests: 3, numFailedTests: 2 }, false, { passed: 3, failed: 2 }],
  ['a file did not load', { numPassedTests: 3, numFailedTests: 0 }, false, { passed: 3, failed: 1 }],
  ['no tests', { numPassedTests: 0, numFailedTests: 0 }, true, { passed: 0, failed: 1 }],
  ['a crash', null, false, { passed: 0, failed: 1 }],
  ['no report', null, true, { passed: 0, failed: 1 }],
  ['a report of something else', { numPassedTests: 'x' }, true, { passed: 0, failed: 1 }],
])('%s', (_name, report, ok, counts) => {
  expect(countsOf(report, ok)).toEqual(counts);
});
