import { describe, expect, it } from 'vitest';
import { ageSeconds, span, stopwatch } from '../../../src/renderer/format/durations';
import { decimalMark, numberFormats } from '../../../src/renderer/format/numbers';

describe('numbers', () => {
  it('write a figure as the locale does, and an unknown one as a dash', () => {
    expect(numberFormats('en-GB').count(12345)).toBe('12,345');
    expect(numberFormats('de-DE').count(12345)).toBe('12.345');
    expect(numberFormats('en-GB').count(0)).toBe('0');
    expect(numberFormats('en-GB').count(null)).toBe('–');
  });

  it('show small shares with a decimal and nothing as nothing', () => {
    const { percent } = numberFormats('en-GB');
    expect([0, 0.034, 0.1, 0.339, 1, null].map(percent)).toEqual(['0%', '3.4%', '10%', '34%', '100%', '–']);
    expect([0.994, 0.9967, 0.99999].map(percent)).toEqual(['99%', '99.7%', '99.9%']);
  });

  it('size files as file managers do', () => {
    const { fileSize } = numberFormats('en-GB');
    const sizes = [0, 340_000, 999_499, 999_500, 1_234_567, 250_000_000];
    expect(sizes.map(fileSize)).toEqual(['1 kB', '340 kB', '999 kB', '1 MB', '1.2 MB', '250 MB']);
  });

  it('know the decimal mark of the computer', () => {
    expect(decimalMark('en-GB')).toBe('.');
    expect(decimalMark('es-ES')).toBe(',');
  });
});

describe('lengths of time', () => {
  it('run like a stopwatch', () => {
    expect([0, 7.9, 754, 3723, -3].map(stopwatch)).toEqual(['0:00', '0:07', '12:34', '1:02:03', '0:00']);
  });

  it('are told in the largest unit that has passed in full', () => {
    expect(span(59)).toEqual({ unit: 'seconds', amount: 59 });
    expect(span(3599)).toEqual({ unit: 'minutes', amount: 59 });
    expect(span(47 * 3600)).toEqual({ unit: 'hours', amount: 47 });
    expect(span(48 * 3600)).toEqual({ unit: 'days', amount: 2 });
  });

  it('never start in the future', () => {
    expect(ageSeconds('2026-01-01T00:00:10+00:00', Date.parse('2026-01-01T00:00:00Z'))).toBe(0);
  });
});
