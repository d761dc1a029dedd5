import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { groupsTouching } from '../../../../src/main/core/ingest/history-groups';
import { isRetentionDue } from '../../../../src/main/core/ingest/retention';
import { someMorning } from '../../../support/clock';
import { copyAsIs, openEngine, postOf, sn, testFolder } from '../storage/support';

const minuteMs = 60_000;
const quarterMs = 15 * minuteMs;
const hourMs = 4 * quarterMs;
const dayMs = 24 * hourMs;
/** Everything below happens in the days before this. */
const now = Math.floor(someMorning / dayMs) * dayMs;

type Body = Record<string, unknown>;

async function open(folder = testFolder()): Promise<Engine> {
  const engine = await openEngine(folder);
  onTestFinished(() => engine.files.close());
  return engine;
}

function report(startMs: number, lengthMs: number, counts: Body): Body {
  const endMs = startMs + lengthMs;
  return { sn, startTime: startMs / 1000, endTime: endMs / 1000, time: endMs / 1000, ...counts };
}

function history(...items: { startMs: number; lengthMs: number; in: number }[]): Body {
  const data = items.map((item) => ({
    startTime: item.startMs / 1000,
    endTime: (item.startMs + item.lengthMs) / 1000,
    time: (item.startMs + item.lengthMs) / 1000,
    in: item.in,
    out: 0,
  }));
  return { sn, len: data.length, data };
}

async function send(engine: Engine, body: Body, at = now): Promise<void> {
  expect(await engine.receive([postOf(0, body, at)])).toMatchObject([{ code: 0 }]);
}

async function apply(engine: Engine, before: number): Promise<void> {
  expect(await engine.command('retention.apply', { before }, now)).toEqual({ ok: true });
}

/** Removes as often as there is something to remove: only so much goes at once. */
async function applyAll(engine: Engine, before: number): Promise<void> {
  for (let left = 30; left > 0 && isRetentionDue(engine.state, before); left--) await apply(engine, before);
}

/** Every sum and every covered minute. */
function figures(engine: Engine): unknown[] {
  engine.prepareForQuestions();
  return engine.state.sql.all(
    `SELECT quarter, covered, "in", "out", passby, turnback, in_adult, in_child, stay_ms, stay_people
     FROM quarter ORDER BY quarter`,
  );
}

function entered(engine: Engine): number {
  engine.prepareForQuestions();
  return Number(engine.state.sql.get('SELECT sum("in") FROM quarter')?.[0] ?? 0);
}

const rows = (engine: Engine, table: string) =>
  Number(engine.state.sql.get(`SELECT count(*) FROM ${table}`)?.[0]);

describe('old reports', () => {
  it('go with their persons; the sums stay', async () => {
    const engine = await open();
    const persons = [
      { id: 1, timestamp: (now - 3 * dayMs) * 1000, eventType: 0, height: 170, stayTime: 900 },
    ];
    await send(engine, report(now - 3 * dayMs, minuteMs, { in: 1, out: 0, eventList: persons }));
    await send(engine, report(now - hourMs, minuteMs, { in: 2, out: 1 }));
    const before = figures(engine);
    expect([rows(engine, 'report'), rows(engine, 'person')]).toEqual([2, 1]);
    await apply(engine, now - 2 * dayMs);
    expect([rows(engine, 'report'), rows(engine, 'person')]).toEqual([1, 0]);
    expect(figures(engine)).toEqual(before);
  });

  it('do not all go at once, should the clock be years ahead for a moment', async () => {
    const engine = await open();
    for (let day = 30; day > 0; day--)
      await send(engine, report(now - day * dayMs, minuteMs, { in: 1, out: 0 }));
    await apply(engine, now + 3650 * dayMs);
    expect(rows(engine, 'report')).toBeGreaterThanOrEqual(25);
  });

  it('that are removed stay removed after a power cut, and the file shrinks', async () => {
    const folder = testFolder();
    const engine = await open(folder);
    const name = 'x'.repeat(60);
    for (let i = 0; i < 3000; i++) {
      const eventList = [0, 1, 2, 3].map((id) => ({ id: `${name}${String(id)}`, eventType: 2, stayTime: 1 }));
      await engine.receive([
        postOf(0, report(now - 3 * dayMs + i * minuteMs, minuteMs, { in: 1, out: 0, eventList })),
      ]);
    }
    const before = figures(engine);
    await engine.snapshot(now);
    const size = engine.files.export().bytes.length;
    await applyAll(engine, now);
    expect(engine.files.export().bytes.length).toBeLessThan(size / 4);
    const again = await open(copyAsIs(folder));
    expect(rows(again, 'report')).toBe(0);
    expect(figures(again)).toEqual(before);
  });
});

describe('what comes after the reports are gone', () => {
  it('is a re-send: it counts nothing', async () => {
    const engine = await open();
    const bodies = [0, 5, 7].map((minute) =>
      report(now - 3 * dayMs + minute * minuteMs, minuteMs, { in: 2, out: 1, avgStayTime: 900 }),
    );
    for (const body of bodies) await send(engine, body);
    const before = figures(engine);
    await applyAll(engine, now - dayMs);
    for (const body of [...bodies, ...bodies]) await send(engine, body);
    expect(figures(engine)).toEqual(before);
    await applyAll(engine, now - dayMs);
    for (const body of bodies) await send(engine, body);
    expect(figures(engine)).toEqual(before);
  });

  it('is a report of minutes that nobody had heard of: it counts, once', async () => {
    const engine = await open();
    await send(engine, report(now - 3 * dayMs, minuteMs, { in: 2, out: 1 }));
    await send(engine, report(now - 3 * dayMs + hourMs, minuteMs, { in: 2, out: 1 }));
    await applyAll(engine, now - dayMs);
    const late = report(now - 3 * dayMs + 20 * minuteMs, minuteMs, { in: 4, out: 0 });
    await send(engine, late);
    expect(entered(engine)).toBe(8);
    await send(engine, late);
    await applyAll(engine, now - dayMs);
    await send(engine, late);
    expect(entered(engine)).toBe(8);
  });

  it('is history: it counts what it says more than was recorded', async () => {
    const engine = await open();
    const dayStart = now - 5 * dayMs;
    for (let i = 0; i < 6; i++)
      await send(engine, report(dayStart + i * hourMs, quarterMs, { in: 3, out: 0 }));
    await applyAll(engine, now - dayMs);
    await send(engine, history({ startMs: dayStart, lengthMs: 6 * hourMs, in: 18 }));
    expect(entered(engine)).toBe(18);
    await send(engine, history({ startMs: dayStart, lengthMs: hourMs, in: 2 }));
    expect(entered(engine)).toBe(18);
    await send(engine, history({ startMs: dayStart, lengthMs: 6 * hourMs, in: 25 }));
    expect(entered(engine)).toBe(25);
  });

  it('leaves what history put on sealed time, and counts what it says more than that and than was heard after', async () => {
    const dayStart = now - 5 * dayMs;
    for (const [heard, expected] of [
      [10, 40],
      [38, 43],
    ] as const) {
      const engine = await open();
      await send(engine, history({ startMs: dayStart, lengthMs: 2 * hourMs, in: 40 }));
      await send(engine, report(dayStart + quarterMs, minuteMs, { in: 0, out: 0 }));
      await applyAll(engine, dayStart + 2 * quarterMs);
      const sealed = figures(engine)[0];
      expect(sealed).toMatchObject({ 2: 5 });
      await send(engine, report(dayStart + hourMs, quarterMs, { in: heard, out: 0 }));
      expect(figures(engine)[0]).toEqual(sealed);
      expect(entered(engine)).toBe(expected);
    }
  });

  it('is history in pieces, in any order: the same figures', async () => {
    const dayStart = now - 5 * dayMs;
    const items = [
      { startMs: dayStart, lengthMs: 4 * hourMs, in: 40 },
      { startMs: dayStart, lengthMs: hourMs, in: 30 },
      { startMs: dayStart + hourMs, lengthMs: hourMs, in: 5 },
    ];
    const results = [];
    for (const order of [items, items.toReversed(), [items[1], items[0], items[2]]]) {
      const engine = await open();
      await send(engine, report(dayStart, quarterMs, { in: 3, out: 0 }));
      await send(engine, report(now - 2 * dayMs, quarterMs, { in: 0, out: 0 }));
      await applyAll(engine, now - dayMs);
      for (const item of order) if (item) await send(engine, history(item));
      for (const item of order) if (item) await send(engine, history(item));
      expect(entered(engine)).toBe(40);
      await applyAll(engine, now - dayMs);
      results.push(figures(engine));
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });
});

/** A window of whole quarter hours or a minute, by day, quarter hour and length. */
const place = fc.record({
  quarter: fc.nat(8 * 96 - 1),
  lengthMs: fc.constantFrom(minuteMs, quarterMs, hourMs, 2 * hourMs),
});
const message = fc.oneof(
  fc.record({
    kind: fc.constant('report' as const),
    place,
    in: fc.nat(9),
    out: fc.nat(9),
    minute: fc.nat(13),
  }),
  fc.record({
    kind: fc.constant('history' as const),
    place,
    in: fc.nat(40),
    out: fc.nat(9),
    minute: fc.nat(0),
  }),
);
type Message = typeof message extends fc.Arbitrary<infer M> ? M : never;

function bodyOf({ kind, place: { quarter, lengthMs }, in: entering, out, minute }: Message): Body {
  const startMs = now - 9 * dayMs + quarter * quarterMs;
  return kind === 'report'
    ? report(startMs + (lengthMs === minuteMs ? minute * minuteMs : 0), lengthMs, { in: entering, out })
    : history({ startMs, lengthMs: Math.max(lengthMs, quarterMs), in: entering });
}

const startOf = (item: Message) => now - 9 * dayMs + item.place.quarter * quarterMs;
/** Arrivals far from the windows: a message vouches for the minute in which it comes. */
const arrival = (i: number) => now + i * hourMs;

describe('as far as figures go, nobody can tell that reports were removed', () => {
  it('while removing, when anything is sent again, and when new things come', async () => {
    const [kept, pruned] = [await open(), await open()];
    await fc.assert(
      fc.asyncProperty(
        fc.array(message, { minLength: 1, maxLength: 15 }),
        fc.array(fc.oneof(fc.nat(8 * 96), message), { maxLength: 12 }),
        async (first, later) => {
          for (const engine of [kept, pruned]) await reset(engine);
          const sent: Body[] = [];
          let clock = 0;
          const sendBoth = async (body: Body) => {
            sent.push(body);
            clock++;
            for (const engine of [kept, pruned]) await send(engine, body, arrival(clock));
          };
          for (const item of first) await sendBoth(bodyOf(item));
          for (const step of later) {
            if (typeof step === 'number') {
              const before = figures(pruned);
              await applyAll(pruned, now - 9 * dayMs + step * quarterMs);
              expect(figures(pruned)).toEqual(before);
            } else if (isAfterAllSealed(pruned, step)) await sendBoth(bodyOf(step));
            else if (sent.length > 0) await sendBoth(sent[step.in % sent.length] ?? {});
            expect(figures(pruned)).toEqual(figures(kept));
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('late news counts at most what it would have counted, and never takes anything away', async () => {
    const [kept, pruned] = [await open(), await open()];
    // Where windows overlap in part or reach over several quarter hours, rounding alone makes a difference.
    const short = message.map((item) => ({
      ...item,
      kind: 'report' as const,
      place: { ...item.place, lengthMs: Math.min(item.place.lengthMs, quarterMs) },
    }));
    const late = message.map((item) => {
      const { quarter, lengthMs } = item.place;
      return { ...item, place: { quarter: quarter - (quarter % Math.ceil(lengthMs / quarterMs)), lengthMs } };
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(short, { minLength: 1, maxLength: 15 }),
        fc.nat(9 * 96),
        fc.array(late, { maxLength: 10 }),
        async (first, border, news) => {
          for (const engine of [kept, pruned]) await reset(engine);
          const bodies = first.map(bodyOf);
          for (const [i, body] of bodies.entries()) {
            for (const engine of [kept, pruned]) await send(engine, body, arrival(i));
          }
          await applyAll(pruned, now - 9 * dayMs + border * quarterMs);
          let takenAway = 0;
          for (const [i, item] of news.entries()) {
            const before = [kept, pruned].map(entered);
            for (const engine of [kept, pruned]) await send(engine, bodyOf(item), arrival(20 + i));
            // A report that is replaced by a lower one takes something away from both.
            const taken = Math.min(0, entered(kept) - (before[0] ?? 0));
            takenAway -= taken;
            expect(entered(pruned)).toBeGreaterThanOrEqual((before[1] ?? 0) + taken);
            const again = entered(pruned);
            await send(pruned, bodyOf(item), arrival(20 + i));
            expect(entered(pruned)).toBe(again);
          }
          // What is gone cannot be replaced: there, the figure that was higher stands.
          expect(entered(pruned)).toBeLessThanOrEqual(entered(kept) + takenAway);
        },
      ),
      { numRuns: 30 },
    );
  });
});

function sealedOf(engine: Engine): number {
  return (engine.state.cameras.find(sn)?.sealedBefore ?? 0) * quarterMs;
}

/** Neither it nor any history that it has to be settled with reaches into sealed time. */
function isAfterAllSealed(engine: Engine, item: Message): boolean {
  const window = { start: startOf(item), end: startOf(item) + 2 * hourMs };
  const cameraId = engine.state.cameras.find(sn)?.id ?? 0;
  const starts = groupsTouching(engine.state, cameraId, [window]).map(({ start }) => start);
  return Math.min(window.start, ...starts) >= sealedOf(engine);
}

async function reset(engine: Engine): Promise<void> {
  engine.prepareForQuestions();
  for (const table of ['report', 'history_item', 'addition', 'quarter', 'quality', 'camera']) {
    engine.state.sql.exec(`DELETE FROM ${table}`);
  }
  engine.state.reload();
  // Interval reports: identity is the window, so a re-send is one whatever it says.
  await engine.command('cameras.add', { sn, name: 'Door' }, now);
  await engine.command('cameras.update', { sn, uploadInterval: 1 }, now);
}
