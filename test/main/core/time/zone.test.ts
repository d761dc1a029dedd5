import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  localDate,
  offsetHours,
  offsetMs,
  offsetSegment,
  offsetText,
  toInstant,
} from '../../../../src/main/core/time/zone';

const HOUR_MS = 3_600_000;
const utc = (text: string) => Date.parse(text);

describe('offsets', () => {
  test.each([
    ['Europe/Madrid', '2026-03-29T00:59:59Z', 1],
    ['Europe/Madrid', '2026-03-29T01:00:00Z', 2],
    ['Europe/Madrid', '2026-10-25T00:59:59Z', 2],
    ['Europe/Madrid', '2026-10-25T01:00:00Z', 1],
    ['America/St_Johns', '2026-01-10T00:00:00Z', -3.5],
    ['America/St_Johns', '2026-07-10T00:00:00Z', -2.5],
    ['Asia/Kathmandu', '2026-07-10T00:00:00Z', 5.75],
    ['Pacific/Chatham', '2026-01-10T00:00:00Z', 13.75],
    ['Australia/Lord_Howe', '2026-04-04T14:59:59Z', 11],
    ['Australia/Lord_Howe', '2026-04-04T15:00:00Z', 10.5],
    ['UTC', '2026-04-04T15:00:00Z', 0],
  ])('%s at %s: %d h', (zone, instant, hours) => {
    expect(offsetHours(zone, utc(instant))).toBe(hours);
  });

  it('are those that the platform knows', () => {
    const zones = [
      'Europe/Madrid',
      'America/St_Johns',
      'Asia/Kathmandu',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
    ];
    const instant = fc.integer({ min: utc('2010-01-01T00:00:00Z'), max: utc('2036-01-01T00:00:00Z') });
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        const shown = new Intl.DateTimeFormat('en-CA', {
          timeZone: zone,
          dateStyle: 'short',
          timeStyle: 'medium',
          hourCycle: 'h23',
        }).format(at);
        const local = new Date(at + offsetMs(zone, at)).toISOString();
        expect(shown).toBe(`${local.slice(0, 10)}, ${local.slice(11, 19)}`);
      }),
    );
  });

  it('hold for a segment that ends where the clocks change', () => {
    const at = utc('2026-07-01T12:00:00Z');
    const segment = offsetSegment('Europe/Madrid', at);
    expect(segment).toEqual({
      start: utc('2026-03-29T01:00:00Z'),
      end: utc('2026-10-25T01:00:00Z'),
      offset: 2 * HOUR_MS,
    });
    expect(offsetSegment('Europe/Madrid', segment.start)).toEqual(segment);
    expect(offsetSegment('Europe/Madrid', segment.end).offset).toBe(HOUR_MS);
    expect(offsetSegment('Asia/Kathmandu', at).end).toBe(Infinity);
  });

  it('of a zone that does not exist are refused', () => {
    expect(() => offsetMs('Europe/Nowhere', 0)).toThrow(RangeError);
  });
});

test.each([
  [2 * HOUR_MS, '+02:00'],
  [-3.5 * HOUR_MS, '-03:30'],
  [5.75 * HOUR_MS, '+05:45'],
  [0, '+00:00'],
])('an offset of %d ms is written %s', (offset, text) => {
  expect(offsetText(offset)).toBe(text);
});

test('an instant is written with the offset of its moment, and read back the same', () => {
  expect(toInstant('Europe/Madrid', utc('2026-10-25T00:30:00Z'))).toBe('2026-10-25T02:30:00+02:00');
  expect(toInstant('Europe/Madrid', utc('2026-10-25T01:30:00Z'))).toBe('2026-10-25T02:30:00+01:00');
  expect(toInstant('Asia/Kathmandu', utc('2026-10-25T01:30:00.999Z'))).toBe('2026-10-25T07:15:00+05:45');
  fc.assert(
    fc.property(
      fc.constantFrom('Europe/Madrid', 'Australia/Lord_Howe'),
      fc.nat(2 ** 31 - 1),
      (zone, seconds) => {
        expect(utc(toInstant(zone, seconds * 1000))).toBe(seconds * 1000);
      },
    ),
  );
});

test.each([
  ['Europe/Madrid', '2026-03-28T22:59:59Z', '2026-03-28'],
  ['Europe/Madrid', '2026-03-28T23:00:00Z', '2026-03-29'],
  ['Asia/Kathmandu', '2026-03-28T18:15:00Z', '2026-03-29'],
  ['America/New_York', '2026-03-29T03:59:59Z', '2026-03-28'],
])('in %s it is at %s the %s', (zone, instant, date) => {
  expect(localDate(zone, utc(instant))).toBe(date);
});
