import { expect, it } from 'vitest';
import { DayKeeper } from '../../../../src/main/core/engine/day-keeper';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { requestHandlers } from '../../../../src/main/core/engine/requests';
import { OpenExports } from '../../../../src/main/core/engine/exports';
import { copyAsIs, openEngine, postOf, sn, testFolder } from '../storage/support';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
// The clocks in Madrid are set forward on 29 March 2026.
const firstDay = Date.UTC(2026, 2, 25);
const now = Date.UTC(2026, 3, 4, 12);

function report(startMs: number, people: number): Record<string, unknown> {
  const [start, end] = [startMs / 1000, startMs / 1000 + 60];
  return { sn, startTime: start, endTime: end, time: end, in: people, out: 0, passby: 1, turnback: 0 };
}

async function filled(folder: string): Promise<Engine> {
  const engine = await openEngine(folder);
  for (let hour = 0; hour < 9 * 24; hour++) {
    const at = firstDay + hour * hourMs;
    const replies = await engine.receive([postOf(0, report(at, hour), at + 60_000)]);
    expect(replies).toMatchObject([{ code: 0 }]);
  }
  engine.prepareForQuestions();
  return engine;
}

function keepAll(engine: Engine): void {
  const keeper = new DayKeeper();
  for (let most = 100; most > 0 && keeper.keepSome(engine.state, now); most--);
}

const count = (engine: Engine) => Number(engine.state.sql.get('SELECT count(*) FROM day_sum')?.[0]);

function answers(engine: Engine): unknown {
  engine.prepareForQuestions();
  const ask = requestHandlers(engine, new OpenExports())['history.query'];
  return (['day', 'week', 'month'] as const).map((by) =>
    ask({ from: '2026-03-20', to: '2026-04-05', by, hours: 'all' }, now),
  );
}

function entered(engine: Engine): number {
  engine.prepareForQuestions();
  const { from, until } = { from: firstDay / 900_000 - 96, until: now / 900_000 };
  return engine.state.sums.ranges.over(1, from, until)?.measures[0] ?? 0;
}

it('keeps every day that is over, however long it was, and answers stay the same', async () => {
  const folder = testFolder();
  const engine = await filled(folder);
  const before = answers(engine);
  keepAll(engine);
  expect(count(engine)).toBe(10);
  await engine.snapshot(now);
  engine.files.close();
  const again = await openEngine(copyAsIs(folder));
  expect(count(again)).toBe(10);
  expect(answers(again)).toEqual(before);
  again.files.close();
});

it('gives up a day in which something is counted late, until it is looked at again', async () => {
  const engine = await filled(testFolder());
  keepAll(engine);
  const before = entered(engine);
  const late = report(firstDay + 2 * dayMs + 11.5 * hourMs, 1000);
  expect(await engine.receive([postOf(0, late, now)])).toMatchObject([{ code: 0 }]);
  const after = answers(engine);
  expect(entered(engine)).toBe(before + 1000);
  expect(count(engine)).toBe(9);
  keepAll(engine);
  expect(count(engine)).toBe(10);
  engine.state.sums.ranges.forget();
  expect(answers(engine)).toEqual(after);
  engine.files.close();
});

it('keeps the days of cameras that began on different days, also months apart', async () => {
  const engine = await filled(testFolder());
  const sent = async (serial: string, at: number) => {
    const body = { ...report(at, 1), sn: serial };
    expect(await engine.receive([postOf(0, body, at + 60_000)])).toMatchObject([{ code: 0 }]);
  };
  // Every third day; the long one has both changes of the clocks in it.
  for (let day = 0; day < 200; day += 3) await sent('LONG', firstDay - (190 - day) * dayMs);
  for (let day = 0; day < 70; day += 3) await sent('LATER', firstDay - (63 - day) * dayMs);
  engine.prepareForQuestions();
  const before = answers(engine);
  keepAll(engine);
  const kept = engine.state.sql.all('SELECT camera_id, count(*) FROM day_sum GROUP BY camera_id');
  expect(kept.map(([, days]) => days)).toEqual([10, 67, 24]);
  engine.state.sums.ranges.forget();
  expect(answers(engine)).toEqual(before);
  engine.files.close();
});
