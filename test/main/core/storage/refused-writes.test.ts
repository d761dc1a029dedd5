import { expect, it } from 'vitest';
import type { Engine } from '../../../../src/main/core/engine/engine';
import { nodeFileSystem, type FileSystem } from '../../../../src/main/core/storage/file-system';
import { NotStoredError } from '../../../../src/main/core/storage/storage-problem';
import { someMorning } from '../../../support/clock';
import { copyAsIs, openEngine, postOf, sn, testFolder } from './support';

/**
 * A disk on which everything arrives, and which says the contrary and takes nothing back while it lies. While it is
 * full nothing arrives.
 */
function wantonDisk() {
  const disk = {
    is: 'sound' as 'sound' | 'lying' | 'full',
    fs: {
      ...nodeFileSystem,
      write: (fd: number, bytes: Uint8Array) => {
        if (disk.is === 'full') throw Object.assign(new Error('made up'), { code: 'ENOSPC' });
        nodeFileSystem.write(fd, bytes);
      },
      datasync: async (fd: number) => {
        await nodeFileSystem.datasync(fd);
        if (disk.is === 'lying') throw Object.assign(new Error('made up'), { code: 'EIO' });
      },
      truncate: () => undefined,
      remove: () => undefined,
    } satisfies FileSystem,
  };
  return disk;
}

function held(engine: Engine): unknown {
  engine.prepareForQuestions();
  const { sql } = engine.state;
  return {
    entered: sql.get('SELECT sum("in") FROM quarter')?.[0],
    cameras: sql.all('SELECT sn FROM camera').flat(),
    notes: sql.all('SELECT text FROM note').flat(),
  };
}

async function refuseCommands(engine: Engine): Promise<void> {
  // Whose reports would go with it.
  await expect(engine.command('cameras.remove', { sn }, someMorning)).rejects.toThrow(NotStoredError);
  const note = { site: 'main', date: '2026-03-02', text: 'Sale' };
  await expect(engine.command('notes.put', note, someMorning)).rejects.toThrow(NotStoredError);
}

it.each([
  ['once', ['lying']],
  ['and then had no room', ['lying', 'full']],
  ['twice, with no room in between', ['lying', 'full', 'lying']],
] as const)(
  'what was refused is not done by a start that finds it on a disk that lied %s',
  async (_, moods) => {
    const folder = testFolder();
    const disk = wantonDisk();
    const engine = await openEngine(folder, disk.fs);
    expect(await engine.receive([postOf(0)])).toMatchObject([{ code: 0 }]);
    for (const mood of moods) {
      disk.is = mood;
      await refuseCommands(engine);
    }
    const before = { entered: 1, cameras: [sn], notes: [] };
    expect(held(engine)).toEqual(before);
    disk.is = 'sound';
    expect(await engine.receive([postOf(1)])).toMatchObject([{ code: 0 }]);
    const after = { ...before, entered: 2 };
    expect(held(engine)).toEqual(after);

    const again = await openEngine(copyAsIs(folder));
    expect(held(again)).toEqual(after);
    // What comes then has numbers of its own.
    expect(await again.receive([postOf(2)])).toMatchObject([{ code: 0 }]);
    const third = await openEngine(copyAsIs(again.files.folder));
    expect(held(third)).toEqual({ ...before, entered: 3 });
    for (const each of [engine, again, third]) each.files.close();
  },
);
