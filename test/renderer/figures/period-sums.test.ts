import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HistoryRow } from '#shared/domain';
import { rangeCoverage, sumByPeriod } from '../../../src/renderer/figures/period-sums';

function row(values: Partial<HistoryRow>): HistoryRow {
  return {
    camera: 'A',
    start: '2026-10-06T10:00:00+02:00',
    end: '2026-10-06T11:00:00+02:00',
    in: null,
    out: null,
    passby: null,
    turnback: null,
    inAdult: null,
    inChild: null,
    inStaff: null,
    avgStaySeconds: null,
    coverage: 1,
    quality: 'ok',
    corrected: null,
    ...values,
  };
}
const missing = { coverage: 0, quality: 'missing' } as const;

describe('sumByPeriod', () => {
  it('adds the doors of one period and keeps unknown unknown', () => {
    const [sum] = sumByPeriod([row({ in: 3, out: 1 }), row({ camera: 'B', in: 4 })]);
    expect(sum).toMatchObject({ in: 7, out: 1, passby: null, coverage: 1, quality: 'ok' });
  });

  it('is missing only when every door is, and partial when one is', () => {
    expect(sumByPeriod([row(missing), row({ ...missing, camera: 'B' })])[0]?.quality).toBe('missing');
    expect(sumByPeriod([row({ in: 2 }), row({ ...missing, camera: 'B' })])[0]).toMatchObject({
      in: 2,
      coverage: 0,
      quality: 'partial',
    });
  });

  it('weighs time in view by people', () => {
    const [sum] = sumByPeriod([
      row({ in: 1, avgStaySeconds: 10 }),
      row({ camera: 'B', in: 3, avgStaySeconds: 2 }),
      row({ camera: 'C', in: 99 }),
    ]);
    expect(sum?.avgStaySeconds).toBe(4);
  });

  it('loses nobody, in whatever order rows come', () => {
    const hours = fc.integer({ min: 0, max: 5 });
    const rows = fc.array(fc.tuple(hours, fc.nat(500)), { maxLength: 40, size: 'max' });
    fc.assert(
      fc.property(rows, (list) => {
        const all = list.map(([hour, entered], index) =>
          row({
            camera: `C${String(index)}`,
            start: new Date(hour * 3_600_000).toISOString(),
            end: new Date((hour + 1) * 3_600_000).toISOString(),
            in: entered,
          }),
        );
        const sums = sumByPeriod(all);
        const total = sums.reduce((sum, period) => sum + (period.in ?? 0), 0);
        expect(total).toBe(list.reduce((sum, [, entered]) => sum + entered, 0));
        expect(sums.map(({ start }) => start)).toEqual(sums.map(({ start }) => start).toSorted());
        expect(sumByPeriod(all.toReversed()).map((period) => period.in)).toEqual(
          sums.map((period) => period.in),
        );
      }),
    );
  });
});

describe('rangeCoverage', () => {
  it('is that of the worst door, over the length of its periods', () => {
    const later = { start: '2026-10-06T11:00:00+02:00', end: '2026-10-06T14:00:00+02:00' };
    const rows = [row({}), row(later), row({ camera: 'B' }), row({ camera: 'B', ...later, coverage: 0 })];
    expect(rangeCoverage(rows)).toBe(0.25);
    expect(rangeCoverage([])).toBeNull();
  });

  it('takes time that no row tells of for not recorded, unless it was not asked for', () => {
    const rows = [row({}), row({ start: '2026-10-06T12:00:00+02:00', end: '2026-10-06T14:00:00+02:00' })];
    expect(rangeCoverage(rows)).toBe(0.75);
    expect(rangeCoverage(rows, 'open')).toBe(1);
  });
});
