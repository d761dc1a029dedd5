import { describe, expect, it } from 'vitest';
import type { History, UsualDay } from '#shared/domain';
import { localHour } from '../../../src/renderer/format/calendar';
import { daySlots } from '../../../src/renderer/features/today/day-slots';

const site = { date: '2026-10-25', timeZone: 'Europe/Madrid' };
const spread = (median: number) => ({ low: median - 1, median, high: median + 1 });
const usual: UsualDay = {
  date: site.date,
  days: 8,
  hours: Array.from({ length: 24 }, (_, hour) => ({ hour, visitors: spread(hour), soFar: spread(0) })),
  soFar: null,
};
const empty = (by: History['by']): History => ({ timeZone: site.timeZone, by, rows: [] });

describe('daySlots', () => {
  it('puts the usual figure of a local hour in its place, also when the clocks change', () => {
    const slots = daySlots(site, empty('hour'), [], usual);
    expect(slots.length).toBeGreaterThanOrEqual(12);
    for (const slot of slots) expect(slot.usual?.median).toBe(localHour(slot.startMs, site.timeZone));
  });

  it('has four quarters an hour, and no usual figures for them', () => {
    const slots = daySlots({ ...site, date: '2026-10-26' }, empty('quarter'), [], usual);
    expect(slots).toHaveLength(48);
    expect(slots.every((slot) => slot.usual === undefined)).toBe(true);
  });
});
