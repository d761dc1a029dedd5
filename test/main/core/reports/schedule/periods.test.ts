import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { ReportFormat, ReportPeriod } from '#shared/domain';
import { defaultSchedule, type StoredSchedule } from '../../../../../src/main/core/ingest/schedule-store';
import { completeFiles, nextComplete } from '../../../../../src/main/core/reports/schedule/periods';

const site = { id: 'main', timeZone: 'Europe/Madrid', dayStartHour: 4 };
const at = (iso: string) => Date.parse(iso);

function stored(
  period: ReportPeriod,
  since: string,
  formats: ReportFormat[] = ['csv'],
  graceMinutes = 60,
): StoredSchedule {
  return {
    schedule: {
      ...defaultSchedule,
      formats: { day: [], week: [], month: [], [period]: formats },
      graceMinutes,
    },
    since: Object.fromEntries(formats.map((format) => [`${period} ${format}`, at(since)])),
  };
}
const ranges = (schedule: StoredSchedule, now: string, withNewest = false) =>
  completeFiles(schedule, [site], at(now), withNewest).map(({ from, to }) => `${from}…${to}`);

describe('completeFiles', () => {
  const daily = stored('day', '2026-03-10T12:00:00+01:00');

  test('a day is complete when its business day has ended and late counts have had their time', () => {
    expect(ranges(daily, '2026-03-11T04:59:59+01:00')).toEqual([]);
    expect(ranges(daily, '2026-03-11T05:00:00+01:00')).toEqual(['2026-03-10…2026-03-10']);
  });

  test('days on which nothing ran are made up for, oldest first', () => {
    expect(ranges(daily, '2026-03-15T10:00:00+01:00')).toEqual(
      [10, 11, 12, 13, 14].map((day) => `2026-03-${String(day)}…2026-03-${String(day)}`),
    );
  });

  test('weeks begin on Monday, months on the first; what was before the choice is not made up for', () => {
    const since = '2026-03-18T12:00:00+01:00';
    expect(ranges(stored('week', since), '2026-04-01T12:00:00+02:00')).toEqual([
      '2026-03-16…2026-03-22',
      '2026-03-23…2026-03-29',
    ]);
    expect(ranges(stored('month', since), '2026-04-01T04:59:00+02:00')).toEqual([]);
    expect(ranges(stored('month', since), '2026-04-01T05:00:00+02:00')).toEqual(['2026-03-01…2026-03-31']);
  });

  test('when asked for, the newest complete period of each kind as well', () => {
    const since = '2026-03-18T12:00:00+01:00';
    expect(ranges(stored('month', since), '2026-03-18T12:01:00+01:00', true)).toEqual([
      '2026-02-01…2026-02-28',
    ]);
    expect(ranges(daily, '2026-03-12T12:00:00+01:00', true)).toHaveLength(2);
    // At half past four the day before is still being waited for.
    expect(ranges(stored('day', since), '2026-03-18T04:30:00+01:00', true)).toEqual([
      '2026-03-16…2026-03-16',
    ]);
  });

  test('of every site and format, and of none where nothing is chosen', () => {
    const both = stored('day', '2026-03-10T12:00:00+01:00', ['csv', 'xlsx']);
    const sites = [site, { ...site, id: 'second', timeZone: 'America/New_York' }];
    const due = completeFiles(both, sites, at('2026-03-11T12:00:00+01:00'));
    expect(due.map((file) => `${file.site} ${file.format} ${file.from}`)).toEqual([
      'main csv 2026-03-10',
      'main xlsx 2026-03-10',
      'second csv 2026-03-10',
      'second xlsx 2026-03-10',
    ]);
    const nothing = { schedule: defaultSchedule, since: {} };
    expect(completeFiles(nothing, [site], at('2026-03-11T12:00:00+01:00'), true)).toEqual([]);
    expect(nextComplete(nothing, [site], at('2026-03-11T12:00:00+01:00'))).toBeNull();
  });

  test('the next one is announced for when it comes, however long is waited for it', () => {
    const slow = stored('day', '2026-03-10T12:00:00+01:00', ['csv'], 1440);
    const noon = [{ ...site, dayStartHour: 12 }];
    const next = (now: string) => new Date(nextComplete(slow, noon, at(now)) ?? 0).toISOString();
    expect(next('2026-03-10T12:00:00+01:00')).toBe('2026-03-12T11:00:00.000Z');
    expect(next('2026-03-12T10:00:00+01:00')).toBe('2026-03-12T11:00:00.000Z');
    expect(next('2026-03-12T12:00:00+01:00')).toBe('2026-03-13T11:00:00.000Z');
    // Chosen at two at night: the day that still goes on was over when it was chosen.
    const night = stored('day', '2026-03-10T02:00:00+01:00');
    expect(nextComplete(night, [site], at('2026-03-10T02:00:00+01:00'))).toBe(
      at('2026-03-11T05:00:00+01:00'),
    );
  });

  test('at most a year back', () => {
    expect(ranges(stored('day', '2020-01-01T12:00:00Z'), '2026-03-11T12:00:00Z')).toHaveLength(366);
  });
});

const zones = [
  'Europe/Madrid',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'UTC',
];

test('in every zone, whatever its clocks do, each period comes once, in order, and none is left out', () => {
  const arbitrary = fc.record({
    timeZone: fc.constantFrom(...zones),
    dayStartHour: fc.nat(12),
    graceMinutes: fc.nat(1440),
    period: fc.constantFrom<ReportPeriod>('day', 'week', 'month'),
    since: fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2026-12-01T00:00:00Z') }),
    days: fc.integer({ min: 0, max: 300 }),
  });
  fc.assert(
    fc.property(arbitrary, ({ timeZone, dayStartHour, graceMinutes, period, since, days }) => {
      const there = [{ id: 'main', timeZone, dayStartHour }];
      const schedule = stored(period, new Date(since).toISOString(), ['csv'], graceMinutes);
      const now = since + days * 24 * 3_600_000;
      const files = completeFiles(schedule, there, now);
      for (const [i, file] of files.entries()) {
        const before = files[i - 1];
        const next = before && new Date(Date.parse(before.to) + 24 * 3_600_000).toISOString().slice(0, 10);
        if (before) expect(file.from).toBe(next);
        expect(file.from <= file.to).toBe(true);
      }
      // Looking a moment later never takes anything away, and the next one comes when it was announced.
      const next = nextComplete(schedule, there, now) ?? 0;
      expect(next).toBeGreaterThan(now);
      expect(completeFiles(schedule, there, next - 1)).toEqual(files);
      expect(completeFiles(schedule, there, next).slice(0, -1)).toEqual(files);
      expect(completeFiles(schedule, there, next)).toHaveLength(files.length + 1);
    }),
    { numRuns: 60 },
  );
});
