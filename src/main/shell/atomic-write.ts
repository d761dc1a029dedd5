import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Why a file could not be written, as far as its owner can do something about it. */
export type WriteProblem =
  'open-elsewhere' | 'not-allowed' | 'disk-full' | 'read-only' | 'folder-missing' | 'name-unusable';

export type WriteOutcome = { ok: true } | { ok: false; problem: WriteProblem };

/**
 * Writes a text file as UTF-8 so that the target is at any time either what it was or complete: into a
 * temporary file beside it, flushed to the disk, then renamed. After a failure nothing is left behind.
 *
 * @throws what the pieces throw, and file errors that have no {@link WriteProblem}
 */
export async function writeAtomically(target: string, pieces: AsyncIterable<string>): Promise<WriteOutcome> {
  const partial = join(dirname(target), `.foyer-${randomBytes(6).toString('hex')}.partial`);
  let step: Step = 'create';
  try {
    await fill(partial, pieces, (next) => (step = next));
    step = 'rename';
    await rename(partial, target);
    return { ok: true };
  } catch (error) {
    await rm(partial, { force: true });
    const problem = writeProblem(error, step);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}

/** How far {@link writeAtomically} had come. */
export type Step = 'create' | 'write' | 'rename';

async function fill(path: string, pieces: AsyncIterable<string>, enter: (step: Step) => void): Promise<void> {
  const file = await open(path, 'wx').catch(async (error: unknown) => {
    // `for await` ends the source by itself only once it has begun with it.
    await pieces[Symbol.asyncIterator]().return?.();
    throw error;
  });
  try {
    enter('write');
    for await (const piece of pieces) await file.writeFile(piece);
    // Without this a power cut after the rename can leave an empty file under the final name.
    await file.sync();
  } finally {
    await file.close();
  }
}

const problems: Record<string, WriteProblem> = {
  EBUSY: 'open-elsewhere',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENAMETOOLONG: 'name-unusable',
  EISDIR: 'name-unusable',
  EINVAL: 'name-unusable',
};

/** What the owner can be told about a file error; `null` for an error that is none, or unheard of. */
export function writeProblem(error: unknown, step: Step): WriteProblem | null {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null;
  if (error.code === 'EPERM' || error.code === 'EACCES') {
    // We could create a file in this folder; that replacing the other one is refused is what Windows
    // says of a file that a spreadsheet program has open.
    return step === 'rename' ? 'open-elsewhere' : 'not-allowed';
  }
  return problems[error.code] ?? null;
}
