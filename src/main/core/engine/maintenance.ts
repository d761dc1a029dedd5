import { join } from 'node:path';
import type { ErrorCode, Outcome } from '#shared/contract';
import { backupFolderName } from '#shared/domain';
import { tell, type Told } from '#shared/sentences';
import { exportTo, listBackups, makeBackup, replaceDatabase, type Backup } from '../backup/backups';
import { checkDatabase } from '../backup/check-database';
import { tellWriteProblem, writeProblem } from '../storage/write-problem';
import { localDate } from '../time/zone';
import type { EpochMs } from '../types';
import type { Engine } from './engine';

type Nothing = Record<string, never>;

/** Work on whole databases: parameters, and what comes back. Each takes a while. */
export interface MaintenanceTasks {
  'backup.list': [Nothing, Backup[]];
  'backup.now': [Nothing, Outcome<Backup>];
  /** Back to a backup; what is there now is kept as one, too. */
  'backup.restore': [{ name: string }, Outcome<null>];
  /** Everything into one file, to move to another computer. */
  'everything.export': [{ path: string }, Outcome<{ bytes: number }>];
  /** Puts such a file in the place of what is here. */
  'everything.import': [{ path: string }, Outcome<null>];
}
export type TaskName = keyof MaintenanceTasks;

/** What a task works on. */
export interface MaintenanceSite {
  engine: Engine;
  /** Messages wait while the work goes on, and then meet another engine, opened anew. */
  reopenAfter(work: () => Promise<void>): Promise<void>;
}

type Tasks = {
  [N in TaskName]: (
    site: MaintenanceSite,
    params: MaintenanceTasks[N][0],
    now: EpochMs,
  ) => Promise<MaintenanceTasks[N][1]>;
};

const tasks: Tasks = {
  'backup.list': ({ engine }) => Promise.resolve(listBackups(engine.files)),

  'backup.now': ({ engine }, _params, now) =>
    attempt(engine, backupFolderName, () => makeBackup(engine.files, localDay(engine, now))),

  'backup.restore': (site, { name }, now) => {
    const { files } = site.engine;
    const isThere = listBackups(files).some((backup) => backup.name === name);
    if (!isThere) return Promise.resolve(fail('not-found', { message: 'There is no such backup.' }));
    return replaceBy(site, join(files.folder, backupFolderName, name), now);
  },

  'everything.export': ({ engine }, { path }) =>
    attempt(engine, path, () => exportTo(engine.files, path), exportProblem),

  'everything.import': (site, { path }, now) => replaceBy(site, path, now),
};

export function runTask<N extends TaskName>(
  site: MaintenanceSite,
  name: N,
  params: MaintenanceTasks[N][0],
  now: EpochMs,
): Promise<MaintenanceTasks[N][1]> {
  return tasks[name](site, params, now);
}

export function localDay(engine: Engine, now: EpochMs): string {
  return localDate(engine.state.sites.first().timeZone, now);
}

async function replaceBy(site: MaintenanceSite, path: string, now: EpochMs): Promise<Outcome<null>> {
  const { engine } = site;
  const read = () => Promise.resolve(engine.files.fs.read(path));
  const bytes = await attempt(engine, path, read, readProblem);
  if (!bytes.ok) return bytes;
  const check = checkDatabase(engine.files.sqlite, bytes.result);
  if (!check.ok) return fail('invalid', check);
  return attempt(engine, engine.files.folder, async () => {
    await site.reopenAfter(() =>
      replaceDatabase(engine.files, bytes.result, check.sequence, localDay(engine, now)),
    );
    return null;
  });
}

/** A full disk or a file that is not there are expected failures. */
async function attempt<T>(
  engine: Engine,
  path: string,
  work: () => Promise<T>,
  problemOf: (error: unknown, path: string) => Told = fileProblem,
): Promise<Outcome<T>> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    engine.log.error('Work on the data files failed', error);
    return fail('unavailable', problemOf(error, path));
  }
}

function fileProblem(error: unknown, path: string): Told {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return tell('too-little-room');
  if (code !== null) return tell('path-unusable', { path });
  return { message: error instanceof Error ? error.message : String(error) };
}

/** The owner has chosen the place, and can choose another. */
function exportProblem(error: unknown, path: string): Told {
  const isRename = error instanceof Error && 'syscall' in error && error.syscall === 'rename';
  const problem = writeProblem(error, isRename ? 'rename' : 'create');
  return problem === null ? fileProblem(error, path) : tellWriteProblem(problem);
}

function readProblem(error: unknown, path: string): Told {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return tell('file-gone');
  if (code === 'ERR_FS_FILE_TOO_LARGE') return tell('file-too-large');
  return fileProblem(error, path);
}

function fail(code: ErrorCode, { message, sentence }: Told): Extract<Outcome<never>, { ok: false }> {
  return { ok: false, error: { code, message, sentence } };
}
