import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { granularities } from '#shared/domain';
import { QUARTER_MS } from '../../../../src/main/core/counting/spread';
import {
  businessDayOf,
  dayOf,
  periodBorders,
  resolveInstant,
  startOfDay,
} from '../../../../src/main/core/time/calendar';
import { localDate, toInstant } from '../../../../src/main/core/time/zone';
import { zonedInstant } from '../../../support/clock-changes';

const HOUR_MS = 3_600_000;
const utc = (text: string) => Date.parse(text);
const zones = [
  'Europe/Madrid',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/St_Johns',
  'America/Havana',
  'UTC',
];

/** Borders of local days, as a reader sees them. */
function borders(zone: string, by: (typeof granularities)[number], from: string, to: string): string[] {
  const range = { start: startOfDay(zone, from), end: startOfDay(zone, to) };
  return periodBorders(zone, by, range).map((at) => toInstant(zone, at));
}

describe('days', () => {
  test.each([
    ['Europe/Madrid', '2026-03-29', 23],
    ['Europe/Madrid', '2026-10-25', 25],
    ['Europe/Madrid', '2026-06-01', 24],
    ['Australia/Lord_Howe', '2026-04-05', 24.5],
    ['Australia/Lord_Howe', '2026-10-04', 23.5],
    // Midnight does not exist there, or comes twice.
    ['America/Havana', '2026-03-08', 23],
    ['America/Havana', '2026-11-01', 25],
  ])('in %s the %s has %d hours', (zone, date, hours) => {
    const day = dayOf(zone, startOfDay(zone, date));
    expect(day).toMatchObject({ date, start: startOfDay(zone, date) });
    expect((day.end - day.start) / HOUR_MS).toBe(hours);
    expect(dayOf(zone, day.end - 1).date).toBe(date);
    expect(dayOf(zone, day.end).date).not.toBe(date);
  });

  it('hold every instant that has their date, and no other', () => {
    fc.assert(
      fc.property(zonedInstant(...zones), ([zone, at]) => {
        const day = dayOf(zone, at);
        expect(day.start <= at && at < day.end).toBe(true);
        expect(day.date).toBe(localDate(zone, at));
        const edges = [day.start - 1, day.start, day.end - 1, day.end];
        const isInside = edges.map((edge) => localDate(zone, edge) === day.date);
        expect(isInside).toEqual([false, true, true, false]);
      }),
    );
  });
});

describe('business days', () => {
  test.each([
    ['2026-06-02T01:59:59Z', '2026-06-01T04:00:00+02:00', '2026-06-02T04:00:00+02:00'],
    ['2026-06-02T02:00:00Z', '2026-06-02T04:00:00+02:00', '2026-06-03T04:00:00+02:00'],
    ['2026-03-29T01:30:00Z', '2026-03-28T04:00:00+01:00', '2026-03-29T04:00:00+02:00'],
    ['2026-10-25T02:59:59Z', '2026-10-24T04:00:00+02:00', '2026-10-25T04:00:00+01:00'],
  ])('at %s', (instant, start, end) => {
    const day = businessDayOf('Europe/Madrid', utc(instant), 4);
    expect([day.start, day.end].map((at) => toInstant('Europe/Madrid', at))).toEqual([start, end]);
  });

  it('begin at the first instant after an hour that is skipped', () => {
    const day = businessDayOf('Europe/Madrid', utc('2026-03-29T08:00:00Z'), 2);
    expect(toInstant('Europe/Madrid', day.start)).toBe('2026-03-29T03:00:00+02:00');
  });
});

test('a date stands for the start of its day, an instant for itself', () => {
  expect(resolveInstant('Asia/Kathmandu', '2026-03-29')).toBe(utc('2026-03-28T18:15:00Z'));
  expect(resolveInstant('Asia/Kathmandu', '2026-03-29T10:00:00+02:00')).toBe(utc('2026-03-29T08:00:00Z'));
  expect(resolveInstant('Asia/Kathmandu', '2026-03-29T08:00:00Z')).toBe(utc('2026-03-29T08:00:00Z'));
});

describe('periodBorders', () => {
  it('makes two of a repeated hour, told apart by their offset, and none of a skipped one', () => {
    const autumn = borders('Europe/Madrid', 'hour', '2026-10-25', '2026-10-26');
    expect(autumn).toHaveLength(26);
    expect(autumn.slice(1, 5)).toEqual([
      '2026-10-25T01:00:00+02:00',
      '2026-10-25T02:00:00+02:00',
      '2026-10-25T02:00:00+01:00',
      '2026-10-25T03:00:00+01:00',
    ]);
    const spring = borders('Europe/Madrid', 'hour', '2026-03-29', '2026-03-30');
    expect(spring).toHaveLength(24);
    expect(spring.slice(1, 3)).toEqual(['2026-03-29T01:00:00+01:00', '2026-03-29T03:00:00+02:00']);
  });

  it('cuts where clocks change by half an hour', () => {
    const hours = borders('Australia/Lord_Howe', 'hour', '2026-04-05', '2026-04-06');
    expect(hours.slice(1, 4)).toEqual([
      '2026-04-05T01:00:00+11:00',
      // 01:30 comes twice: the hour from one to two and the half that is repeated are two periods.
      '2026-04-05T01:30:00+10:30',
      '2026-04-05T02:00:00+10:30',
    ]);
    expect(hours.at(-1)).toBe('2026-04-06T00:00:00+10:30');
  });

  it('follows local hours in a zone at a quarter to', () => {
    const hours = borders('Asia/Kathmandu', 'hour', '2026-06-01', '2026-06-02');
    expect(hours).toHaveLength(25);
    expect(hours.every((text) => text.endsWith(':00:00+05:45'))).toBe(true);
  });

  it('begins weeks on Monday and months on the first, clipped to the range', () => {
    expect(
      borders('Europe/Madrid', 'week', '2026-03-25', '2026-04-08').map((text) => text.slice(0, 10)),
    ).toEqual(['2026-03-25', '2026-03-30', '2026-04-06', '2026-04-08']);
    expect(
      borders('Europe/Madrid', 'month', '2026-01-31', '2026-04-01').map((text) => text.slice(0, 10)),
    ).toEqual(['2026-01-31', '2026-02-01', '2026-03-01', '2026-04-01']);
  });

  it('is empty for a range that ends before it begins', () => {
    expect(periodBorders('UTC', 'day', { start: HOUR_MS, end: HOUR_MS })).toEqual([]);
    expect(periodBorders('UTC', 'day', { start: HOUR_MS, end: 0 })).toEqual([]);
  });

  it('parts the range without a gap, at whole quarter hours', () => {
    const periods = fc.constantFrom(...granularities);
    fc.assert(
      fc.property(zonedInstant(...zones), periods, fc.nat(45 * 24), ([zone, start], period, hours) => {
        const given = { start, end: start + hours * HOUR_MS + 1 };
        const all = periodBorders(zone, period, given);
        expect(all[0]).toBe(Math.floor(given.start / QUARTER_MS) * QUARTER_MS);
        expect(all.at(-1)).toBe(Math.ceil(given.end / QUARTER_MS) * QUARTER_MS);
        expect(all.every((border) => border % QUARTER_MS === 0)).toBe(true);
        expect(all.every((border, i) => i === 0 || border > (all[i - 1] ?? 0))).toBe(true);
      }),
    );
  });
});
