import { join } from 'node:path';
import { crc32c } from './crc32c';
import type { FileSystem } from './file-system';

/**
 * A snapshot is an ordinary SQLite file. What is needed to trust it stands in its name: the last journal
 * sequence it holds and the CRC-32C of its bytes. So both appear in the one rename that makes it valid.
 */
export interface SnapshotFile {
  name: string;
  sequence: number;
  crc: number;
}

const pattern = /^foyer-(\d{16})-([0-9a-f]{8})\.sqlite$/;

export function parseSnapshotName(name: string): SnapshotFile | null {
  const match = pattern.exec(name);
  return match ? { name, sequence: Number(match[1]), crc: parseInt(match[2] ?? '', 16) } : null;
}

/** Newest first. */
export function listSnapshots(fs: FileSystem, folder: string): SnapshotFile[] {
  return fs
    .list(folder)
    .map(parseSnapshotName)
    .filter((file) => file !== null)
    .sort((a, b) => b.sequence - a.sequence);
}

/** @returns the bytes, or `null` if they are not the ones that were written */
export function readSnapshot(fs: FileSystem, folder: string, file: SnapshotFile): Uint8Array | null {
  const bytes = fs.read(join(folder, file.name));
  return crc32c(bytes) === file.crc ? bytes : null;
}

/** Writes a snapshot so that at every moment either the old or the new one is whole. */
export async function writeSnapshot(
  fs: FileSystem,
  folder: string,
  bytes: Uint8Array,
  sequence: number,
): Promise<SnapshotFile> {
  const crc = crc32c(bytes);
  const name = `foyer-${String(sequence).padStart(16, '0')}-${crc.toString(16).padStart(8, '0')}.sqlite`;
  const temporary = join(folder, `${name}.tmp`);
  try {
    await fs.writeDurably(temporary, bytes);
    fs.rename(temporary, join(folder, name));
  } catch (error) {
    removeQuietly(fs, temporary);
    throw error;
  }
  fs.fsyncFolder(folder);
  return { name, sequence, crc };
}

function removeQuietly(fs: FileSystem, path: string): void {
  try {
    fs.remove(path);
  } catch {
    // A left-over temporary file is removed at the next start; the first failure matters more.
  }
}
