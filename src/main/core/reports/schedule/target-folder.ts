import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { writeProblem, type Step, type WriteProblem } from '../../storage/write-problem';

/** The part of the file system that reports are written with, handed in so that tests can make any call fail. */
export interface TargetFiles {
  list(folder: string): Promise<string[]>;
  /** Writes a file, or writes it anew, and waits until it is on the disk. */
  writeDurably(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
}

export const nodeTargetFiles: TargetFiles = {
  list: (folder) => fs.readdir(folder),
  writeDurably: async (path, bytes) => {
    const file = await fs.open(path, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
  },
  rename: (from, to) => fs.rename(from, to),
  remove: (path) => fs.rm(path, { force: true }),
};

export type PutOutcome = { ok: true; outcome: 'written' | 'found' } | { ok: false; problem: WriteProblem };

/**
 * Puts a file into a folder: whole or not at all, and never over one that is there. What a crash leaves behind has a
 * name of its own that the next attempt writes over.
 * @throws file errors that have no {@link WriteProblem}
 */
export async function putFile(
  files: TargetFiles,
  folder: string,
  name: string,
  bytes: () => Promise<Uint8Array>,
): Promise<PutOutcome> {
  const temporary = join(folder, `.${name}.foyer-partial`);
  let step: Step = 'create';
  try {
    if (await isThere(files, folder, name)) return { ok: true, outcome: 'found' };
    const content = await bytes();
    step = 'write';
    await files.writeDurably(temporary, content);
    step = 'rename';
    await files.rename(temporary, join(folder, name));
    return { ok: true, outcome: 'written' };
  } catch (error) {
    if (step !== 'create') await removeQuietly(files, temporary);
    const problem = writeProblem(error, step === 'write' ? 'create' : step);
    if (problem === null) throw error;
    return { ok: false, problem };
  }
}

/** Whether a file can be put into a folder. @returns what is in the way */
export async function probeFolder(files: TargetFiles, folder: string): Promise<WriteProblem | null> {
  const probe = join(folder, '.foyer-probe.foyer-partial');
  try {
    await files.list(folder);
    await files.writeDurably(probe, new Uint8Array(1));
    await files.remove(probe);
    return null;
  } catch (error) {
    const problem = writeProblem(error, 'create');
    if (problem === null) throw error;
    return problem;
  }
}

/** Windows and macOS take names that differ in case, or in how an accent is written, for the same. */
async function isThere(files: TargetFiles, folder: string, name: string): Promise<boolean> {
  const same = (text: string) => text.normalize('NFC').toLowerCase();
  return (await files.list(folder)).some((other) => same(other) === same(name));
}

async function removeQuietly(files: TargetFiles, path: string): Promise<void> {
  try {
    await files.remove(path);
  } catch {
    // The next attempt writes over it; the first failure matters more.
  }
}
