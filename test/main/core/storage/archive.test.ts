import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSegment } from '../../../../src/main/core/storage/journal-format';
import { nodeFileSystem } from '../../../../src/main/core/storage/file-system';
import { decodeRecord } from '../../../../src/main/core/storage/record';
import { listAllSegments } from '../../../../src/main/core/storage/segments';
import { someMorning } from '../../../support/clock';
import { flipBit, namesIn, openEngine, postOf, reportOf, testFolder } from './support';

const dayMs = 86_400_000;

/**
 * A segment for each list of days on which messages came, of which all but those that the snapshots need are
 * archived.
 */
async function archivedSegments(
  segments: readonly number[][],
): Promise<{ folder: string; drop: (before: number, now: number) => void }> {
  const folder = testFolder();
  const engine = await openEngine(folder);
  for (const days of segments) {
    for (const day of days) {
      const post = postOf(day, undefined, someMorning + day * dayMs);
      expect(await engine.receive([post])).toMatchObject([{ code: 0 }]);
    }
    await engine.snapshot(someMorning + (days[0] ?? 0) * dayMs);
  }
  const drop = (before: number, now: number) =>
    engine.files.dropRawBefore(someMorning + before * dayMs, someMorning + now * dayMs);
  return { folder, drop };
}

const archivedDays = (count: number) => archivedSegments(Array.from({ length: count }, (_, day) => [day]));
const archived = (folder: string) => namesIn(join(folder, 'archive'), 'journal-');

it('keeps every message as it came', async () => {
  const { folder } = await archivedDays(5);
  const posts = listAllSegments(nodeFileSystem, folder)
    .flatMap(({ path, first }) => readSegment(nodeFileSystem.read(path), first).records)
    .map((record) => decodeRecord(record.payload))
    .filter((record) => record.kind === 'post');
  expect(posts.map(({ body }) => JSON.parse(Buffer.from(body).toString()) as unknown)).toEqual(
    [0, 1, 2, 3, 4].map((i) => reportOf(i)),
  );
  expect(posts.map(({ at }) => at)).toEqual([0, 1, 2, 3, 4].map((day) => someMorning + day * dayMs));
});

it('lets them go by the age of their messages', async () => {
  const { folder, drop } = await archivedDays(8);
  const all = archived(folder);
  drop(0, 8);
  expect(archived(folder)).toEqual(all);
  drop(2.5, 8);
  expect(archived(folder)).toEqual(all.slice(3));
  drop(100, 108);
  expect(archived(folder)).toEqual([]);
});

it('a file from a time when the clock was wrong, or a damaged one, goes with the next', async () => {
  const { folder, drop } = await archivedDays(8);
  const all = archived(folder);
  flipBit(join(folder, 'archive', all[1] ?? ''), 40);
  drop(0.5, 0.9);
  expect(archived(folder)).toEqual(all.slice(1));
  drop(2.5, 8);
  expect(archived(folder)).toEqual(all.slice(3));
});

it('one from a time to come does not keep those behind it', async () => {
  const { folder, drop } = await archivedSegments([[0], [400], [1], [2], [3], [4], [5]]);
  const all = archived(folder);
  drop(2.5, 8);
  expect(archived(folder)).toEqual(all.slice(4));
});

it('what came before a clock was set back keeps its time', async () => {
  const { folder, drop } = await archivedSegments([[0], [5], [2], [6], [7], [8]]);
  const all = archived(folder);
  drop(3, 9);
  expect(archived(folder)).toEqual(all.slice(1));
  drop(5.5, 9);
  expect(archived(folder)).toEqual(all.slice(3));
});

it('goes by the last of its messages', async () => {
  const { folder, drop } = await archivedSegments([[0, 1, 4], [5], [6], [7]]);
  const all = archived(folder);
  drop(3, 9);
  expect(archived(folder)).toEqual(all);
  drop(4.5, 9);
  expect(archived(folder)).toEqual(all.slice(1));
});
