import type { OpenOutcome, SaveOutcome } from '#shared/carrier';
import type { Outcome } from '#shared/contract';
import type { Core, Log } from '../core/types';

export interface SaveEverythingDeps {
  core: Pick<Core, 'exportEverything'>;
  log: Log;
  /** Asks the owner where to save; gives the absolute path, or `null` when the question was called off. */
  askForPath(fileName: string): Promise<string | null>;
}

/** Saves everything as one file of the owner's choice. */
export async function saveEverything(deps: SaveEverythingDeps): Promise<Outcome<SaveOutcome>> {
  const { core, log, askForPath } = deps;
  try {
    const saved = await core.exportEverything(askForPath);
    if (!saved.ok) return saved;
    const path = saved.result;
    return { ok: true, result: path === null ? { saved: 'cancelled' } : { saved: 'file', path } };
  } catch (error) {
    log.error('Everything could not be saved', error);
    return failure('The file could not be saved.');
  }
}

export interface OpenEverythingDeps {
  core: Pick<Core, 'importEverything'>;
  log: Log;
  /** Asks the owner for the file; gives its absolute path, or `null` when the question was called off. */
  askForFile(): Promise<string | null>;
}

/** Puts a file of the owner's choice in the place of everything. */
export async function openEverything(deps: OpenEverythingDeps): Promise<Outcome<OpenOutcome>> {
  const { core, log, askForFile } = deps;
  try {
    const path = await askForFile();
    if (path === null) return { ok: true, result: 'cancelled' };
    const taken = await core.importEverything(path);
    return taken.ok ? { ok: true, result: 'replaced' } : taken;
  } catch (error) {
    log.error('A file could not be taken over', error);
    return failure('The file could not be taken over.');
  }
}

function failure(message: string): Outcome<never> {
  return { ok: false, error: { code: 'internal', message } };
}
