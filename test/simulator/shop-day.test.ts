import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shopDay, type ShopDayOptions } from '../../src/simulator/shop-day';

const dates = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => new Date(Date.UTC(2023, 0, 1 + days)).toISOString().slice(0, 10));
const options: fc.Arbitrary<ShopDayOptions> = fc.record({
  seed: fc.integer({ min: 0, max: 1000 }),
  shop: fc.integer({ min: 0, max: 5 }),
  doors: fc.integer({ min: 1, max: 4 }),
  date: dates,
  timeZone: fc.constantFrom(
    'Europe/Madrid',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'Africa/Cairo',
  ),
  hours: fc.constantFrom(
    { opensMinute: 540, closesMinute: 1200 },
    { opensMinute: 0, closesMinute: 1440 },
    { opensMinute: 600, closesMinute: 630 },
  ),
});

const friday: ShopDayOptions = {
  seed: 1,
  shop: 0,
  doors: 4,
  date: '2024-03-22',
  timeZone: 'Europe/Madrid',
  hours: { opensMinute: 9 * 60, closesMinute: 20 * 60 },
};
const count = (day: ReturnType<typeof shopDay>, direction: string) =>
  day.flat().filter((event) => event.direction === direction).length;

describe('a day of a shop', () => {
  it('is the same whenever it is made', () => {
    fc.assert(
      fc.property(options, (day) => {
        expect(shopDay(day)).toEqual(shopDay(day));
      }),
      { numRuns: 5 },
    );
  });

  it('lets out everybody who came in, and never more than are inside', () => {
    fc.assert(
      fc.property(options, (day) => {
        const events = shopDay(day).flat();
        events.sort((a, b) => a.atMs - b.atMs || (a.direction === 'in' ? -1 : 1));
        let inside = 0;
        for (const { direction } of events) {
          if (direction === 'in') inside += 1;
          if (direction === 'out') inside -= 1;
          expect(inside).toBeGreaterThanOrEqual(0);
        }
        expect(inside).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('lists people by time, within the local day, with whole numbers', () => {
    fc.assert(
      fc.property(options, (day) => {
        const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone: day.timeZone });
        for (const events of shopDay(day)) {
          for (const [index, event] of events.entries()) {
            expect(event.id).toBe(index + 1);
            expect(event.atMs).toBeGreaterThanOrEqual(events[index - 1]?.atMs ?? 0);
            expect(Number.isInteger(event.atMs) && Number.isInteger(event.stayMs)).toBe(true);
          }
          for (const event of [events[0], events.at(-1)]) {
            if (event !== undefined) expect(dayOf.format(event.atMs)).toBe(day.date);
          }
        }
      }),
      {
        numRuns: 10,
        // A day without a midnight, of a shop that never closes.
        examples: [
          [
            {
              ...friday,
              date: '2026-04-24',
              timeZone: 'Africa/Cairo',
              hours: { opensMinute: 0, closesMinute: 1440 },
            },
          ],
        ],
      },
    );
  });

  it('differs by seed, shop and date', () => {
    // Since midnight, or else two dates would always differ.
    const timesOf = (given: ShopDayOptions) =>
      shopDay(given).map((events) =>
        events.map(({ atMs }) => atMs - Date.parse(`${given.date}T00:00:00+01:00`)),
      );
    const times = timesOf(friday);
    expect(times[0]?.[0]).toBeLessThan(24 * 3_600_000);
    for (const change of [{ seed: 2 }, { shop: 1 }, { date: '2024-03-15' }]) {
      expect(timesOf({ ...friday, ...change })).not.toEqual(times);
    }
  });

  it('looks like a small shop: busy Saturdays, quiet Sundays, a main entrance, an evening rush', () => {
    const day = shopDay(friday);
    expect(count(shopDay({ ...friday, date: '2024-03-23' }), 'in')).toBeGreaterThan(count(day, 'in'));
    expect(count(shopDay({ ...friday, date: '2024-03-24' }), 'in')).toBeLessThan(count(day, 'in') / 3);
    expect(day[0]?.length).toBeGreaterThan(day[3]?.length ?? 0);
    const entering = (hour: number) =>
      day.flat().filter((event) => {
        const local = new Date(event.atMs).toLocaleTimeString('en-GB', { timeZone: 'Europe/Madrid' });
        return event.direction === 'in' && Number(local.slice(0, 2)) === hour;
      }).length;
    expect(entering(18)).toBeGreaterThan(entering(10));
    expect(entering(3)).toBe(0);
    expect(count(day, 'turnback')).toBeGreaterThan(0);
    expect(count(day, 'passby')).toBeGreaterThan(count(day, 'in'));
  });

  it('has children, who are shorter', () => {
    const people = shopDay({ ...friday, date: '2024-03-23' }).flat();
    const children = people.filter((person) => person.isChild);
    expect(children.length).toBeGreaterThan(10);
    expect(Math.max(...children.map((child) => child.heightCm))).toBeLessThan(140);
    expect(Math.min(...people.filter((p) => !p.isChild).map((adult) => adult.heightCm))).toBeGreaterThan(140);
  });
});
