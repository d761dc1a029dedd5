import { DataFolderError, type EpochMs, type Log } from '../types';
import { keepBeforeUpdate } from './before-update';
import type { FileSystem } from './file-system';
import { Journal } from './journal';
import type { JournalRecord } from './journal-format';
import { loadSnapshot, noRecovery, prepareFolder, readJournal, type Recovery } from './recovery';
import { exportAt, migrate, newestVersion, versionOf, writtenSequence } from './schema';
import { proofOf } from './proof';
import { dropArchived, listAllSegments, type Segment } from './segments';
import { Snapshots, type Checkpointer } from './snapshots';
import { Sql, type Sqlite } from './sql';

/**
 * The files of one data folder: the newest snapshot, the one before it, and the journal since that one.
 * Whatever moment the power goes, a valid snapshot and every acknowledged record after it are there.
 */
export class DataFolder {
  readonly recovery = noRecovery();
  readonly #snapshots: Snapshots;
  #queue: Promise<unknown> = Promise.resolve();
  #journal: Journal;
  #pending: JournalRecord[];
  readonly sql: Sql;
  /**
   * Does something in a moment when the database holds exactly what the journal has on disk. Set by whoever
   * changes the database.
   */
  settled: <T>(work: () => T) => Promise<T> = (work) => Promise.resolve(work());

  private constructor(
    readonly fs: FileSystem,
    readonly folder: string,
    readonly sqlite: Sqlite,
    log: Log,
  ) {
    prepareFolder(fs, folder);
    const loaded = loadSnapshot(fs, folder, this.recovery, log);
    this.sql = new Sql(sqlite, loaded?.bytes ?? null);
    if (versionOf(this.sql) > newestVersion) {
      const message = `The data in ${folder} was written by a newer Foyer. Please install that version.`;
      throw new DataFolderError('newer', message);
    }
    if (loaded) keepBeforeUpdate(fs, folder, loaded.bytes, versionOf(this.sql));
    migrate(this.sql);
    this.recovery.isReplaced = loaded !== null && loaded.file.sequence !== writtenSequence(this.sql);
    const { records, bytes, lastSequence } = readJournal(fs, folder, this.recovery, log);
    this.#pending = records;
    this.#journal = new Journal(fs, folder, lastSequence + 1);
    this.#journal.addLag({ records: records.length, bytes: records.length > 0 ? bytes : 0 });
    this.#snapshots = new Snapshots({
      fs,
      folder,
      log,
      journal: this.#journal,
      settled: (work) => this.settled(work),
      export: () => this.export(),
      proof: () => proofOf(this.sql),
    });
    const { isFromBackup, startsAt } = this.recovery;
    const base = loaded && !isFromBackup ? loaded : null;
    this.#snapshots.begin(
      base && { file: base.file, bytes: base.bytes.byteLength, atMs: base.modifiedMs },
      !isFromBackup && startsAt === null,
    );
  }

  /** @throws DataFolderError if the folder cannot be written or holds data of a newer Foyer */
  static open(folder: string, fs: FileSystem, sqlite: Sqlite, log: Log): DataFolder {
    try {
      return new DataFolder(fs, folder, sqlite, log);
    } catch (error) {
      if (error instanceof DataFolderError) throw error;
      const why = error instanceof Error ? error.message : String(error);
      throw new DataFolderError('unreadable', `The data in ${folder} cannot be opened (${why}).`);
    }
  }

  /** Records that the snapshot does not hold yet, oldest first. Given once. */
  takePending(): JournalRecord[] {
    const records = this.#pending;
    this.#pending = [];
    this.recovery.replayed = records.length;
    return records;
  }

  /** Makes records durable, one group at a time. @throws what the file system throws; then none of them is */
  append(payloads: readonly Uint8Array[]): Promise<void> {
    return this.#journal.append(payloads);
  }

  /** Records that the newest snapshot does not hold. */
  get journalLag(): number {
    return this.#journal.lag.records;
  }

  get lastSnapshotMs(): EpochMs | null {
    return this.#snapshots.newestMs;
  }

  get lastSequence(): number {
    return this.#journal.lastSequence;
  }

  /** The journal has grown long, or old, or was deleted. A failed attempt is repeated after a minute. */
  isSnapshotDue(nowMs: EpochMs): boolean {
    return this.#snapshots.isDue(nowMs);
  }

  /** Who makes snapshots from the files, away from this thread. */
  useCheckpointer(checkpointer: Checkpointer): void {
    this.#snapshots.checkpointer = checkpointer;
  }

  /**
   * Writes a snapshot of the database as it is now, if it holds anything new. Messages may go on being
   * stored while it is written: they are in a new journal segment.
   * @throws what the file system throws; the journal still has everything then
   */
  snapshot(nowMs: EpochMs): Promise<void> {
    this.#snapshots.hurry();
    return this.inTurn(() => this.#snapshots.write(nowMs));
  }

  /** The same at leisure: what can be is done elsewhere, and nothing is held up by it. */
  checkpoint(nowMs: EpochMs): Promise<void> {
    return this.inTurn(() => this.#snapshots.checkpoint(nowMs));
  }

  /** Work on the folder's database files, one after the other. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work);
    this.#queue = done.catch(() => undefined);
    return done;
  }

  /** The database as a file would hold it, and the last sequence in it. Only in a {@link settled} moment. */
  export(): { bytes: Uint8Array; sequence: number } {
    const sequence = this.#journal.lastSequence;
    return { bytes: exportAt(this.sql, sequence), sequence };
  }

  /** Raw messages older than an instant go. @throws what the file system throws */
  dropRawBefore(beforeMs: EpochMs, nowMs: EpochMs): void {
    dropArchived(this.fs, this.folder, beforeMs, nowMs);
  }

  /** The journal's files, those in the archive among them. */
  segments(): Segment[] {
    return listAllSegments(this.fs, this.folder);
  }

  /** @throws what the file system throws */
  read({ path }: Segment): Uint8Array {
    return this.fs.read(path);
  }

  close(): void {
    this.#journal.close();
    this.sql.close();
  }
}

export type { Recovery };
