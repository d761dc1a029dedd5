import { describe, expect, it } from 'vitest';
import { busiest, chartSlots, shopHours, type ChartSlot } from '../../../src/renderer/charts/series';
import type { PeriodSum } from '../../../src/renderer/figures/period-sums';
import { stretches } from '../../../src/renderer/format/calendar';

const axis = stretches('2026-10-06', '2026-10-07', 'hour', 'UTC');

function sum(hour: number, values: Partial<PeriodSum>): PeriodSum {
  const at = (h: number) => new Date(Date.UTC(2026, 9, 6, h)).toISOString();
  return {
    start: at(hour),
    end: at(hour + 1),
    in: 0,
    out: 0,
    passby: 0,
    turnback: 0,
    avgStaySeconds: null,
    coverage: 1,
    quality: 'ok',
    counted: null,
    ...values,
  };
}

describe('chartSlots', () => {
  it('tells nobody, nothing known and not yet apart', () => {
    const slots = chartSlots(axis, [
      sum(9, {}),
      sum(10, { in: null, out: null, quality: 'missing', coverage: 0 }),
      sum(11, { in: 4, quality: 'partial', coverage: 0.5 }),
    ]);
    expect(slots).toHaveLength(24);
    expect(slots.slice(9, 13).map(({ in: entered, state }) => [entered, state])).toEqual([
      [0, 'recorded'],
      [null, 'gap'],
      [4, 'partial'],
      [null, 'blank'],
    ]);
  });

  it('knows what the owner corrected', () => {
    const counted = { in: 9, out: 9, passby: null, turnback: null };
    const slots = chartSlots(axis, [sum(9, { in: 3 }), sum(10, { in: 5, quality: 'edited', counted })]);
    expect(slots.slice(9, 11).map(({ state, isEdited }) => [state, isEdited])).toEqual([
      ['recorded', false],
      ['recorded', true],
    ]);
  });

  it('takes a place without a sum for a hole only where something is known on both sides', () => {
    const slots = chartSlots(axis, [sum(9, { in: 3 }), sum(12, { in: 5 })]);
    expect(slots.slice(8, 14).map(({ state }) => state)).toEqual([
      'blank',
      'recorded',
      'gap',
      'gap',
      'recorded',
      'blank',
    ]);
  });

  it('keeps a sum that fits no place of the axis', () => {
    const slots = chartSlots(axis, [sum(24, { in: 7 })]);
    expect(slots.at(-1)).toMatchObject({ in: 7, state: 'recorded' });
  });
});

describe('shopHours', () => {
  const hours = (slots: readonly ChartSlot[]) => slots.map((slot) => new Date(slot.startMs).getUTCHours());

  it('shows the usual hours of a shop', () => {
    const shown = hours(shopHours(chartSlots(axis, []), 'UTC'));
    expect([shown[0], shown.at(-1)]).toEqual([8, 19]);
  });

  it('grows to whoever was counted outside them', () => {
    const shown = hours(shopHours(chartSlots(axis, [sum(5, { out: 1 }), sum(23, { in: 2 })]), 'UTC'));
    expect([shown[0], shown.at(-1)]).toEqual([5, 23]);
  });
});

describe('busiest', () => {
  it('is the first hour with most visitors, and none on an empty day', () => {
    const slots = chartSlots(axis, [sum(9, { in: 3 }), sum(12, { in: 8 }), sum(17, { in: 8 })]);
    expect(busiest(slots)?.startMs).toBe(Date.UTC(2026, 9, 6, 12));
    expect(busiest(chartSlots(axis, [sum(9, {})]))).toBeNull();
  });
});
