import { cpSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { someMorning } from '../../../support/clock';
import { removeFolder, temporaryFolder } from '../../../support/core';
import { FaultyFileSystem, type Fault } from './faulty-file-system';
import { firstQuarterMs, openEngine, postOf, testFolder } from './support';

const quarterMs = 15 * 60_000;
const reportCount = 8;

function counted(engine: Engine): number[] {
  engine.prepareForQuestions();
  return Array.from({ length: reportCount }, (_, i) => {
    const row = engine.state.sql.get('SELECT sum("in") FROM quarter WHERE quarter = ?', [
      firstQuarterMs / quarterMs + i,
    ]);
    return Number(row?.[0] ?? 0);
  });
}

/** What is there after the power is cut now and Foyer started again. */
async function countedAfterPowerCut(folder: string): Promise<number[]> {
  const copy = temporaryFolder();
  cpSync(folder, copy, { recursive: true });
  const engine = await openEngine(copy);
  const figures = counted(engine);
  engine.files.close();
  removeFolder(copy);
  return figures;
}

interface Run {
  calls: string[];
  acknowledged: Set<number>;
  sentences: string[];
}

/** Posts and snapshots with a fault somewhere in them, then what a camera does: it sends again what was refused. */
async function runWith(fault: Fault | null): Promise<Run> {
  const folder = testFolder();
  const fs = new FaultyFileSystem();
  const engine = await openEngine(folder, fs);
  const run: Run = { calls: fs.calls, acknowledged: new Set(), sentences: [] };
  const send = async (...numbers: number[]) => {
    for (const [k, reply] of (await engine.receive(numbers.map((i) => postOf(i)))).entries()) {
      if (reply.code === 0) run.acknowledged.add(numbers[k] ?? -1);
      else run.sentences.push(reply.msg);
    }
  };
  fs.arm(fault);
  // Some come while others are on their way to the disk.
  await Promise.all([send(0), send(1, 2)]);
  await engine.snapshot(someMorning);
  await send(3);
  await Promise.all([send(4), send(5)]);
  await engine.snapshot(someMorning);
  await send(6);
  await engine.snapshot(someMorning);
  await send(7);
  run.calls = fs.calls;

  const afterCut = await countedAfterPowerCut(folder);
  for (const [i, times] of afterCut.entries()) {
    if (run.acknowledged.has(i)) expect(times, `report ${i} was acknowledged`).toBe(1);
    else expect(times, `report ${i} was not acknowledged`).toBeLessThanOrEqual(1);
  }

  fs.arm(null);
  const all = Array.from({ length: reportCount }, (_, i) => i);
  await send(...all.filter((i) => !run.acknowledged.has(i)));
  expect(run.acknowledged.size, 'it works again without a restart').toBe(reportCount);
  await engine.snapshot(someMorning);
  expect(engine.problem).toBeNull();
  const inMemory = counted(engine);
  expect(inMemory).toEqual(all.map(() => 1));
  expect(await countedAfterPowerCut(folder), 'a replay gives the same').toEqual(inMemory);
  engine.files.close();
  return run;
}

const variants: Omit<Fault, 'at'>[] = [
  { code: 'ENOSPC', calls: 1, reached: 'nothing' },
  { code: 'EIO', calls: 1, reached: 'half' },
  { code: 'EIO', calls: 1, reached: 'all' },
  // The clearing up fails as well.
  { code: 'ENOSPC', calls: 3, reached: 'half' },
  { code: 'EIO', calls: 12, reached: 'all' },
];

it.each(variants)(
  '$code at any call ($calls in a row, $reached of a write reaches the disk) loses nothing acknowledged',
  async (variant) => {
    const { calls } = await runWith(null);
    for (const call of ['create', 'write', 'datasync', 'rename', 'writeDurably', 'fsyncFolder']) {
      expect(calls).toContain(call);
    }
    for (let at = 1; at <= calls.length; at++) {
      const { sentences } = await runWith({ ...variant, at });
      for (const sentence of sentences) {
        expect(sentence).toMatch(variant.code === 'ENOSPC' ? /^The disk is full\./ : /could not be saved/);
      }
    }
  },
  60_000,
);

it('a disk that stays full is said, and leaves no litter', async () => {
  const folder = testFolder();
  const fs = new FaultyFileSystem();
  const engine = await openEngine(folder, fs);
  const before = fs.list(folder);
  fs.arm({ at: 2, calls: 0, code: 'ENOSPC', reached: 'half' });
  for (let i = 0; i < 20; i++) {
    // The file can be made, but nothing be written to it.
    fs.arm({ at: i === 0 ? 1 : 2, calls: 1, code: 'ENOSPC', reached: 'half' });
    expect(await engine.receive([postOf(i % reportCount)])).toMatchObject([
      { code: 2, data: { sn: '2010010000000000' } },
    ]);
    expect(engine.problem).toMatch(/^The disk is full\./);
  }
  expect(fs.list(folder)).toEqual(before);
  engine.files.close();
});

it('a snapshot that fails is tried again after a minute, not at every message', async () => {
  const fs = new FaultyFileSystem();
  const engine = await openEngine(testFolder(), fs);
  await engine.receive([postOf(0)]);
  const due = (afterMs: number) => engine.files.isSnapshotDue(someMorning + afterMs);
  expect(due(0)).toBe(false);
  const hourMs = 3_600_000;
  expect(due(hourMs + 1)).toBe(true);
  fs.arm({ at: 1, calls: 99, code: 'EIO', reached: 'nothing' });
  await engine.snapshot(someMorning + hourMs);
  expect(engine.problem).toMatch(/could not be saved/);
  fs.arm(null);
  // Also where nothing more comes, and by a clock that was set back meanwhile.
  expect(engine.files.journalLag, 'the shop itself, and the report').toBe(2);
  expect([30_000, 61_000, -61_000].map((afterMs) => due(hourMs + afterMs))).toEqual([false, true, true]);
  expect(await engine.receive([postOf(1)])).toMatchObject([{ code: 0 }]);
  expect(engine.problem, 'messages are stored, but the snapshot is still due').not.toBeNull();
  expect(due(hourMs + 30_000)).toBe(false);
  expect(due(hourMs + 61_000)).toBe(true);
  await engine.snapshot(someMorning + hourMs + 61_000);
  expect(engine.problem).toBeNull();
  expect(engine.files.journalLag).toBe(0);
  engine.files.close();
});

it('a message that breaks something does not take its neighbours with it', async () => {
  const engine = await openEngine(testFolder());
  await engine.receive([postOf(0)]);
  engine.prepareForQuestions();
  engine.state.sql.exec(
    `CREATE TEMP TRIGGER broken BEFORE INSERT ON report WHEN new.passby = 2 BEGIN SELECT RAISE(ABORT, 'no'); END`,
  );
  const codes = (await engine.receive([1, 2, 3].map((i) => postOf(i)))).map((reply) => reply.code);
  expect(codes).toEqual([0, 2, 0]);
  expect(engine.problem).toBeNull();
  expect(counted(engine).slice(0, 4)).toEqual([1, 1, 0, 1]);
  engine.files.close();
});
