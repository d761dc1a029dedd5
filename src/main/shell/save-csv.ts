import type { Core, Log } from '../core/types';
import type { SaveOutcome } from '#shared/carrier';
import { exportSchema, type ErrorCode, type Outcome } from '#shared/contract';
import { writeProblemSentences } from '../core/storage/write-problem';
import { writeAtomically } from './atomic-write';

export interface SaveCsvDeps {
  core: Pick<Core, 'exportCsv'>;
  log: Log;
  /** Asks the owner where to save; gives the absolute path, or `null` when the question was called off. */
  askForPath(fileName: string): Promise<string | null>;
}

/** Exports a range into a file of the owner's choice. `request` comes from a page and is validated here. */
export async function saveCsv(request: unknown, deps: SaveCsvDeps): Promise<Outcome<SaveOutcome>> {
  const parsed = exportSchema.safeParse(request);
  if (!parsed.success) {
    return failure('invalid', parsed.error.issues[0]?.message ?? 'This is not a range of dates.');
  }
  try {
    const opened = await deps.core.exportCsv(parsed.data);
    if (!opened.ok) return opened;
    const { fileName, text } = opened.result;
    const path = await deps.askForPath(fileName);
    if (path === null) {
      await text[Symbol.asyncIterator]().return?.();
      return { ok: true, result: { saved: 'cancelled' } };
    }
    const written = await writeAtomically(path, text);
    if (!written.ok) return failure('unavailable', writeProblemSentences[written.problem]);
    return { ok: true, result: { saved: 'file', path } };
  } catch (error) {
    deps.log.error('An export failed', error);
    return failure('internal', 'The file could not be saved.');
  }
}

function failure(code: ErrorCode, message: string): Outcome<never> {
  return { ok: false, error: { code, message } };
}
