import { describe, expect, it } from 'vitest';
import { weekdayName, weekdayOrder } from '../../../src/renderer/format/weekdays';

describe('weekdays', () => {
  it('begin where the locale’s week begins', () => {
    expect(weekdayOrder('de-DE')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(weekdayOrder('en-US')).toEqual([7, 1, 2, 3, 4, 5, 6]);
  });

  it('have the locale’s names', () => {
    expect(weekdayName('de-DE', 1, 'long')).toBe('Montag');
    expect(weekdayName('es-ES', 7, 'long')).toBe('domingo');
    expect(weekdayName('en-GB', 6, 'short')).toBe('Sat');
  });
});
