import { describe, expect, it } from 'vitest';
import { camerasToChoose, chosenSerials } from '../../../src/renderer/features/reports/camera-choice';
import {
  exportRequest,
  isTooLongForExcel,
  usualRow,
} from '../../../src/renderer/features/reports/export-request';
import { aCamera } from '../cameras/a-camera';

it('asks for a file as the contract names it', () => {
  const choice = {
    site: 'main',
    range: { from: '2026-10-01', to: '2026-10-08' },
    by: 'raw',
    hours: 'open',
    cameras: null,
    decimal: ',',
    language: 'de',
  } as const;
  const asked = { site: 'main', from: '2026-10-01', to: '2026-10-08', hours: 'open', decimal: ',' };
  // A workbook has no rows to choose; what a view may not ask for must not slip into its request.
  expect(exportRequest({ ...choice, format: 'xlsx' })).toEqual({
    kind: 'xlsx',
    ...asked,
    language: 'de',
  });
  expect(exportRequest({ ...choice, format: 'tab', cameras: ['A', 'B'] })).toEqual({
    kind: 'csv',
    ...asked,
    by: 'raw',
    preset: 'tab',
    cameras: ['A', 'B'],
  });
});

it('has a row per hour up to 31 days, per day above', () => {
  expect(usualRow({ from: '2026-10-01', to: '2026-11-01' })).toBe('hour');
  expect(usualRow({ from: '2026-10-01', to: '2026-11-02' })).toBe('day');
});

it('knows what Excel opens of a text file: one line of 1,048,576 is the heading', () => {
  expect(isTooLongForExcel('excel', 1_048_575)).toBe(false);
  expect(isTooLongForExcel('excel', 1_048_576)).toBe(true);
  expect(isTooLongForExcel('plain', 5_000_000)).toBe(false);
  expect(isTooLongForExcel('xlsx', 5_000_000)).toBe(false);
});

describe('the choice of cameras', () => {
  const old = aCamera({ sn: 'OLD' });
  const front = aCamera({ sn: 'FRONT', replaces: 'OLD' });
  const back = aCamera({ sn: 'BACK', state: 'retired' });
  const elsewhere = aCamera({ sn: 'ELSEWHERE', site: 'other' });

  it('has a shop’s own, each once: what was replaced speaks through its successor', () => {
    expect(camerasToChoose([old, front, back, elsewhere], 'main')).toEqual([front, back]);
  });

  it('names the ones that are left, and nobody where all are', () => {
    expect(chosenSerials([front, back], new Set())).toBeNull();
    expect(chosenSerials([front, back], new Set(['OLD']))).toBeNull();
    expect(chosenSerials([front, back], new Set(['BACK']))).toEqual(['FRONT']);
    expect(chosenSerials([front, back], new Set(['BACK', 'FRONT']))).toEqual([]);
  });

  it('takes in a camera that comes later', () => {
    const leftOut = new Set(['BACK']);
    expect(chosenSerials([front, back, aCamera({ sn: 'NEW' })], leftOut)).toEqual(['FRONT', 'NEW']);
  });
});
