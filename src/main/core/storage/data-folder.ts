import { join } from 'node:path';

import { DataFolderError, type Log } from '../types';
import type { FileSystem } from './file-system';
import { Journal } from './journal';
import { parseSegmentName, readSegment, type JournalRecord } from './journal-format';
import { migrate } from './schema';
import { listSnapshots, readSnapshot, writeSnapshot } from './snapshot';
import { Sql, type Sqlite } from './sql';

const MIN_JOURNAL_BYTES = 4 * 1024 * 1024;
const SNAPSHOT_EVERY_MS = 60 * 60_000;

/** What was found at the start; all zero after an orderly end. */
export interface Recovery {
  snapshotSequence: number;
  replayed: number;
  /** Bytes of a write that the last run did not finish, and had not acknowledged. */
  tornBytes: number;
  damagedRecords: number;
  damagedSnapshots: number;
}

/**
 * The files of one data folder: the newest snapshot, the one before it, and the journal since that one.
 * Whatever moment the power goes, a valid snapshot and every acknowledged record after it are there.
 */
export class DataFolder {
  #snapshotBytes = 0;
  #lastSnapshotMs: number | null = null;
  #running: Promise<void> | null = null;

  private constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    private readonly log: Log,
    readonly sql: Sql,
    readonly recovery: Recovery,
    private readonly journal: Journal,
    private readonly pending: JournalRecord[],
  ) {}

  /** @throws DataFolderError if the folder cannot be written or holds data of a newer Foyer */
  static open(folder: string, fs: FileSystem, sqlite: Sqlite, log: Log): DataFolder {
    prepare(fs, folder);
    const recovery: Recovery = {
      snapshotSequence: 0,
      replayed: 0,
      tornBytes: 0,
      damagedRecords: 0,
      damagedSnapshots: 0,
    };
    const { sql, modifiedMs, bytes } = loadSnapshot(fs, folder, sqlite, recovery, log);
    if (!migrate(sql)) {
      const message = `The data in ${folder} was written by a newer Foyer. Please install that version.`;
      throw new DataFolderError('newer', message);
    }
    const pending = readJournal(fs, folder, recovery);
    const last = pending.at(-1)?.sequence ?? recovery.snapshotSequence;
    const journal = new Journal(fs, folder, Math.max(last, lastSegmentStart(fs, folder)) + 1);
    const opened = new DataFolder(fs, folder, log, sql, recovery, journal, pending);
    opened.#lastSnapshotMs = modifiedMs;
    opened.#snapshotBytes = bytes;
    return opened;
  }

  /** Records that the snapshot does not hold yet, oldest first. Given once. */
  takePending(): JournalRecord[] {
    const records = this.pending.splice(0);
    this.recovery.replayed = records.length;
    this.journal.recordsSinceRotation = records.length;
    return records;
  }

  /** Makes records durable. @throws what the file system throws; then none of them is */
  append(payloads: readonly Uint8Array[]): void {
    this.journal.append(payloads);
  }

  get journalLag(): number {
    return this.journal.recordsSinceRotation;
  }

  get lastSnapshotMs(): number | null {
    return this.#lastSnapshotMs;
  }

  /** The journal has grown long, or old. */
  isSnapshotDue(nowMs: number): boolean {
    if (this.#running || this.journal.recordsSinceRotation === 0) return false;
    if (this.journal.bytesSinceRotation > Math.max(MIN_JOURNAL_BYTES, this.#snapshotBytes / 4)) return true;
    return this.#lastSnapshotMs !== null && nowMs - this.#lastSnapshotMs > SNAPSHOT_EVERY_MS;
  }

  /**
   * Writes a snapshot of the database as it is now. Messages may go on being stored while it is written:
   * they are in a new journal segment.
   */
  async snapshot(nowMs: number): Promise<void> {
    await this.#running?.catch(() => undefined);
    this.#running = this.#writeSnapshot(nowMs).finally(() => (this.#running = null));
    await this.#running;
  }

  async #writeSnapshot(nowMs: number): Promise<void> {
    const sequence = this.journal.lastSequence;
    this.sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('sequence', ?)", [String(sequence)]);
    const bytes = this.sql.export();
    const records = this.journal.recordsSinceRotation;
    this.journal.rotate();
    try {
      await writeSnapshot(this.fs, this.folder, bytes, sequence);
    } catch (error) {
      // Nothing is lost, the journal still has it all; it is only longer than it should be.
      this.journal.recordsSinceRotation += records;
      throw error;
    }
    this.#snapshotBytes = bytes.byteLength;
    this.#lastSnapshotMs = nowMs;
    this.#removeOld();
  }

  close(): void {
    this.journal.close();
    this.sql.close();
  }

  /** Keeps the newest two snapshots and the journal from the older one on. */
  #removeOld(): void {
    try {
      const [, previous, ...old] = listSnapshots(this.fs, this.folder);
      for (const file of old) this.fs.remove(join(this.folder, file.name));
      const needed = (previous?.sequence ?? 0) + 1;
      const segments = listSegments(this.fs, this.folder);
      for (const [i, segment] of segments.entries()) {
        const next = segments[i + 1];
        if (next && next.first <= needed) this.fs.remove(join(this.folder, segment.name));
      }
    } catch (error) {
      this.log.warn(`Old files could not be removed: ${String(error)}`);
    }
  }
}

function prepare(fs: FileSystem, folder: string): void {
  try {
    fs.mkdir(folder);
    const probe = join(folder, `.write-test-${process.pid}.tmp`);
    fs.close(fs.create(probe));
    for (const name of fs.list(folder)) if (name.endsWith('.tmp')) fs.remove(join(folder, name));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DataFolderError('unwritable', `The data folder ${folder} cannot be written (${why}).`);
  }
}

function loadSnapshot(
  fs: FileSystem,
  folder: string,
  sqlite: Sqlite,
  recovery: Recovery,
  log: Log,
): { sql: Sql; modifiedMs: number | null; bytes: number } {
  for (const file of listSnapshots(fs, folder)) {
    const path = join(folder, file.name);
    const bytes = readSnapshot(fs, folder, file);
    if (bytes) {
      recovery.snapshotSequence = file.sequence;
      return { sql: new Sql(sqlite, bytes), modifiedMs: fs.modifiedMs(path), bytes: bytes.byteLength };
    }
    recovery.damagedSnapshots++;
    log.warn(`The snapshot ${file.name} is damaged and was set aside.`);
    fs.rename(path, `${path}.damaged`);
  }
  return { sql: new Sql(sqlite, null), modifiedMs: null, bytes: 0 };
}

function listSegments(fs: FileSystem, folder: string): { name: string; first: number }[] {
  return fs
    .list(folder)
    .map((name) => ({ name, first: parseSegmentName(name) }))
    .filter((segment): segment is { name: string; first: number } => segment.first !== null)
    .sort((a, b) => a.first - b.first);
}

/** Sequences of a torn tail are not used again, so a new segment never has an old one's name. */
function lastSegmentStart(fs: FileSystem, folder: string): number {
  return listSegments(fs, folder).at(-1)?.first ?? 0;
}

function readJournal(fs: FileSystem, folder: string, recovery: Recovery): JournalRecord[] {
  const records: JournalRecord[] = [];
  const segments = listSegments(fs, folder);
  for (const [i, segment] of segments.entries()) {
    // All of a segment's records are older than the first of the next one.
    const next = segments[i + 1];
    if (next && next.first <= recovery.snapshotSequence + 1) continue;
    const reading = readSegment(fs.read(join(folder, segment.name)));
    recovery.tornBytes += reading.tornBytes;
    recovery.damagedRecords += reading.damaged.length;
    for (const record of reading.records) {
      if (record.sequence > recovery.snapshotSequence) records.push(record);
    }
  }
  return records.sort((a, b) => a.sequence - b.sequence);
}
