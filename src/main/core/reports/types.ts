import type { CancelSignal, OnProgress } from '#shared/carrier';
import type { Instant } from '#shared/domain';

/** An export that has begun. */
export interface OpenExport {
  /** Safe on Windows: `visitors_<site>_<from>_<to>_<granularity>.csv` and the like. */
  fileName: string;
  /** Media type, with its character set. */
  contentType: string;
  /** What `done` of the last piece comes to, more or less. */
  total: number;
  /** The oldest single report that is kept, where the file is made of those. */
  keptSince: Instant | null;
  /**
   * The file, at most one piece ahead of the reader. Ends early when the reader returns.
   * @throws {ExportBrokenOff} when it cannot be gone on with
   */
  pieces: AsyncIterable<ExportPiece>;
  /** For when nobody has begun to read; else reading to the end, or leaving, does it. May be called again. */
  close(): Promise<unknown>;
}

export interface ExportPiece {
  /** To be read before the piece after the next is asked for, which is written over them. */
  bytes: Uint8Array;
  /** How far it has come, of {@link OpenExport.total}. */
  done: number;
}

export interface WriteExportOptions {
  onProgress?: OnProgress;
  /** Ends the export within moments, without a file. */
  signal?: CancelSignal;
}

/** A file that is whole and on the disk. */
export interface WrittenExport {
  path: string;
  fileName: string;
}

/** Everything was replaced by a backup meanwhile, or the app ends. */
export class ExportBrokenOff extends Error {
  override readonly name = 'ExportBrokenOff';

  constructor() {
    super('The data was replaced, or Foyer is closing');
  }
}
