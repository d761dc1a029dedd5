import { describe, expect, it } from 'vitest';
import type { WeekMapCell } from '#shared/domain';
import { busiestMean, levelOf, shownHours } from '../../../src/renderer/features/history/week-map';

const cell = (hour: number, mean: number | null): WeekMapCell => ({ weekday: 1, hour, mean, days: 4 });

describe('week map', () => {
  it('tells nobody from a few, and not recorded from nobody', () => {
    expect([null, 0, 0.1, 50, 100].map((mean) => levelOf(mean, 100))).toEqual([null, 0, 1, 3, 6]);
    expect(levelOf(0, 0)).toBe(0);
    expect(busiestMean([cell(9, null), cell(10, 3.5), cell(11, 2)])).toBe(3.5);
  });

  it('shows the usual hours, and whatever else saw people', () => {
    expect(shownHours([cell(3, 0), cell(10, 4)])).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(shownHours([cell(6, 1), cell(23, 2)])).toEqual(Array.from({ length: 18 }, (_, at) => at + 6));
  });
});
