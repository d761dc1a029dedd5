import type { CancelSignal, ExportOutcome, OnProgress } from '#shared/carrier';
import { fileSchema, type ErrorCode, type Outcome } from '#shared/contract';
import { tell } from '#shared/sentences';
import type { Core, Log } from '../core/types';

export interface ExportFileDeps {
  core: Pick<Core, 'writeExport'>;
  log: Log;
  /** Asks the owner where to save; gives the absolute path, or `null` when the question was called off. */
  askForPath(fileName: string): Promise<string | null>;
  onProgress: OnProgress;
  signal: CancelSignal;
}

/** Exports into a file of the owner's choice. `request` comes from a page and is validated here. */
export async function exportFile(request: unknown, deps: ExportFileDeps): Promise<Outcome<ExportOutcome>> {
  const { core, log, askForPath, onProgress, signal } = deps;
  const parsed = fileSchema.safeParse(request);
  if (!parsed.success) {
    return failure('invalid', parsed.error.issues[0]?.message ?? 'This is not a range of dates.');
  }
  try {
    const written = await core.writeExport(parsed.data, askForPath, { onProgress, signal });
    if (!written.ok) return written;
    const file = written.result;
    return { ok: true, result: file === null ? { saved: 'cancelled' } : { saved: 'file', ...file } };
  } catch (error) {
    log.error('An export failed', error);
    return { ok: false, error: { code: 'internal', ...tell('file-not-saved') } };
  }
}

function failure(code: ErrorCode, message: string): Outcome<never> {
  return { ok: false, error: { code, message } };
}
