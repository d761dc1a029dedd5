import { describe, expect, it } from 'vitest';
import {
  possibleGranularities,
  presetRange,
  usualGranularity,
} from '../../../src/renderer/features/history/ranges';

describe('presetRange', () => {
  it.each([
    ['today', '2026-03-01', '2026-03-02'],
    ['yesterday', '2026-02-28', '2026-03-01'],
    ['last7', '2026-02-23', '2026-03-02'],
    ['thisMonth', '2026-03-01', '2026-03-02'],
    ['lastMonth', '2026-02-01', '2026-03-01'],
  ] as const)('%s', (preset, from, to) => {
    expect(presetRange(preset, '2026-03-01')).toEqual({ from, to });
  });
});

describe('granularity', () => {
  it.each([
    ['2026-03-02', 'hour'],
    ['2026-03-03', 'hour'],
    ['2026-03-08', 'day'],
    ['2026-10-01', 'week'],
    ['2028-01-01', 'month'],
  ] as const)('until %s it is by %s', (to, by) => {
    const range = { from: '2026-03-01', to };
    expect(usualGranularity(range)).toBe(by);
    expect(possibleGranularities(range)).toContain(by);
  });

  it('offers no month within a day and no quarter hours within a year', () => {
    expect(possibleGranularities({ from: '2026-03-01', to: '2026-03-02' })).toEqual([
      'quarter',
      'hour',
      'day',
    ]);
    expect(possibleGranularities({ from: '2026-03-01', to: '2027-03-01' })).toEqual(['day', 'week', 'month']);
  });
});
