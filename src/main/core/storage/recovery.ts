import { join } from 'node:path';
import { DataFolderError, type Log } from '../types';
import type { FileSystem } from './file-system';
import { readSegment, type JournalRecord, type SequenceRange } from './journal-format';
import { listAllSegments, segmentsAfter } from './segments';
import { listBackups, listSnapshots, readSnapshot, type SnapshotFile } from './snapshot';

/** What was found at the start; all zero after an orderly end. */
export interface Recovery {
  /** Last sequence that the database held before anything was replayed. */
  snapshotSequence: number;
  replayed: number;
  /** Bytes of a write that the last run did not finish, and had not acknowledged. */
  tornBytes: number;
  /** Records that could not be read or applied, as far as they can be counted. */
  damagedRecords: number;
  damagedSnapshots: number;
  /** All snapshots were damaged and the newest backup took their place. */
  isFromBackup: boolean;
  /** Everything before this sequence is lost, because no file holds it; `null` if nothing is. */
  startsAt: number | null;
  /** A backup or a file was put in the place of what was there, and no snapshot was written since. */
  isReplaced: boolean;
}

export function noRecovery(): Recovery {
  return {
    snapshotSequence: 0,
    replayed: 0,
    tornBytes: 0,
    damagedRecords: 0,
    damagedSnapshots: 0,
    isFromBackup: false,
    startsAt: null,
    isReplaced: false,
  };
}

/** In words; nothing after an orderly end. */
export function describeRecovery(recovery: Recovery): string[] {
  const { replayed, tornBytes, damagedRecords, damagedSnapshots, isFromBackup, startsAt } = recovery;
  const say = (applies: boolean, sentence: string) => (applies ? [sentence] : []);
  return [
    ...say(replayed > 0, `Foyer did not end in order; ${replayed} messages came back from the journal.`),
    ...say(
      tornBytes > 0,
      `${tornBytes} bytes of a write that was cut off were left out; nobody was promised it.`,
    ),
    ...say(
      damagedRecords > 0,
      `${damagedRecords} messages in the journal were damaged and could not be used.`,
    ),
    ...say(damagedSnapshots > 0, `${damagedSnapshots} damaged database files were set aside.`),
    ...say(isFromBackup, 'The database comes from the newest backup, and from the journal since.'),
    ...say(startsAt !== null, 'Older counts are lost: no file that could be read holds them.'),
  ];
}

/** Makes the folder and sees that it can be written. @throws DataFolderError if not */
export function prepareFolder(fs: FileSystem, folder: string): void {
  try {
    fs.mkdir(folder);
    for (const name of fs.list(folder)) if (name.endsWith('.tmp')) fs.remove(join(folder, name));
    const probe = join(folder, `.write-test-${process.pid}.tmp`);
    fs.close(fs.create(probe));
    fs.remove(probe);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DataFolderError('unwritable', `The data folder ${folder} cannot be written (${why}).`);
  }
}

export interface LoadedSnapshot {
  bytes: Uint8Array;
  file: SnapshotFile;
  modifiedMs: number;
}

/** The newest snapshot that is whole, else the newest backup; a damaged one is set aside for whoever can mend it. */
export function loadSnapshot(
  fs: FileSystem,
  folder: string,
  recovery: Recovery,
  log: Log,
): LoadedSnapshot | null {
  const snapshots = listSnapshots(fs, folder);
  for (const file of [...snapshots, ...listBackups(fs, folder)]) {
    const bytes = readQuietly(() => readSnapshot(fs, folder, file));
    if (bytes) {
      recovery.snapshotSequence = file.sequence;
      recovery.isFromBackup = !snapshots.includes(file);
      return { bytes, file, modifiedMs: fs.modifiedMs(join(folder, file.name)) };
    }
    recovery.damagedSnapshots++;
    log.warn(`The database file ${file.name} is damaged.`);
    const path = join(folder, file.name);
    if (!readQuietly(() => (fs.rename(path, `${path}.damaged`), true)))
      log.warn('It could not be set aside.');
  }
  return null;
}

/**
 * Records that the snapshot does not hold yet, oldest first.
 * @param until sequence after which a segment of its own begins; what is from there on is not looked at
 */
export function readJournal(
  fs: FileSystem,
  folder: string,
  recovery: Recovery,
  log: Log,
  until = Infinity,
): PendingRecords {
  const { snapshotSequence } = recovery;
  const found: JournalRecord[] = [];
  const voids: SequenceRange[] = [];
  const segments = listAllSegments(fs, folder).filter(({ first }) => first <= until);
  let bytes = 0;
  for (const segment of segmentsAfter(segments, snapshotSequence)) {
    const content = readQuietly(() => fs.read(segment.path));
    if (!content) {
      log.warn(`The journal file ${segment.name} cannot be read.`);
      recovery.damagedRecords++;
      continue;
    }
    const reading = readSegment(content, segment.first);
    recovery.tornBytes += reading.tornBytes;
    for (const { records } of reading.damaged) recovery.damagedRecords += records;
    voids.push(...reading.voids);
    for (const record of reading.records) if (record.sequence > snapshotSequence) found.push(record);
    bytes += content.byteLength;
  }
  const isVoid = ({ sequence }: JournalRecord) =>
    voids.some((range) => sequence >= range.first && sequence <= range.last);
  const records = found.filter((record) => !isVoid(record)).sort((a, b) => a.sequence - b.sequence);
  if (snapshotSequence === 0 && (segments[0]?.first ?? 1) > 1) recovery.startsAt = segments[0]?.first ?? null;
  // Sequences of a torn tail are not used again, so a new segment never has an old one's name.
  const last = Math.max(snapshotSequence, found.at(-1)?.sequence ?? 0, segments.at(-1)?.first ?? 0);
  return { records, bytes, lastSequence: Math.max(last, ...voids.map((range) => range.last)) };
}

export interface PendingRecords {
  records: JournalRecord[];
  bytes: number;
  lastSequence: number;
}

/** A file that cannot be read is as good as damaged: the next one is tried, and starting never fails for it. */
function readQuietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    // The caller says which file it was.
    return null;
  }
}
