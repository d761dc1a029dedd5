import { expect, it, onTestFinished } from 'vitest';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { Upkeep } from '../../../../src/main/core/engine/upkeep';
import { confirmBatch, nextBatch } from '../../../../src/main/core/outbox/batch';
import { someMorning } from '../../../support/clock';
import { openEngine, postOf, testFolder } from '../storage/support';

const dayMs = 24 * 3_600_000;
const installation = '7b0c6a1e-0000-4000-8000-000000000001';

/** Reports of the last eighty days, one a day, while the owner keeps single reports for a day. */
async function engineWithReports(isOn: boolean): Promise<Engine> {
  const engine = await openEngine(testFolder());
  onTestFinished(() => engine.files.close());
  await engine.command('settings.update', { rawRetentionDays: 1 }, someMorning);
  const change = { postgres: { isOn, host: 'away' } };
  await engine.command('integrations.update', { change, installation }, someMorning);
  for (let day = 80; day > 0; day--) {
    const start = (someMorning - day * dayMs) / 1000;
    const body = { sn: '1', startTime: start, endTime: start + 60, time: start + 60, in: day, out: 0 };
    expect(await engine.receive([postOf(day, body)])).toMatchObject([{ code: 0 }]);
  }
  return engine;
}

/** Hour after hour, as often as it takes. */
async function upkeep(engine: Engine, from: number): Promise<void> {
  const kept = new Upkeep(from - dayMs);
  for (let hour = 0; hour < 24; hour++) {
    kept.doWhatIsDue(engine, from + hour * 3_600_000);
    await engine.files.settled(() => undefined);
  }
}

const reports = ({ state }: Engine) => Number(state.sql.get('SELECT count(*) FROM report')?.[0]);

it('lets single reports go when their time has come, while nothing is forwarded', async () => {
  const engine = await engineWithReports(false);
  await upkeep(engine, someMorning);
  expect(reports(engine)).toBeLessThan(3);
});

it('keeps those that a database has not got yet, for ninety days, and then lets them go', async () => {
  const engine = await engineWithReports(true);
  await upkeep(engine, someMorning);
  expect(reports(engine)).toBe(80);
  for (;;) {
    const batch = await engine.files.settled(() => nextBatch(engine.state, engine.files.lastSequence, 50));
    if (!batch) break;
    await engine.files.settled(() => {
      confirmBatch(engine.state, batch);
    });
  }
  await upkeep(engine, someMorning);
  expect(reports(engine)).toBeLessThan(3);
});

it('does not keep them for ever', async () => {
  const engine = await engineWithReports(true);
  await upkeep(engine, someMorning + 60 * dayMs);
  // Thirty days of them are younger than ninety days by then.
  expect(reports(engine)).toBeGreaterThan(25);
  expect(reports(engine)).toBeLessThan(34);
  // Their sums are there as ever, and still to be forwarded.
  const batch = await engine.files.settled(() => nextBatch(engine.state, engine.files.lastSequence, 500));
  expect(batch?.quarters.filter(({ measures }) => measures[0] !== null)).toHaveLength(80);
});
