import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { periodBorders, startOfDay } from '../../../src/main/core/time/calendar';
import { zonedInstant } from '../../support/clock-changes';
import {
  addDays,
  addMonths,
  daysBetween,
  firstOfMonth,
  localDate,
  stretches,
} from '../../../src/renderer/format/calendar';

const zones = [
  'Europe/Madrid',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/Santiago',
  'Africa/Cairo',
  'UTC',
];

describe('stretches', () => {
  it('gives the short spring day 23 hours and the long autumn day 25', () => {
    expect(stretches('2026-03-29', '2026-03-30', 'hour', 'Europe/Madrid')).toHaveLength(23);
    expect(stretches('2026-10-25', '2026-10-26', 'hour', 'Europe/Madrid')).toHaveLength(25);
    expect(stretches('2026-10-25', '2026-10-26', 'day', 'Europe/Madrid')).toHaveLength(1);
  });

  it('begins days at midnight again after one that had none', () => {
    const days = stretches('2026-04-24', '2026-04-26', 'day', 'Africa/Cairo');
    expect(days.map(({ startMs }) => new Date(startMs).toISOString())).toEqual([
      '2026-04-23T22:00:00.000Z',
      '2026-04-24T21:00:00.000Z',
    ]);
  });

  it('begins an hour anew where clocks go back by half of one, and ends with the day', () => {
    const hours = stretches('2027-04-04', '2027-04-05', 'hour', 'Australia/Lord_Howe');
    const minutes = hours.map(({ startMs, endMs }) => (endMs - startMs) / 60_000);
    expect(minutes).toEqual([60, 60, 30, ...Array<number>(22).fill(60)]);
  });

  it('has the borders that figures are asked for by, in every zone', () => {
    fc.assert(
      fc.property(
        zonedInstant(...zones),
        fc.constantFrom('quarter' as const, 'hour' as const, 'day' as const),
        fc.integer({ min: 1, max: 4 }),
        ([zone, at], by, days) => {
          const from = localDate(at, zone);
          const to = addDays(from, days);
          const borders = periodBorders(zone, by, {
            start: startOfDay(zone, from),
            end: startOfDay(zone, to),
          });
          expect(stretches(from, to, by, zone)).toEqual(
            borders.slice(1).map((endMs, index) => ({ startMs: borders[index], endMs })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('covers a range without a hole or an overlap, in every zone', () => {
    fc.assert(
      fc.property(
        zonedInstant(...zones),
        fc.constantFrom('quarter' as const, 'hour' as const, 'day' as const),
        fc.integer({ min: 1, max: 4 }),
        ([zone, at], by, days) => {
          const from = localDate(at, zone);
          const list = stretches(from, addDays(from, days), by, zone);
          list.forEach((stretch, index) => {
            expect(stretch.endMs).toBeGreaterThan(stretch.startMs);
            if (index > 0) expect(stretch.startMs).toBe(list[index - 1]?.endMs);
          });
          expect(localDate(list[0]?.startMs ?? 0, zone)).toBe(from);
          expect(localDate((list.at(-1)?.endMs ?? 0) - 1, zone)).toBe(addDays(from, days - 1));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('local dates', () => {
  it('follow the zone, not Greenwich', () => {
    const lateEvening = Date.parse('2026-06-30T23:30:00Z');
    expect(localDate(lateEvening, 'Europe/Madrid')).toBe('2026-07-01');
    expect(localDate(lateEvening, 'America/New_York')).toBe('2026-06-30');
  });

  it('reckon over the ends of months', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
    expect(addMonths('2026-01-01', -1)).toBe('2025-12-01');
    expect(firstOfMonth('2026-12-31')).toBe('2026-12-01');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  });
});
