import { basename, dirname, join } from 'node:path';
import { backupFolderName } from '#shared/domain';
import type { DataFolder } from '../storage/data-folder';
import { backupPattern, crcInPieces, nameEnding, writeSnapshot, writeWhole } from '../storage/snapshot';
import { crc32c } from '../storage/crc32c';
import type { EpochMs } from '../types';
import { checkDatabase, countRows } from './check-database';
import { expiredBackups } from './keep';

export interface Backup {
  /** File name in the folder `backups`. */
  name: string;
  /** `daily`: made by the clock or by hand. `before-restore`: what was there when another was restored. */
  kind: 'daily' | 'before-restore';
  /** Local day on which it was made, `YYYY-MM-DD`. */
  day: string;
  /** Last journal sequence it holds. */
  sequence: number;
  bytes: number;
  modifiedMs: EpochMs;
}

const beforeRestorePattern = /^before-restore-(\d{4}-\d{2}-\d{2})-(\d{16})-([0-9a-f]{8})\.sqlite$/;
const BEFORE_RESTORE_KEPT = 3;

/** Newest first. @throws what the file system throws */
export function listBackups({ fs, folder }: DataFolder): Backup[] {
  if (!fs.list(folder).includes(backupFolderName)) return [];
  const path = join(folder, backupFolderName);
  return fs
    .list(path)
    .map((name): Backup | null => {
      const daily = backupPattern.exec(name);
      const match = daily ?? beforeRestorePattern.exec(name);
      if (!match) return null;
      const [, day = '', sequence = ''] = match;
      const file = join(path, name);
      const kind = daily ? 'daily' : 'before-restore';
      return {
        name,
        kind,
        day,
        sequence: Number(sequence),
        bytes: fs.size(file),
        modifiedMs: fs.modifiedMs(file),
      };
    })
    .filter((backup) => backup !== null)
    .sort((a, b) => b.sequence - a.sequence);
}

/**
 * Writes a backup and reads it back: only a file that opens, is sound and holds as many rows as the
 * database counts as one. Then the old ones go.
 * @param day local day, `YYYY-MM-DD`
 * @throws what the file system throws, and Error if the file is not what was written
 */
export function makeBackup(files: DataFolder, day: string): Promise<Backup> {
  return files.inTurn(async () => {
    const made = await writeChecked(files, (ending) => `foyer-${day}-${ending}`);
    for (const old of expiredBackups(listBackups(files).filter(({ kind }) => kind === 'daily'))) {
      files.fs.remove(join(files.folder, backupFolderName, old.name));
    }
    return made;
  });
}

/**
 * Puts another database in the place of this one, in one rename: it becomes the newest snapshot. What was
 * there is kept as a backup of its own, so it can be put back the same way. The folder must be closed and
 * opened again afterwards.
 * @param bytes of a database that {@link checkDatabase} found in order, and the sequence it found
 * @throws what the file system throws; then everything is as before
 */
export function replaceDatabase(
  files: DataFolder,
  bytes: Uint8Array,
  sequence: number,
  day: string,
): Promise<void> {
  return files.inTurn(async () => {
    await writeChecked(files, (ending) => `before-restore-${day}-${ending}`);
    const kept = listBackups(files).filter(({ kind }) => kind === 'before-restore');
    for (const old of kept.slice(BEFORE_RESTORE_KEPT)) {
      files.fs.remove(join(files.folder, backupFolderName, old.name));
    }
    // Newer than every record there is: none of them is applied to what they do not belong to. And newer than
    // those of the folder it comes from, so that whoever got figures from there sees which are the newer ones.
    await writeSnapshot(files.fs, files.folder, bytes, Math.max(files.lastSequence, sequence) + 1);
  });
}

/** Writes everything into one file elsewhere. @throws as {@link makeBackup} */
export function exportTo(files: DataFolder, path: string): Promise<{ bytes: number }> {
  return files.inTurn(async () => {
    const { bytes, counts } = await take(files);
    await writeWhole(files.fs, dirname(path), basename(path), bytes);
    mustHold(files, path, crc32c(bytes), counts);
    return { bytes: bytes.byteLength };
  });
}

/** The database as it is at one moment, and what is in it. */
function take(files: DataFolder): Promise<{ bytes: Uint8Array; sequence: number; counts: object }> {
  return files.settled(() => ({ ...files.export(), counts: countRows(files.sql) }));
}

async function writeChecked(files: DataFolder, nameOf: (ending: string) => string): Promise<Backup> {
  const { fs, folder } = files;
  const { bytes, sequence, counts } = await take(files);
  const crc = await crcInPieces(bytes);
  const name = nameOf(nameEnding(sequence, crc));
  const path = join(folder, backupFolderName);
  fs.mkdir(path);
  await writeWhole(fs, path, name, bytes);
  try {
    mustHold(files, join(path, name), crc, counts);
  } catch (error) {
    fs.remove(join(path, name));
    throw error;
  }
  const made = listBackups(files).find((backup) => backup.name === name);
  if (!made) throw new Error(`The backup ${name} has vanished`);
  return made;
}

function mustHold(files: DataFolder, path: string, crc: number, counts: object): void {
  const bytes = files.fs.read(path);
  if (crc32c(bytes) !== crc) throw new Error('The backup is not what was written');
  const check = checkDatabase(files.sqlite, bytes);
  if (!check.ok) throw new Error(check.message);
  if (JSON.stringify(check.counts) !== JSON.stringify(counts)) throw new Error('The backup is incomplete');
}
