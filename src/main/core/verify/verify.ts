import { Engine } from '../engine/engine';
import type { FileSystem } from '../storage/file-system';
import { lockFolder } from '../storage/folder-lock';
import { describeRecovery } from '../storage/recovery';
import { loadSqlite } from '../storage/sql';
import { DataFolderError, type EpochMs, type Log } from '../types';
import { checkFigures } from './check-figures';
import { checkFiles } from './check-files';
import { inOrder, wrong, type Finding } from './finding';

export interface VerifyOptions {
  folder: string;
  wasmPath: string;
  /** Put right what can be worked out again, and write it. */
  repair: boolean;
  now: EpochMs;
}

const written = 'Everything that can be worked out again was worked out and written.';

/**
 * Checks a data folder from its files up to its figures.
 * @throws DataFolderError if it is in use or cannot be opened at all
 */
export async function verify(options: VerifyOptions, fs: FileSystem, log: Log): Promise<Finding[]> {
  const { folder, wasmPath, repair, now } = options;
  const unlock = await lockFolder(folder);
  if (!unlock) throw new DataFolderError('locked', `Foyer is running on ${folder}. Close it first.`);
  try {
    const findings = checkFiles(fs, folder, await loadSqlite(wasmPath));
    const engine = await Engine.open(
      { folder, wasmPath, timeZone: 'UTC', forceTimeZone: false, now },
      fs,
      log,
    );
    try {
      // What a start found damaged was named by the files already; here is what it came to.
      findings.push(...describeRecovery(engine.files.recovery).map(inOrder));
      const figures = checkAndForget(engine);
      if (!repair) return [...findings, ...figures];
      await engine.command('figures.recompute', {}, now);
      const mended = figures.filter(({ isInOrder }) => !isInOrder);
      findings.push(...mended.map(({ text }) => inOrder(`Worked out again: ${text}`)));
      findings.push(...checkAndForget(engine));
      await engine.snapshot(now);
      findings.push(engine.problem === null ? inOrder(written) : wrong(engine.problem));
      return findings;
    } finally {
      engine.files.close();
    }
  } finally {
    await unlock();
  }
}

function checkAndForget({ state }: Engine): Finding[] {
  state.sql.run('BEGIN');
  try {
    return checkFigures(state);
  } finally {
    state.sql.run('ROLLBACK');
    state.reload();
  }
}
