import { describe, expect, it } from 'vitest';
import { timeFormats } from '../../../src/renderer/format/times';

const { time, period, longDate } = timeFormats('en-GB');
const zone = 'Europe/Madrid';

describe('times', () => {
  it('are the site’s, whatever offset the instant is written with', () => {
    expect(time('2026-07-01T10:15:00+02:00', zone)).toBe('10:15');
    expect(time('2026-07-01T08:15:00Z', zone)).toBe('10:15');
  });

  it('name periods by what tells them apart', () => {
    expect(period('2026-10-06T14:00:00+02:00', '2026-10-06T15:00:00+02:00', 'hour', zone)).toContain(
      '14:00–15:00',
    );
    expect(period('2026-10-05T00:00:00+02:00', '2026-10-12T00:00:00+02:00', 'week', zone)).toMatch(
      /5 Oct.*11 Oct/,
    );
    expect(period('2026-10-01T00:00:00+02:00', '2026-11-01T00:00:00+01:00', 'month', zone)).toBe(
      'October 2026',
    );
  });

  it('tell the two hours of the long autumn night apart', () => {
    const twoToThree = (start: string, end: string) => period(start, end, 'hour', zone);
    expect(twoToThree('2026-10-25T00:00:00Z', '2026-10-25T01:00:00Z')).toMatch(/02:00–02:00 \(GMT\+2\)$/);
    expect(twoToThree('2026-10-25T01:00:00Z', '2026-10-25T02:00:00Z')).toMatch(/02:00–03:00 \(GMT\+1\)$/);
    expect(twoToThree('2026-10-25T02:00:00Z', '2026-10-25T03:00:00Z')).toMatch(/03:00–04:00$/);
  });

  it('are short at the foot of a chart, also where the day has two halves', () => {
    const american = timeFormats('en-US');
    const instant = '2026-07-01T08:00:00+02:00';
    expect(american.time(instant, zone)).toMatch(/^8:00\sAM$/);
    expect(american.shortPeriod(instant, 'hour', zone)).toMatch(/^8\sAM$/);
    expect(timeFormats('de-DE').shortPeriod(instant, 'hour', zone)).toBe('08:00');
  });

  it('read a calendar date as that date everywhere', () => {
    expect(longDate('2026-10-06')).toContain('Tuesday');
  });
});
