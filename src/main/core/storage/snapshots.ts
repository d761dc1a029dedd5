import { join } from 'node:path';
import type { EpochMs, Log } from '../types';
import type { FileSystem } from './file-system';
import type { Journal } from './journal';
import { archiveSegments } from './segments';
import { listSnapshots, writeSnapshot, type SnapshotFile } from './snapshot';

/** Some fifty thousand messages: read at a start after a power cut within two seconds. */
export const MIN_JOURNAL_BYTES = 16 * 1024 * 1024;

/** How long a journal may grow until a snapshot is made. @param snapshotBytes of the last one */
export function mostJournalBytes(snapshotBytes: number): number {
  return Math.max(MIN_JOURNAL_BYTES, snapshotBytes / 4);
}

const SNAPSHOT_EVERY_MS = 60 * 60_000;
const RETRY_AFTER_MS = 60_000;
/** Far more than a shop's cameras send, unless they send what they kept over a long time. */
const FLOOD_PER_SECOND = 300;

/** What the log says where the database has to be copied after all. */
export const noCheckpoint = 'A snapshot could not be made from the files';

/** What whoever makes a snapshot from the files alone has to know. */
export interface CheckpointJob {
  folder: string;
  /** The snapshot to start from; `null`: from nothing. */
  base: SnapshotFile | null;
  /** The last sequence it is to hold, and how many records there are between. */
  sequence: number;
  records: number;
  /** What {@link proofOf} said of the database at that sequence. */
  proof: string;
  nowMs: EpochMs;
}

export interface WrittenSnapshot {
  file: SnapshotFile;
  bytes: number;
}

/**
 * Makes a snapshot from the one before it and the journal since.
 * @throws whatever is in the way, and once the signal is given; no half file is left either way
 */
export type Checkpointer = (job: CheckpointJob, signal: AbortSignal) => Promise<WrittenSnapshot>;

/** What snapshots are made of. */
export interface SnapshotSource {
  readonly fs: FileSystem;
  readonly folder: string;
  readonly log: Log;
  readonly journal: Journal;
  /** Does something in a moment when the database holds exactly what the journal has on disk. */
  settled<T>(work: () => T): Promise<T>;
  /** Only in a settled moment. */
  export(): { bytes: Uint8Array; sequence: number };
  /** Only in a settled moment. */
  proof(): string;
}

/** What was begun in a settled moment. */
interface Begun {
  lag: ReturnType<Journal['rotate']>;
  write(): Promise<WrittenSnapshot>;
}

/**
 * Writes the database's snapshots and knows when one is due. One call at a time. A copy of the database holds
 * up everything else for as long as it takes, so whatever is not urgent is made from the files instead, elsewhere.
 */
export class Snapshots {
  #newest: (WrittenSnapshot & { atMs: EpochMs }) | null = null;
  /** Since when records have waited for a snapshot, and when one last failed. */
  #waitingSinceMs: EpochMs | null = null;
  #failedAtMs: EpochMs | null = null;
  /** Since when the journal has gathered what the newest snapshot does not hold. */
  #gatheringSinceMs: EpochMs | null = null;
  #isWriting = false;
  #elsewhere: AbortController | null = null;
  /** The newest snapshot and the journal since give the whole database. */
  #areFilesWhole = false;
  checkpointer: Checkpointer | null = null;

  constructor(private readonly source: SnapshotSource) {}

  /** At a start. @param newest the snapshot that was read, `null` if there was none or it is not to be built upon */
  begin(newest: (WrittenSnapshot & { atMs: EpochMs }) | null, areFilesWhole: boolean): void {
    this.#newest = newest;
    this.#areFilesWhole = areFilesWhole;
  }

  get newestMs(): EpochMs | null {
    return this.#newest?.atMs ?? null;
  }

  /** The journal has grown long, or old, or was deleted. A failed attempt is repeated after a minute. */
  isDue(nowMs: EpochMs): boolean {
    const { records, bytes } = this.source.journal.lag;
    if (this.#isWriting || records === 0) return false;
    // Ages are taken without sign: a clock that was set back must not put a snapshot off for ever.
    if (this.#failedAtMs !== null) return Math.abs(nowMs - this.#failedAtMs) >= RETRY_AFTER_MS;
    this.#waitingSinceMs ??= nowMs;
    if (Math.abs(nowMs - this.#waitingSinceMs) > SNAPSHOT_EVERY_MS) return true;
    if (bytes > mostJournalBytes(this.#newest?.bytes ?? 0)) return true;
    return this.source.journal.hasVanished();
  }

  /** Gives up what is being made elsewhere: somebody needs one now. */
  hurry(): void {
    this.#elsewhere?.abort(new Error('A snapshot is needed at once'));
  }

  /** Writes one from the database itself. @throws what the file system throws; the journal still has everything then */
  write(nowMs: EpochMs): Promise<void> {
    return this.#make(nowMs, (lag) => {
      const { bytes, sequence } = this.source.export();
      const { fs, folder } = this.source;
      const write = async () => ({
        file: await writeSnapshot(fs, folder, bytes, sequence),
        bytes: bytes.byteLength,
      });
      return { lag: lag(), write };
    });
  }

  /** The same from the files, or from the database after all where they do not do. */
  async checkpoint(nowMs: EpochMs): Promise<void> {
    const { checkpointer } = this;
    if (!checkpointer || !this.#areFilesWhole || this.#isFlooded(nowMs)) return this.write(nowMs);
    const controller = new AbortController();
    this.#elsewhere = controller;
    try {
      await this.#make(nowMs, (rotate) => {
        const { folder, journal } = this.source;
        const { lastSequence: sequence } = journal;
        const proof = this.source.proof();
        const lag = rotate();
        const base = this.#newest?.file ?? null;
        const job = { folder, base, sequence, records: lag.records, proof, nowMs };
        return { lag, write: () => checkpointer(job, controller.signal) };
      });
    } catch (error) {
      if (controller.signal.aborted) return;
      this.source.log.warn(`${noCheckpoint}: ${String(error)}`);
      await this.write(nowMs);
    } finally {
      this.#elsewhere = null;
    }
  }

  /** Doing everything a second time costs more than a copy then, and nobody looks at a tenth of a second. */
  #isFlooded(nowMs: EpochMs): boolean {
    const since = this.#gatheringSinceMs ?? this.#waitingSinceMs ?? nowMs;
    const seconds = Math.max(1, Math.abs(nowMs - since) / 1000);
    return this.source.journal.lag.records > FLOOD_PER_SECOND * seconds;
  }

  /** Messages may go on being stored while it is written: they are in a new journal segment. */
  async #make(nowMs: EpochMs, begin: (rotate: () => Begun['lag']) => Begun): Promise<void> {
    const { journal, settled } = this.source;
    const begun = await settled(() => {
      if (this.#newest?.file.sequence === journal.lastSequence) return null;
      this.#isWriting = true;
      return begin(() => journal.rotate());
    });
    if (!begun) return;
    this.#gatheringSinceMs = nowMs;
    try {
      this.#newest = { ...(await begun.write()), atMs: nowMs };
      this.#waitingSinceMs = this.#failedAtMs = null;
      this.#areFilesWhole = true;
    } catch (error) {
      // Nothing is lost, the journal still has it all; it is only longer than it should be.
      journal.addLag(begun.lag);
      this.#failedAtMs = nowMs;
      throw error;
    } finally {
      this.#isWriting = false;
    }
    this.#tidy();
  }

  /** Keeps the newest two snapshots and the journal from the older one on. */
  #tidy(): void {
    const { fs, folder, log } = this.source;
    try {
      const [, previous, ...old] = listSnapshots(fs, folder);
      for (const file of old) fs.remove(join(folder, file.name));
      archiveSegments(fs, folder, previous?.sequence ?? 0);
    } catch (error) {
      log.warn(`Old files could not be put away: ${String(error)}`);
    }
  }
}
