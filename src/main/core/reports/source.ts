import type { Instant } from '#shared/domain';

/** A file in the making, on the storage thread. */
export interface ExportSource {
  fileName: string;
  contentType: string;
  /** What `done` of the last step comes to, more or less. */
  total: number;
  keptSince: Instant | null;
  /**
   * Each step takes a few milliseconds at most, since messages from cameras wait for it; and nothing is held
   * open in the database between two of them, since anything may happen to it there.
   */
  steps: Iterator<ExportStep> | AsyncIterator<ExportStep>;
}

export interface ExportStep {
  /** Text is written as UTF-8. */
  content: string | Uint8Array;
  done: number;
}
