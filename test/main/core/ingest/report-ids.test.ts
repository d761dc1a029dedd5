import { expect, it } from 'vitest';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { someMorning } from '../../../support/clock';
import { copyAsIs, openEngine, postOf, reportOf, testFolder } from '../storage/support';

/** Reports refer to each other by ids that are given in memory: whoever starts anew has to give the same ones. */

const [a, b] = ['2010010000000001', '2010010000000002'];

function idsOf({ state }: Engine): unknown[][] {
  return state.sql.all('SELECT id, camera_id, device_end FROM report ORDER BY id');
}

async function send(engine: Engine, sn: string, i: number): Promise<number> {
  const [reply] = await engine.receive([postOf(i, { ...reportOf(i), sn })]);
  return reply?.code ?? -1;
}

it('are the same after a start, also where the newest reports were removed in between', async () => {
  const folder = testFolder();
  const engine = await openEngine(folder);
  for (const [i, sn] of [a, b, a, b, b].entries()) expect(await send(engine, sn, i)).toBe(0);
  expect((await engine.command('cameras.remove', { sn: b }, someMorning)).ok).toBe(true);
  await engine.snapshot(someMorning);
  expect(await send(engine, a, 5)).toBe(0);
  const again = await openEngine(copyAsIs(folder));
  expect(idsOf(again)).toEqual(idsOf(engine));
  expect(idsOf(engine).map(([id]) => id)).toEqual([1, 3, 4]);
  again.files.close();
  engine.files.close();
});

it('go on after a message that could not be applied', async () => {
  const engine = await openEngine(testFolder());
  expect(await send(engine, a, 0)).toBe(0);
  engine.prepareForQuestions();
  engine.state.sql.exec(
    "CREATE TRIGGER fails BEFORE INSERT ON report BEGIN SELECT raise(ABORT, 'full'); END",
  );
  expect(await send(engine, a, 1)).toBe(2);
  engine.state.sql.exec('DROP TRIGGER fails');
  expect(await send(engine, a, 1)).toBe(0);
  expect(idsOf(engine).map(([id]) => id)).toEqual([1, 2]);
  engine.files.close();
});
