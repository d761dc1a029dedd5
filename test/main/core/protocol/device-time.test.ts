import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeviceTime } from '../../../../src/main/core/protocol/device-time';

test.each([
  ['seconds', 1773129612, 1773129612000],
  ['seconds with a fraction', 1773129612.25, 1773129612250],
  ['12 digits', 177312961225, 1773129612250],
  ['milliseconds', 1773129612251, 1773129612251],
  ['microseconds', 1773129612251999, 1773129612252],
  ['18 digits', 177312961225100000, 1773129612251],
  ['nanoseconds', 1773129612251000000, 1773129612251],
  ['text', '1773129612', 1773129612000],
  ['text with blanks', ' 1773129612251 ', 1773129612251],
  ['the earliest that fits', 1_000_000_000, 1_000_000_000_000],
  ['the latest that fits', 9_999_999_999, 9_999_999_999_000],
])('%s', (_name, value, ms) => {
  expect(readDeviceTime(value)).toEqual({ ms, fitsUnit: true });
});

test.each([
  [1, 1000],
  [946_684_800, 946_684_800_000],
  [0.0001, 0],
])('%s is a clock that was never set: known, not believed', (value, ms) => {
  expect(readDeviceTime(value)).toEqual({ ms, fitsUnit: false });
});

test.each([
  [undefined],
  [null],
  [0],
  [-1],
  [-1773129612],
  [Number.NaN],
  [Number.POSITIVE_INFINITY],
  [1e19],
  [1e308],
  [''],
  ['  '],
  ['yesterday'],
  ['2026-03-10T09:00:00Z'],
  [true],
  [[1773129612]],
  [{ time: 1773129612 }],
])('%j is no time', (value) => {
  expect(readDeviceTime(value)).toBeNull();
});

test('any unit gives the same millisecond', () => {
  const millisecond = fc.integer({ min: 1_000_000_000_000, max: 9_999_999_999_999 });
  fc.assert(
    fc.property(millisecond, (ms) => {
      expect(readDeviceTime(ms)).toEqual({ ms, fitsUnit: true });
      expect(readDeviceTime(String(ms * 1000))?.ms).toBe(ms);
      expect(readDeviceTime(Math.floor(ms / 1000))?.ms).toBe(Math.floor(ms / 1000) * 1000);
    }),
  );
});

test('whatever the number, a time is a whole number of milliseconds in the range of dates', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      const time = readDeviceTime(value);
      if (time === null) return;
      expect(Number.isSafeInteger(time.ms)).toBe(true);
      expect(new Date(time.ms).getTime()).toBe(time.ms);
    }),
  );
});
