import { open, rename, rm } from 'node:fs/promises';

/** For its owner alone (Windows: for whoever may read the folder). */
const mode = 0o600;

/**
 * Replaces a small file whole, for nobody but its owner to read; on the disk when it resolves. One call at a time
 * for a path: they would write over each other.
 * @throws what the file system throws; then the file is as it was
 */
export async function writePrivately(path: string, text: string): Promise<void> {
  const partial = `${path}.partial`;
  // Left behind by a power cut. Made anew, never written into: it could be a link by now.
  await rm(partial, { force: true });
  try {
    await writeNew(partial, text);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function writeNew(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
