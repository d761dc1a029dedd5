import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { writeProblem, type Step, type WriteProblem } from './write-problem';

export type WriteOutcome = { ok: true } | { ok: false; problem: WriteProblem };

/**
 * Writes a file (text as UTF-8) so that the target is at any time either what it was or complete: into a
 * temporary file beside it, flushed to the disk, then renamed. After a failure nothing is left behind.
 *
 * @throws what the pieces throw, and file errors that have no {@link WriteProblem}
 */
export async function writeAtomically(
  target: string,
  pieces: AsyncIterable<string | Uint8Array>,
): Promise<WriteOutcome> {
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

async function fill(
  path: string,
  pieces: AsyncIterable<string | Uint8Array>,
  enter: (step: Step) => void,
): Promise<void> {
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
