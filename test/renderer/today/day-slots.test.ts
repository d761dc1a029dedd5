import { describe, expect, it } from 'vitest';
import type { History, UsualDay } from '#shared/domain';
import { daySlots } from '../../../src/renderer/features/today/day-slots';

const spread = (median: number) => ({ low: median - 1, median, high: median + 1 });
/** The usual figure of an hour is the hour itself. */
const usual: UsualDay = {
  date: '2026-10-25',
  days: 8,
  hours: Array.from({ length: 24 }, (_, hour) => ({ hour, visitors: spread(hour), soFar: spread(0) })),
  soFar: null,
};
const opensAtEight = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
const empty = (timeZone: string, by: History['by']): History => ({ timeZone, by, rows: [] });

/** What clocks in the zone show, not reckoned as the app does. */
function clock(ms: number, timeZone: string): string {
  return new Date(ms).toLocaleTimeString('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
}

describe('daySlots', () => {
  it.each([
    ['Europe/Madrid', '2026-10-26', 'on an ordinary day'],
    ['Europe/Madrid', '2026-10-25', 'on a day of 25 hours'],
    ['Europe/Madrid', '2026-03-29', 'on a day of 23 hours'],
    ['Australia/Lord_Howe', '2026-04-05', 'where half an hour comes twice'],
    ['Australia/Lord_Howe', '2026-10-04', 'where half an hour is left out'],
    ['America/Havana', '2026-11-01', 'where midnight comes twice'],
    ['America/Havana', '2026-03-08', 'where midnight is left out'],
    ['Asia/Kathmandu', '2026-10-26', 'in a zone at a quarter to'],
  ])('in %s on %s has the hours from eight to eight, each with its usual figure: %s', (timeZone, date) => {
    const slots = daySlots({ date, timeZone }, empty(timeZone, 'hour'), [], usual);
    expect(slots.map((slot) => Number(clock(slot.startMs, timeZone).slice(0, 2)))).toEqual(opensAtEight);
    expect(slots.map((slot) => slot.usual?.median)).toEqual(opensAtEight);
  });

  it.each([
    ['Europe/Madrid', '2026-10-26'],
    ['Europe/Madrid', '2026-10-25'],
    ['Europe/Madrid', '2026-03-29'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['Australia/Lord_Howe', '2026-10-04'],
  ])('in %s on %s has four quarters an hour, and no usual figures for them', (timeZone, date) => {
    const slots = daySlots({ date, timeZone }, empty(timeZone, 'quarter'), [], usual);
    expect(slots).toHaveLength(48);
    expect([slots[0], slots[47]].map((slot) => clock(slot?.startMs ?? 0, timeZone))).toEqual([
      '08:00',
      '19:45',
    ]);
    expect(slots.every((slot) => slot.usual === undefined)).toBe(true);
  });
});
