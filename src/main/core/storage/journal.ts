import { join } from 'node:path';
import type { FileSystem } from './file-system';
import { encodeRecords, SEGMENT_MAGIC, segmentName, type JournalRecord } from './journal-format';

/**
 * The append-only file that makes an acknowledgement a promise: what {@link append} returned from is on
 * disk. Segments are never reopened for writing; each start and each snapshot begins a new one, so a torn
 * tail is never written behind.
 */
export class Journal {
  #fd: number | null = null;
  #segmentBytes = 0;
  #nextSequence: number;
  /** Bytes appended since the last {@link rotate}. */
  bytesSinceRotation = 0;
  recordsSinceRotation = 0;

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

  /**
   * Writes the payloads as one group and fsyncs once.
   * @throws what the file system throws; then none of the group counts as written, and the next call
   *   begins a new segment, since after a failed fsync the system may have dropped the bytes silently.
   */
  append(payloads: readonly Uint8Array[]): void {
    const records: JournalRecord[] = payloads.map((payload) => ({ sequence: this.#nextSequence++, payload }));
    const first = records[0];
    if (!first) return;
    const bytes = encodeRecords(records);
    try {
      const fd = this.#fd ?? this.#openSegment(first.sequence);
      this.fs.write(fd, bytes);
      this.fs.fsync(fd);
    } catch (error) {
      this.#abandonSegment();
      throw error;
    }
    this.#segmentBytes += bytes.byteLength;
    this.bytesSinceRotation += bytes.byteLength;
    this.recordsSinceRotation += records.length;
  }

  /** Ends the segment: the next record opens a new one. @returns the last sequence before it */
  rotate(): number {
    this.close();
    this.bytesSinceRotation = 0;
    this.recordsSinceRotation = 0;
    return this.lastSequence;
  }

  close(): void {
    if (this.#fd === null) return;
    const fd = this.#fd;
    this.#fd = null;
    this.fs.close(fd);
  }

  #openSegment(firstSequence: number): number {
    const fd = this.fs.create(join(this.folder, segmentName(firstSequence)));
    // Kept at once: should the next call fail, the segment is still closed and cut.
    this.#fd = fd;
    this.#segmentBytes = 0;
    this.fs.write(fd, SEGMENT_MAGIC);
    this.#segmentBytes = SEGMENT_MAGIC.length;
    this.fs.fsync(fd);
    this.fs.fsyncFolder(this.folder);
    return fd;
  }

  /** Cuts off what a failed write may have left. Best effort: a tail that stays is never acknowledged. */
  #abandonSegment(): void {
    const fd = this.#fd;
    this.#fd = null;
    if (fd === null) return;
    for (const step of [() => this.fs.truncate(fd, this.#segmentBytes), () => this.fs.close(fd)]) {
      try {
        step();
      } catch {
        // The disk is in trouble already; the caller reports the first failure.
      }
    }
  }
}
