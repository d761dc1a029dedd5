import { describe, expect, it } from 'vitest';
import {
  dayProblem,
  endsNextDay,
  hasProblem,
  nextInterval,
  specialDayProblem,
  usualHours,
} from '../../../src/renderer/features/settings/hours/hours-draft';

const interval = (from: string, to: string) => ({ from, to });

describe('dayProblem', () => {
  it.each([
    [[], null],
    [[interval('09:00', '13:00'), interval('16:00', '20:15')], null],
    [[interval('16:00', '20:00'), interval('09:00', '16:00')], null],
    [[interval('18:00', '02:00')], null],
    [[interval('00:00', '00:00')], null],
    [[interval('09:00', '')], 'incomplete'],
    [[interval('09:10', '13:00')], 'not-quarter'],
    [[interval('09:00', '13:00'), interval('12:45', '20:00')], 'overlap'],
    [[interval('09:00', '13:00'), interval('20:00', '10:00')], null],
    [[interval('20:00', '02:00'), interval('23:00', '23:30')], 'overlap'],
    [[interval('00:00', '00:00'), interval('12:00', '13:00')], 'overlap'],
  ] as const)('%j: %s', (day, problem) => {
    expect(dayProblem(day)).toBe(problem);
  });
});

describe('specialDayProblem', () => {
  const day = { date: '2026-12-24', label: '', intervals: [interval('09:00', '14:00')] };

  it('wants a date, and each date once', () => {
    expect(specialDayProblem(day, [day])).toBeNull();
    expect(specialDayProblem({ ...day, date: '' }, [])).toBe('no-date');
    expect(specialDayProblem(day, [day, { ...day, intervals: [] }])).toBe('twice');
  });
});

describe('nextInterval', () => {
  it('begins with a whole day, goes on after a break, and stays within the day', () => {
    expect(nextInterval([])).toEqual(interval('09:00', '18:00'));
    expect(nextInterval([interval('09:00', '13:00')])).toEqual(interval('14:00', '17:00'));
    expect(nextInterval([interval('09:00', '23:30')])).toEqual(interval('23:00', '23:45'));
  });
});

describe('hasProblem', () => {
  it('finds none in no hours, in the usual ones, nor in a night', () => {
    expect(hasProblem(null)).toBe(false);
    expect(hasProblem(usualHours())).toBe(false);
    expect(endsNextDay(interval('18:00', '02:00'))).toBe(true);
    expect(endsNextDay(interval('18:00', '23:00'))).toBe(false);
  });
});
