import { expect, it } from 'vitest';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import { copyAsIs, firstQuarterMs, openEngine, postOf, testFolder } from '../storage/support';

const quarterMs = 15 * 60_000;

/** How often each of the first reports was counted. */
function counted(engine: Engine, count: number): number[] {
  engine.prepareForQuestions();
  return Array.from({ length: count }, (_, i) => {
    const quarter = firstQuarterMs / quarterMs + i;
    return Number(engine.state.sql.get('SELECT "in" FROM quarter WHERE quarter = ?', [quarter])?.[0] ?? 0);
  });
}

/** A disk whose syncs end when the test says so. */
class SlowDisk {
  syncs: { fail(): void; end(): void }[] = [];
  readonly fs: FileSystem = {
    ...nodeFileSystem,
    datasync: (fd) =>
      new Promise((resolve, reject) => {
        this.syncs.push({
          end: () => void Promise.resolve(nodeFileSystem.datasync(fd)).then(resolve, reject),
          fail: () => reject(Object.assign(new Error('made up'), { code: 'EIO' })),
        });
      }),
  };

  /** The n-th sync, when it has begun. */
  async sync(n: number): Promise<{ fail(): void; end(): void }> {
    await expect.poll(() => this.syncs.length).toBeGreaterThan(n);
    const sync = this.syncs[n];
    if (!sync) throw new Error(`There is no sync ${n}`);
    return sync;
  }
}

async function openOn(disk: SlowDisk, folder: string): Promise<Engine> {
  const opening = openEngine(folder, disk.fs);
  (await disk.sync(0)).end();
  return opening;
}

it('what comes during a sync is counted meanwhile, and goes to the disk with the next one', async () => {
  const disk = new SlowDisk();
  const engine = await openOn(disk, testFolder());
  const first = engine.receive([postOf(0)]);
  const others = [1, 2, 3].map((i) => engine.receive([postOf(i)]));
  expect(counted(engine, 4)).toEqual([1, 1, 1, 1]);
  expect(disk.syncs).toHaveLength(2);
  (await disk.sync(1)).end();
  expect(await first).toMatchObject([{ code: 0 }]);
  (await disk.sync(2)).end();
  expect(await Promise.all(others)).toMatchObject(others.map(() => [{ code: 0 }]));
  expect(disk.syncs).toHaveLength(3);
  engine.files.close();
});

it('nothing is acknowledged before its own sync has ended', async () => {
  const disk = new SlowDisk();
  const folder = testFolder();
  const engine = await openOn(disk, folder);
  const answered: number[] = [];
  const answers = [0, 1].map((i) => engine.receive([postOf(i)]).then(() => answered.push(i)));
  (await disk.sync(1)).end();
  await answers[0];
  expect(answered).toEqual([0]);
  (await disk.sync(2)).end();
  await answers[1];
  expect(answered).toEqual([0, 1]);
  engine.files.close();
  const again = await openEngine(copyAsIs(folder));
  expect(counted(again, 2)).toEqual([1, 1]);
  again.files.close();
});

it('a sync that fails takes back what it was for and what came after, and nothing that was acknowledged', async () => {
  const disk = new SlowDisk();
  const folder = testFolder();
  const engine = await openOn(disk, folder);
  const kept = engine.receive([postOf(0), postOf(1)]);
  (await disk.sync(1)).end();
  expect(await kept).toMatchObject([{ code: 0 }, { code: 0 }]);
  const lost = engine.receive([postOf(2)]);
  const after = engine.receive([postOf(3)]);
  expect(counted(engine, 4)).toEqual([1, 1, 1, 1]);
  (await disk.sync(2)).fail();
  expect(await Promise.all([lost, after])).toMatchObject([[{ code: 2 }], [{ code: 2 }]]);
  expect(counted(engine, 4)).toEqual([1, 1, 0, 0]);

  const again = engine.receive([postOf(2), postOf(3)]);
  (await disk.sync(3)).end();
  expect(await again).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(counted(engine, 4)).toEqual([1, 1, 1, 1]);
  engine.files.close();
  const replayed = await openEngine(copyAsIs(folder));
  expect(counted(replayed, 4)).toEqual([1, 1, 1, 1]);
  replayed.files.close();
});

it('a message that cannot be applied takes nothing with it that is on its way to the disk', async () => {
  const disk = new SlowDisk();
  const engine = await openOn(disk, testFolder());
  engine.prepareForQuestions();
  engine.state.sql.exec(
    `CREATE TEMP TRIGGER broken BEFORE INSERT ON report WHEN new.passby = 2 BEGIN SELECT RAISE(ABORT, 'no'); END`,
  );
  const before = engine.receive([postOf(0), postOf(1)]);
  expect(await engine.receive([postOf(2)])).toMatchObject([{ code: 2 }]);
  expect(counted(engine, 3)).toEqual([1, 1, 0]);
  (await disk.sync(1)).end();
  expect(await before).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(counted(engine, 3)).toEqual([1, 1, 0]);
  engine.files.close();
});

it('what cannot be committed costs what it has spoilt, until the next start, and nothing else', async () => {
  const folder = testFolder();
  const engine = await openEngine(folder);
  expect(await engine.receive([postOf(0)])).toMatchObject([{ code: 0 }]);
  engine.prepareForQuestions();
  // Sums are only written when somebody asks for them: all three are promised by then.
  engine.state.sql.exec(
    `CREATE TEMP TRIGGER spoilt BEFORE INSERT ON quarter WHEN new.passby = 2 BEGIN SELECT RAISE(ABORT, 'no'); END`,
  );
  for (const i of [1, 2, 3]) expect(await engine.receive([postOf(i)])).toMatchObject([{ code: 0 }]);
  expect(counted(engine, 4)).toEqual([1, 1, 0, 1]);
  engine.files.close();
  const again = await openEngine(copyAsIs(folder));
  expect(counted(again, 4)).toEqual([1, 1, 1, 1]);
  again.files.close();
});

it('a snapshot waits for what is on its way, and holds it', async () => {
  const disk = new SlowDisk();
  const engine = await openOn(disk, testFolder());
  const answer = engine.receive([postOf(0)]);
  const snapshot = engine.snapshot(0);
  await expect.poll(() => engine.settling !== null).toBe(true);
  const later = engine.receive([postOf(1)]);
  (await disk.sync(1)).end();
  expect(await answer).toMatchObject([{ code: 0 }]);
  await snapshot;
  (await disk.sync(2)).end();
  expect(await later).toMatchObject([{ code: 0 }]);
  expect(engine.files.journalLag).toBe(1);
  expect(counted(engine, 2)).toEqual([1, 1]);
  engine.files.close();
});

it.each([
  ['many', 1000, 10],
  ['large', 1, 9_000_000],
])('%s messages are committed although nobody asks', async (_, messages, bytes) => {
  const engine = await openEngine(testFolder());
  const body = { sn: '2010010000000000', data: 'x'.repeat(bytes) };
  const posts = Array.from({ length: messages }, () => ({ ...postOf(0, body), endpoint: 'opaque' as const }));
  await engine.receive(posts.slice(0, -1));
  await engine.receive(posts.slice(-1));
  // SQLite refuses a transaction inside another.
  await expect.poll(() => engine.settling === null).toBe(true);
  engine.state.sql.exec('BEGIN; ROLLBACK');
  engine.files.close();
});
