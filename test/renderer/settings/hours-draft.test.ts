import { describe, expect, it } from 'vitest';
import {
  dayProblem,
  endsNextDay,
  hasProblem,
  nextInterval,
  specialDayProblem,
  usualHours,
  type IntervalDraft,
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

describe('endsNextDay', () => {
  it('is what an end before its start means', () => {
    expect(endsNextDay(interval('18:00', '02:00'))).toBe(true);
    expect(endsNextDay(interval('18:00', '23:00'))).toBe(false);
  });
});

describe('hasProblem', () => {
  const { weekly } = usualHours();
  const special = (date: string, ...intervals: IntervalDraft[]) => ({ date, label: '', intervals });
  const christmas = special('2026-12-24', interval('09:00', '14:00'));

  it.each([
    ['no hours', null],
    ['the usual ones', usualHours()],
    ['a night', { weekly: [[interval('18:00', '02:00')], ...weekly.slice(1)], exceptions: [] }],
    ['special days', { weekly, exceptions: [christmas, special('2026-12-25')] }],
  ])('finds none in %s', (_, hours) => {
    expect(hasProblem(hours)).toBe(false);
  });

  it.each([
    ['a Sunday not typed in full', { weekly: weekly.with(6, [interval('09:00', '')]), exceptions: [] }],
    ['a Monday', { weekly: weekly.with(0, [interval('09:10', '13:00')]), exceptions: [] }],
    ['hours of a special day', { weekly, exceptions: [christmas, special('2027-01-05', interval('', ''))] }],
    ['a special day without a date', { weekly, exceptions: [christmas, special('')] }],
    ['a special day that is there twice', { weekly, exceptions: [christmas, special('2026-12-24')] }],
  ])('finds one in %s', (_, hours) => {
    expect(hasProblem(hours)).toBe(true);
  });
});
