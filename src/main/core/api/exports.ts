import type { FileParams, Outcome, Role } from '#shared/contract';
import { tell } from '#shared/sentences';
import {
  ExportBrokenOff,
  type ExportPiece,
  type OpenExport,
  type WriteExportOptions,
  type WrittenExport,
} from '../reports/types';
import { writeAtomically } from '../storage/atomic-write';
import { tellWriteProblem } from '../storage/write-problem';
import { fail, ok, type ApiContext, type Handlers } from './answers';

export function exportMethods({ engine, now }: ApiContext): Handlers<'export.plan'> {
  return {
    'export.plan': async (params, role) =>
      mayExport(params, role) ?? ok(await engine.request('export.plan', params, now())),
  };
}

/** Begins an export; nothing is worked out before somebody reads. */
export async function openExport(
  { engine, now }: ApiContext,
  params: FileParams,
  role: Role,
): Promise<Outcome<OpenExport>> {
  const refusal = mayExport(params, role);
  if (refusal) return refusal;
  const at = now();
  const { id, ...opened } = await engine.request('export.open', params, at);
  const ask = () => {
    const piece = engine.request('export.next', { id }, at);
    // A reader that has gone away leaves a piece that nobody waits for.
    piece.catch(() => undefined);
    return piece;
  };
  const close = () => engine.request('export.close', { id }, at);
  async function* pieces(): AsyncGenerator<ExportPiece> {
    try {
      // One piece is worked out while the one before it is being written.
      let next = ask();
      for (;;) {
        const piece = await next;
        if (piece === null) return;
        if (piece === 'gone') throw new ExportBrokenOff();
        next = ask();
        yield piece;
      }
    } finally {
      await close();
    }
  }
  return ok({ ...opened, pieces: pieces(), close });
}

/**
 * Writes an export into a file, so that the target is at any time either what it was or complete. What can go
 * wrong with a disk is a value with a sentence.
 * @param pathFor gives the absolute path for a file that should have this name; `null` calls it off
 * @returns `null` if it was called off or cancelled; then there is no file
 */
export async function writeExport(
  context: ApiContext,
  params: FileParams,
  pathFor: (fileName: string) => Promise<string | null>,
  { onProgress, signal }: WriteExportOptions,
): Promise<Outcome<WrittenExport | null>> {
  const opened = await openExport(context, params, 'manage');
  if (!opened.ok) return opened;
  const { fileName, total, pieces, close } = opened.result;
  async function* watched(): AsyncGenerator<Uint8Array> {
    onProgress?.(0, total);
    for await (const { bytes, done } of pieces) {
      if (signal?.aborted === true) throw new Cancelled();
      yield bytes;
      onProgress?.(Math.min(done, total), total);
    }
    // The last moment at which there is no file yet.
    if (signal?.aborted === true) throw new Cancelled();
    onProgress?.(total, total);
  }
  try {
    const path = await pathFor(fileName);
    if (path === null) return ok(null);
    const written = await writeAtomically(path, watched());
    if (written.ok) return ok({ path, fileName });
    return fail({ code: 'unavailable', ...tellWriteProblem(written.problem) });
  } catch (error) {
    if (error instanceof Cancelled) return ok(null);
    if (error instanceof ExportBrokenOff) return fail({ code: 'unavailable', ...tell('export-broken-off') });
    context.deps.log.error('An export failed', error);
    return fail({ code: 'internal', ...tell('file-not-saved') });
  } finally {
    await close();
  }
}

class Cancelled extends Error {}

/** Single persons, and single reports, which in real time are single persons, are the owner's alone. */
function mayExport(params: FileParams, role: Role): ReturnType<typeof fail> | null {
  const isPersonal =
    params.kind === 'persons' || params.kind === 'archive' || ('by' in params && params.by === 'raw');
  if (!isPersonal || role === 'manage') return null;
  return fail({ code: 'forbidden', message: 'This needs the right to manage Foyer.' });
}
