import { describe, expect, it } from 'vitest';
import type { HistoryRow } from '#shared/domain';
import { asCounted } from '../../../src/renderer/figures/corrections';
import { sumByPeriod, sumRows } from '../../../src/renderer/figures/period-sums';

const hour = (values: Partial<HistoryRow> = {}): HistoryRow => ({
  camera: 'A',
  start: '2026-10-06T10:00:00+02:00',
  end: '2026-10-06T11:00:00+02:00',
  in: 10,
  out: 8,
  passby: null,
  turnback: 0,
  inAdult: null,
  inChild: null,
  inStaff: null,
  avgStaySeconds: 4,
  coverage: 1,
  quality: 'ok',
  corrected: null,
  ...values,
});
const corrected = hour({ quality: 'edited', corrected: { in: 100, out: 8, passby: null, turnback: 0 } });
const other = hour({ camera: 'B', in: 1, out: null, quality: 'partial', coverage: 0.5 });

describe('sums of corrected rows', () => {
  it('hold the corrected figures, and beside them what was counted', () => {
    expect(sumByPeriod([corrected, other])).toMatchObject([
      { in: 101, out: 8, quality: 'edited', counted: { in: 11, out: 8, passby: null, turnback: 0 } },
    ]);
  });

  it('say nothing of what was counted where nothing was corrected', () => {
    expect(sumRows([hour(), other])).toMatchObject({ in: 11, quality: 'partial', counted: null });
  });

  it('weigh the time in view by the people that were counted: nobody measured the others', () => {
    const long = hour({ camera: 'B', in: 10, out: 8, avgStaySeconds: 8 });
    expect(sumRows([corrected, long])?.avgStaySeconds).toBe(6);
  });
});

describe('as counted', () => {
  it('rows are what the camera said, with the quality they had', () => {
    const gap = hour({
      in: null,
      out: null,
      turnback: null,
      coverage: 0,
      quality: 'edited',
      corrected: other,
    });
    const half = { ...corrected, coverage: 0.5 };
    expect(asCounted([corrected, half, gap, other])).toEqual([
      hour(),
      hour({ coverage: 0.5, quality: 'partial' }),
      { ...gap, corrected: null, quality: 'missing' },
      other,
    ]);
  });
});
