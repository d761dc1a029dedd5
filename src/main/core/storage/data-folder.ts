import { join } from 'node:path';
import { DataFolderError, type EpochMs, type Log } from '../types';
import { keepBeforeUpdate } from './before-update';
import type { FileSystem } from './file-system';
import { Journal } from './journal';
import type { JournalRecord } from './journal-format';
import { loadSnapshot, noRecovery, prepareFolder, readJournal, type Recovery } from './recovery';
import { migrate, newestVersion, versionOf, writtenSequence } from './schema';
import { archiveSegments, dropArchived, listAllSegments, type Segment } from './segments';
import { listSnapshots, writeSnapshot, type SnapshotFile } from './snapshot';
import { Sql, type Sqlite } from './sql';

const MIN_JOURNAL_BYTES = 4 * 1024 * 1024;
const SNAPSHOT_EVERY_MS = 60 * 60_000;
const RETRY_AFTER_MS = 60_000;

/**
 * The files of one data folder: the newest snapshot, the one before it, and the journal since that one.
 * Whatever moment the power goes, a valid snapshot and every acknowledged record after it are there.
 */
export class DataFolder {
  readonly recovery = noRecovery();
  #snapshot: { file: SnapshotFile; bytes: number; atMs: EpochMs } | null = null;
  /** Since when records have waited for a snapshot, and when one last failed. */
  #waitingSinceMs: EpochMs | null = null;
  #failedAtMs: EpochMs | null = null;
  #isWriting = false;
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
    private readonly log: Log,
  ) {
    prepareFolder(fs, folder);
    const loaded = loadSnapshot(fs, folder, this.recovery, log);
    this.sql = new Sql(sqlite, loaded?.bytes ?? null);
    if (versionOf(this.sql) > newestVersion) {
      const message = `The data in ${folder} was written by a newer Foyer. Please install that version.`;
      throw new DataFolderError('newer', message);
    }
    if (loaded) {
      keepBeforeUpdate(fs, folder, loaded.bytes, versionOf(this.sql));
      const { file, bytes, modifiedMs: atMs } = loaded;
      if (!this.recovery.isFromBackup) this.#snapshot = { file, bytes: bytes.byteLength, atMs };
    }
    migrate(this.sql);
    this.recovery.isReplaced = loaded !== null && loaded.file.sequence !== writtenSequence(this.sql);
    const { records, bytes, lastSequence } = readJournal(fs, folder, this.recovery, log);
    this.#pending = records;
    this.#journal = new Journal(fs, folder, lastSequence + 1);
    this.#journal.addLag({ records: records.length, bytes: records.length > 0 ? bytes : 0 });
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
    return this.#snapshot?.atMs ?? null;
  }

  get lastSequence(): number {
    return this.#journal.lastSequence;
  }

  /** The journal has grown long, or old, or was deleted. A failed attempt is repeated after a minute. */
  isSnapshotDue(nowMs: EpochMs): boolean {
    const { records, bytes } = this.#journal.lag;
    if (this.#isWriting || records === 0) return false;
    // Ages are taken without sign: a clock that was set back must not put a snapshot off for ever.
    if (this.#failedAtMs !== null) return Math.abs(nowMs - this.#failedAtMs) >= RETRY_AFTER_MS;
    this.#waitingSinceMs ??= nowMs;
    if (Math.abs(nowMs - this.#waitingSinceMs) > SNAPSHOT_EVERY_MS) return true;
    if (bytes > Math.max(MIN_JOURNAL_BYTES, (this.#snapshot?.bytes ?? 0) / 4)) return true;
    return this.#journal.hasVanished();
  }

  /**
   * Writes a snapshot of the database as it is now, if it holds anything new. Messages may go on being
   * stored while it is written: they are in a new journal segment.
   * @throws what the file system throws; the journal still has everything then
   */
  snapshot(nowMs: EpochMs): Promise<void> {
    return this.inTurn(() => this.#writeSnapshot(nowMs));
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
    this.sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('sequence', ?)", [String(sequence)]);
    this.sql.shrink();
    return { bytes: this.sql.export(), sequence };
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

  async #writeSnapshot(nowMs: EpochMs): Promise<void> {
    const taken = await this.settled(() => {
      if (this.#snapshot?.file.sequence === this.#journal.lastSequence) return null;
      this.#isWriting = true;
      return { ...this.export(), lag: this.#journal.rotate() };
    });
    if (!taken) return;
    const { bytes, sequence, lag } = taken;
    try {
      const file = await writeSnapshot(this.fs, this.folder, bytes, sequence);
      this.#snapshot = { file, bytes: bytes.byteLength, atMs: nowMs };
      this.#waitingSinceMs = this.#failedAtMs = null;
    } catch (error) {
      // Nothing is lost, the journal still has it all; it is only longer than it should be.
      this.#journal.addLag(lag);
      this.#failedAtMs = nowMs;
      throw error;
    } finally {
      this.#isWriting = false;
    }
    this.#tidy();
  }

  /** Keeps the newest two snapshots and the journal from the older one on. */
  #tidy(): void {
    try {
      const [, previous, ...old] = listSnapshots(this.fs, this.folder);
      for (const file of old) this.fs.remove(join(this.folder, file.name));
      archiveSegments(this.fs, this.folder, previous?.sequence ?? 0);
    } catch (error) {
      this.log.warn(`Old files could not be put away: ${String(error)}`);
    }
  }
}

export type { Recovery };
