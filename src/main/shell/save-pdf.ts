import { Readable } from 'node:stream';
import type { SaveOutcome } from '#shared/carrier';
import { printSchema, type ErrorCode, type Outcome, type PrintRequest } from '#shared/contract';
import type { ExportPlan } from '#shared/domain';
import { tell } from '#shared/sentences';
import { writeAtomically } from '../core/storage/atomic-write';
import { tellWriteProblem } from '../core/storage/write-problem';
import type { Core, Log } from '../core/types';

export interface SavePdfDeps {
  core: Pick<Core, 'invoke'>;
  log: Log;
  pdf(request: PrintRequest): Promise<Outcome<Uint8Array>>;
  /** Asks the owner where to save; gives the absolute path, or `null` when the question was called off. */
  askForPath(fileName: string): Promise<string | null>;
}

/** Prints a page into a file of the owner's choice. `request` comes from a page and is validated here. */
export async function savePdf(request: unknown, deps: SavePdfDeps): Promise<Outcome<SaveOutcome>> {
  const { core, log, pdf, askForPath } = deps;
  const parsed = printSchema.safeParse(request);
  if (!parsed.success) return failure('invalid', 'This is not a day, a week or a month to print.');
  try {
    const named = await fileName(core, parsed.data);
    if (!named.ok) return named;
    const path = await askForPath(named.result);
    if (path === null) return { ok: true, result: { saved: 'cancelled' } };
    const printed = await pdf(parsed.data);
    if (!printed.ok) return printed;
    const written = await writeAtomically(path, Readable.from([printed.result]));
    if (!written.ok)
      return { ok: false, error: { code: 'unavailable', ...tellWriteProblem(written.problem) } };
    return { ok: true, result: { saved: 'file', path } };
  } catch (error) {
    log.error('A page could not be saved', error);
    return { ok: false, error: { code: 'internal', ...tell('file-not-saved') } };
  }
}

/** Named as an export of the same days is. */
async function fileName(
  core: SavePdfDeps['core'],
  { site, from, to, kind }: PrintRequest,
): Promise<Outcome<string>> {
  const request = { kind: 'csv', site, from, to, by: kind === 'day' ? 'hour' : 'day' };
  const planned = await core.invoke('export.plan', request, 'manage');
  if (!planned.ok) return planned;
  return { ok: true, result: (planned.result as ExportPlan).fileName.replace(/\.csv$/, '.pdf') };
}

function failure(code: ErrorCode, message: string): Outcome<never> {
  return { ok: false, error: { code, message } };
}
