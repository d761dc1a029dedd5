import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { Body } from '../oracle/types';
import { differences, askApp, feed, newSerials, type Range } from './scenario/run';
import { AppUnderTest } from './scenario/app-under-test';
import type { Event } from './scenario/player';
import { fixedSeed } from './scenario/size';

/*
 * Add reports, re-sends, corrections and history in any order. What does depend on arrival is kept as it is:
 * the moments at which messages arrive, what the camera was told, and clocks that are right.
 */

const HOUR = 3600;
const base = Date.UTC(2026, 9, 24, 22, 0) / 1000;
const firstArrival = base + 8 * HOUR;

interface Fact {
  /** Window in minutes after the base. */
  startMinute: number;
  minutes: number;
  counts: number[];
  kind: 'interval' | 'real-time' | 'history';
  /** Which of a few persons a real-time report lists as entering. */
  persons: number[];
  copies: number;
}

const fact: fc.Arbitrary<Fact> = fc.record({
  // Few windows, so that facts are about the same one, or about parts of each other; and some by chance.
  startMinute: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(0, 40) },
    { weight: 1, arbitrary: fc.nat(420) },
  ),
  minutes: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(15, 60) },
    { weight: 1, arbitrary: fc.integer({ min: 2, max: 50 }) },
  ),
  counts: fc.array(fc.nat(20), { minLength: 4, maxLength: 4 }),
  kind: fc.constantFrom('interval', 'interval', 'real-time', 'history', 'history'),
  persons: fc.subarray([1, 2, 3, 4]),
  copies: fc.integer({ min: 1, max: 2 }),
});

/** @param number tells facts apart: no two reports have the same `time`, for on a tie the later arrival counts */
function toBody({ startMinute, minutes, counts, kind, persons }: Fact, number: number): Body {
  const [entered = 0, out = 0, passby = 0, turnback = 0] = counts;
  const startTime = base + startMinute * 60;
  const endTime = kind === 'real-time' ? startTime + 60 : startTime + minutes * 60;
  const time = base + (kind === 'history' ? number % 3 : number);
  const body = { startTime, endTime, time, in: entered, out, passby, turnback };
  if (kind === 'history') return { len: 1, data: [body] };
  if (kind === 'interval') return body;
  const eventList = persons.map((id) => ({
    id,
    timestamp: base + id,
    eventType: 0,
    height: id % 2 ? 170 : 110,
  }));
  return { ...body, in: entered + persons.length, eventList };
}

function eventsOf(bodies: readonly Body[]): Event[] {
  const at = (i: number) => firstArrival * 1000 + i * 40_000;
  return bodies.map((body, i) => ({
    kind: 'oracle',
    camera: 0,
    happening: { kind: 'post', at: at(i), endpoint: 'upload', body },
  }));
}

/** Facts that say something else about a window than one of the same kind before them. */
function conflictsOf(facts: readonly Fact[], kind: Fact['kind']): number {
  const told = facts.filter((one) => one.kind === kind);
  return told.filter((one, i) => told.slice(0, i).some((other) => areInConflict(one, other))).length;
}

function areInConflict(a: Fact, b: Fact): boolean {
  const isSameWindow = a.startMinute === b.startMinute && (a.kind === 'real-time' || a.minutes === b.minutes);
  return isSameWindow && a.counts.join() !== b.counts.join();
}

const kinds = ['interval', 'real-time', 'history'] as const;
const conflicts = { interval: 0, 'real-time': 0, history: 0 };
let app = new AppUnderTest();
let used = 0;
afterAll(() => app.dispose());

it('gives the same figures whatever the order of arrival', async () => {
  const drawn = fc.array(fact, { minLength: 3, maxLength: 12, size: 'max' }).chain((facts) => {
    const bodies = facts.flatMap((each, i) => Array.from({ length: each.copies }, () => toBody(each, i + 1)));
    return fc.record({
      facts: fc.constant(facts),
      bodies: fc.constant(bodies),
      shuffled: fc.shuffledSubarray(bodies, { minLength: bodies.length }),
    });
  });
  const property = fc.asyncProperty(drawn, async ({ facts, bodies, shuffled }) => {
    for (const kind of kinds) conflicts[kind] += conflictsOf(facts, kind);
    if (used++ % 12 === 0) {
      await app.dispose();
      app = new AppUnderTest();
    }
    const [one = '', other = ''] = newSerials(2);
    await feed(app, [one], eventsOf(bodies));
    await feed(app, [other], eventsOf(shuffled));
    const range: Range = { from: base * 1000, to: (firstArrival + 2 * HOUR) * 1000 };
    expect(differences(await askApp(app, other, range), await askApp(app, one, range))).toEqual([]);
  });
  await fc.assert(property, { numRuns: 250, seed: fixedSeed + 4 });
  // Without them any order gives the same whatever the rules are.
  for (const kind of kinds) expect(conflicts[kind], kind).toBeGreaterThan(40);
});
