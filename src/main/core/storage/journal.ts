import { join } from 'node:path';
import type { FileSystem } from './file-system';
import {
  encodeRecords,
  encodeVoid,
  SEGMENT_MAGIC,
  segmentName,
  type JournalRecord,
  type SequenceRange,
} from './journal-format';

/** What was appended since the last snapshot began. */
export interface JournalLag {
  records: number;
  bytes: number;
}

/**
 * The append-only file that makes an acknowledgement a promise: what {@link append} returned from is on
 * disk. Segments are never reopened for writing; each start and each snapshot begins a new one, so a torn
 * tail is never written behind.
 */
export class Journal {
  #segment: { fd: number; path: string; bytes: number } | null = null;
  #nextSequence: number;
  #lag: JournalLag = { records: 0, bytes: 0 };
  /** Sequences of failed appends. Their bytes may have reached the disk all the same. */
  #failed: SequenceRange | null = null;

  constructor(
    private readonly fs: FileSystem,
    private readonly folder: string,
    nextSequence: number,
  ) {
    this.#nextSequence = nextSequence;
  }

  /** Sequence of the newest record that was written, or tried to be. */
  get lastSequence(): number {
    return this.#nextSequence - 1;
  }

  get lag(): Readonly<JournalLag> {
    return this.#lag;
  }

  /**
   * Writes the payloads as one group and syncs once. One call at a time: the next one begins when this one
   * has ended, and so do {@link rotate} and {@link close}.
   * @throws what the file system throws; then none of the group counts as written, and the next call
   *   begins a new segment, since after a failed sync the system may have dropped the bytes silently.
   */
  async append(payloads: readonly Uint8Array[]): Promise<void> {
    if (payloads.length === 0) return;
    const first = this.#nextSequence;
    // Goes first, with the group it makes valid: a replay leaves out what nobody was promised.
    const voided = this.#failed ? [encodeVoid(this.#nextSequence++, this.#failed)] : [];
    const records: JournalRecord[] = payloads.map((payload) => ({ sequence: this.#nextSequence++, payload }));
    const encoded = encodeRecords(records);
    const bytes = voided.length === 0 ? encoded : Buffer.concat([...voided, encoded]);
    try {
      const { fd } = this.#segment ?? this.#openSegment(first);
      this.fs.write(fd, bytes);
      await this.fs.datasync(fd);
    } catch (error) {
      this.#failed = { first: this.#failed?.first ?? first, last: this.lastSequence };
      this.#abandonSegment();
      throw error;
    }
    this.#failed = null;
    if (this.#segment) this.#segment.bytes += bytes.byteLength;
    this.addLag({ records: records.length, bytes: bytes.byteLength });
  }

  /** Ends the segment: the next record opens a new one. @returns what had been appended, now counted anew */
  rotate(): JournalLag {
    this.close();
    const lag = this.#lag;
    this.#lag = { records: 0, bytes: 0 };
    return lag;
  }

  addLag(more: JournalLag): void {
    this.#lag = { records: this.#lag.records + more.records, bytes: this.#lag.bytes + more.bytes };
  }

  /** Somebody took the open segment away: what is written to it now would be gone with it. */
  hasVanished(): boolean {
    if (!this.#segment) return false;
    try {
      this.fs.size(this.#segment.path);
      return false;
    } catch {
      // Whatever the reason, it cannot be relied on any more.
      return true;
    }
  }

  close(): void {
    const segment = this.#segment;
    this.#segment = null;
    // All of it is on disk; a close that fails changes nothing about that.
    if (segment) ignoreFailure(() => this.fs.close(segment.fd));
  }

  #openSegment(firstSequence: number): { fd: number } {
    const path = join(this.folder, segmentName(firstSequence));
    // Kept at once: should a later call fail, the segment is still closed and removed.
    this.#segment = { fd: this.fs.create(path), path, bytes: 0 };
    this.fs.write(this.#segment.fd, SEGMENT_MAGIC);
    this.fs.fsyncFolder(this.folder);
    this.#segment.bytes = SEGMENT_MAGIC.length;
    return this.#segment;
  }

  /** Takes away what a failed write may have left. Best effort: the next record declares it void. */
  #abandonSegment(): void {
    const segment = this.#segment;
    this.#segment = null;
    if (!segment) return;
    const isEmpty = segment.bytes <= SEGMENT_MAGIC.length;
    if (!isEmpty) ignoreFailure(() => this.fs.truncate(segment.fd, segment.bytes));
    ignoreFailure(() => this.fs.close(segment.fd));
    if (isEmpty) ignoreFailure(() => this.fs.remove(segment.path));
  }
}

function ignoreFailure(step: () => void): void {
  try {
    step();
  } catch {
    // Tidying only. Where the disk is in trouble, the caller reports the first failure.
  }
}
