import { describe, expect, it } from 'vitest';
import {
  emptyDraft,
  readDraft,
  windowOf,
  type CorrectionDraft,
} from '../../../src/renderer/features/history/corrections/correction-draft';

const zone = 'Europe/Madrid';
const draft = (values: Partial<CorrectionDraft> = {}): CorrectionDraft => ({
  ...emptyDraft('A', '2026-03-02'),
  why: 'Covered by a poster',
  figures: { in: '120', out: '', passby: '', turnback: '' },
  ...values,
});
const problem = (values: Partial<CorrectionDraft>) => {
  const read = readDraft(draft(values), zone);
  return read.ok ? null : read.problem;
};

describe('a correction as it is typed', () => {
  it('asks for what is filled in, of the whole day', () => {
    expect(readDraft(draft(), zone)).toEqual({
      ok: true,
      params: { camera: 'A', from: '2026-03-02', to: '2026-03-03', in: 120, why: 'Covered by a poster' },
    });
    const all = draft({ figures: { in: '0', out: ' 7 ', passby: '3', turnback: '1000000' } });
    expect(readDraft(all, zone)).toMatchObject({ params: { in: 0, out: 7, passby: 3, turnback: 1_000_000 } });
  });

  it('or of a part of it, in the time of the shop', () => {
    const part = draft({ isPart: true, from: '10:00', to: '12:30' });
    expect(windowOf(part, zone)).toEqual({ from: '2026-03-02T09:00:00Z', to: '2026-03-02T11:30:00Z' });
    expect(windowOf({ ...part, to: '00:00' }, zone)?.to).toBe('2026-03-02T23:00:00Z');
    expect(windowOf({ ...part, date: '2026-03-29', from: '02:00', to: '04:00' }, zone)).toEqual({
      from: '2026-03-29T01:00:00Z',
      to: '2026-03-29T02:00:00Z',
    });
  });

  it('says what is missing or wrong', () => {
    expect(problem({ date: '' })).toBe('date');
    expect(problem({ isPart: true, from: '12:00', to: '12:00' })).toBe('times');
    expect(problem({ isPart: true, from: '', to: '12:00' })).toBe('times');
    for (const typed of ['-1', '1.5', 'ten', '1000001', '1e3']) {
      expect(problem({ figures: { in: typed, out: '', passby: '', turnback: '' } })).toBe('number');
    }
    expect(problem({ figures: { in: ' ', out: '', passby: '', turnback: '' } })).toBe('no-figure');
    expect(problem({ why: ' \n' })).toBe('no-reason');
  });
});
