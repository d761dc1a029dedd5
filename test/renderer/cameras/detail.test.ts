import { describe, expect, it } from 'vitest';
import type { QualityRecord } from '#shared/domain';
import { clockLine } from '../../../src/renderer/features/cameras/detail/clock-line';
import { qualityDays } from '../../../src/renderer/features/cameras/detail/quality-days';
import { requestOutcomes } from '../../../src/renderer/features/cameras/detail/recovered';

describe('requestOutcomes', () => {
  const record = (id: number, rule: QualityRecord['rule'], field: string | null): QualityRecord => ({
    id,
    at: '2026-10-06T10:00:00+02:00',
    sn: 'A',
    rule,
    field,
    before: null,
    after: null,
  });

  it('reads the stretch and its length', () => {
    const [outcome] = requestOutcomes([
      record(1, 'gap-recovered', '2026-10-06T08:00:00.000Z/2026-10-06T11:20:00.000Z'),
    ]);
    expect(outcome).toEqual({
      id: 1,
      isRecovered: true,
      start: '2026-10-06T08:00:00.000Z',
      end: '2026-10-06T11:20:00.000Z',
      seconds: 12_000,
    });
  });

  it('passes over other rules and records without a stretch', () => {
    const span = '2026-10-06T08:00:00.000Z/2026-10-06T11:20:00.000Z';
    const outcomes = requestOutcomes([
      record(1, 'resent', span),
      record(2, 'gap-not-recovered', null),
      record(3, 'gap-not-recovered', span),
    ]);
    expect(outcomes.map(({ id, isRecovered }) => [id, isRecovered])).toEqual([[3, false]]);
  });
});

describe('qualityDays', () => {
  it('keeps the days as they come and puts the commonest rule of a day first', () => {
    const days = qualityDays([
      { date: '2026-10-06', rule: 'clock-wrong', count: 1 },
      { date: '2026-10-06', rule: 'resent', count: 7 },
      { date: '2026-10-05', rule: 'resent', count: 2 },
    ]);
    expect(days.map(({ date, rules }) => [date, rules.map(({ rule }) => rule)])).toEqual([
      ['2026-10-06', ['resent', 'clock-wrong']],
      ['2026-10-05', ['resent']],
    ]);
  });
});

describe('clockLine', () => {
  const size = { width: 100, height: 60 };
  const trend = (...skews: number[]) =>
    skews.map((skewSeconds, day) => ({ date: `2026-10-0${String(day + 1)}`, skewSeconds }));

  it('draws a clock that is nearly right as a nearly flat line', () => {
    expect(clockLine(trend(0, 6, 0), size)).toEqual({ points: '0.0,30 50.0,27 100.0,30', zeroY: 30 });
  });

  it('takes in the largest deviation and keeps "on time" in the picture', () => {
    expect(clockLine(trend(3600, 3600), size)).toEqual({ points: '0.0,0 100.0,0', zeroY: 59 });
  });

  it('draws nothing of a single reading', () => {
    expect(clockLine(trend(5), size)).toBeNull();
  });
});
