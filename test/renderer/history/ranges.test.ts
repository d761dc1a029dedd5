import { describe, expect, it } from 'vitest';
import {
  possibleGranularities,
  presetOf,
  presetRange,
  stepRange,
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

describe('presetOf', () => {
  it('knows its own ranges again', () => {
    expect(presetOf({ from: '2026-02-28', to: '2026-03-01' }, '2026-03-01')).toBe('yesterday');
    expect(presetOf({ from: '2026-02-01', to: '2026-03-01' }, '2026-03-01')).toBe('lastMonth');
    expect(presetOf({ from: '2026-02-02', to: '2026-03-01' }, '2026-03-01')).toBe('custom');
  });
});

describe('stepRange', () => {
  const today = '2026-03-18';
  it.each([
    ['2026-03-18', '2026-03-19', -1, { from: '2026-03-17', to: '2026-03-18' }],
    ['2026-03-18', '2026-03-19', 1, null],
    ['2026-03-12', '2026-03-19', -1, { from: '2026-03-05', to: '2026-03-12' }],
    ['2026-03-05', '2026-03-12', 1, { from: '2026-03-12', to: '2026-03-19' }],
    ['2026-03-09', '2026-03-16', 1, { from: '2026-03-16', to: '2026-03-23' }],
    ['2026-03-01', '2026-03-19', -1, { from: '2026-02-01', to: '2026-03-01' }],
    ['2026-02-01', '2026-03-01', 1, { from: '2026-03-01', to: '2026-03-19' }],
    ['2026-02-01', '2026-03-01', -1, { from: '2026-01-01', to: '2026-02-01' }],
    ['2026-03-01', '2026-03-19', 1, null],
  ] as const)('%s to %s by %i', (from, to, direction, stepped) => {
    expect(stepRange({ from, to }, direction, today)).toEqual(stepped);
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
