import { join } from 'node:path';
import { backupFolderName } from '#shared/domain';
import { crc32c } from './crc32c';
import type { FileSystem } from './file-system';
import type { Rest } from './rest';

/**
 * A snapshot is an ordinary SQLite file. What is needed to trust it stands in its name: the last journal
 * sequence it holds and the CRC-32C of its bytes. So both appear in the one rename that makes it valid.
 */
export interface SnapshotFile {
  /** Relative to the data folder. */
  name: string;
  sequence: number;
  crc: number;
}

const snapshotPattern = /^foyer-(\d{16})-([0-9a-f]{8})\.sqlite$/;
/** The same with the day on which it was made. */
export const backupPattern = /^foyer-(\d{4}-\d{2}-\d{2})-(\d{16})-([0-9a-f]{8})\.sqlite$/;
const CHUNK_BYTES = 512 * 1024;

function parseName(name: string, pattern: RegExp): SnapshotFile | null {
  const [sequence, crc] = pattern.exec(name)?.slice(-2) ?? [];
  if (sequence === undefined || crc === undefined) return null;
  return { name, sequence: Number(sequence), crc: parseInt(crc, 16) };
}

/** `0000000000000042-1f2e3d4c.sqlite`, which both kinds of name end with. */
export function nameEnding(sequence: number, crc: number): string {
  return `${String(sequence).padStart(16, '0')}-${crc.toString(16).padStart(8, '0')}.sqlite`;
}

/** Newest first. */
export function listSnapshots(fs: FileSystem, folder: string): SnapshotFile[] {
  return list(fs, folder, snapshotPattern);
}

/** Backups in the data folder's own backup folder, newest first. */
export function listBackups(fs: FileSystem, folder: string): SnapshotFile[] {
  if (!fs.list(folder).includes(backupFolderName)) return [];
  return list(fs, join(folder, backupFolderName), backupPattern).map((file) => ({
    ...file,
    name: join(backupFolderName, file.name),
  }));
}

function list(fs: FileSystem, folder: string, pattern: RegExp): SnapshotFile[] {
  return fs
    .list(folder)
    .map((name) => parseName(name, pattern))
    .filter((file) => file !== null)
    .sort((a, b) => b.sequence - a.sequence || (a.name < b.name ? 1 : -1));
}

/** @returns the bytes, or `null` if they are not the ones that were written */
export function readSnapshot(fs: FileSystem, folder: string, file: SnapshotFile): Uint8Array | null {
  const bytes = fs.read(join(folder, file.name));
  return crc32c(bytes) === file.crc ? bytes : null;
}

/** The same in pieces. @param rest between them */
export async function readSnapshotInPieces(
  fs: FileSystem,
  folder: string,
  file: SnapshotFile,
  rest: Rest,
): Promise<Uint8Array | null> {
  const bytes = fs.read(join(folder, file.name));
  rest();
  return (await crcInPieces(bytes, rest)) === file.crc ? bytes : null;
}

/** Writes a snapshot so that at every moment either the old or the new one is whole. @param rest between pieces */
export async function writeSnapshot(
  fs: FileSystem,
  folder: string,
  bytes: Uint8Array,
  sequence: number,
  rest?: Rest,
): Promise<SnapshotFile> {
  const crc = await crcInPieces(bytes, rest);
  const name = `foyer-${nameEnding(sequence, crc)}`;
  await writeWhole(fs, folder, name, bytes);
  return { name, sequence, crc };
}

/** Writes a file under a temporary name and gives it its own only when all of it is on disk. */
export async function writeWhole(
  fs: FileSystem,
  folder: string,
  name: string,
  bytes: Uint8Array,
): Promise<void> {
  const temporary = join(folder, `${name}.tmp`);
  try {
    await fs.writeDurably(temporary, bytes);
    fs.rename(temporary, join(folder, name));
  } catch (error) {
    removeQuietly(fs, temporary);
    throw error;
  }
  fs.fsyncFolder(folder);
}

/** Takes away what a snapshot left that was given up. Nobody may be writing one. */
export function removeUnfinished(fs: FileSystem, folder: string): void {
  for (const name of fs.list(folder)) {
    if (name.endsWith('.tmp') && snapshotPattern.test(name.slice(0, -'.tmp'.length)))
      removeQuietly(fs, join(folder, name));
  }
}

const letGo = () => new Promise(setImmediate);

/** @param pause between the pieces; without one the thread is let go: messages wait for it */
export async function crcInPieces(bytes: Uint8Array, pause: () => unknown = letGo): Promise<number> {
  let crc = 0;
  for (let at = 0; at < bytes.byteLength; at += CHUNK_BYTES) {
    crc = crc32c(bytes.subarray(at, at + CHUNK_BYTES), crc);
    await pause();
  }
  return crc;
}

function removeQuietly(fs: FileSystem, path: string): void {
  try {
    fs.remove(path);
  } catch {
    // A left-over temporary file is removed at the next start; the first failure matters more.
  }
}
