import type { EpochMs } from '../types';

/** An interval report as far as it matters which of several on one window counts. */
export interface IntervalVersion {
  /** The report's `time`; a missing one is older than any. */
  sentAt: EpochMs | null;
  /** Digest of the counts: versions with the same one are the same report sent again. */
  content: string;
}

/**
 * Which of the reports that a camera sent for one window counts: the contents with the latest `time`, on a
 * tie those that arrived last. They count as they came first.
 *
 * @param versions in order of arrival, at least one
 */
export function countingVersion<V extends IntervalVersion>(versions: readonly V[]): V | undefined {
  const latest = versions.reduce<V | undefined>(
    (best, version) => (best && sentOf(version) < sentOf(best) ? best : version),
    undefined,
  );
  return versions.find((version) => version.content === latest?.content);
}

function sentOf({ sentAt }: IntervalVersion): number {
  return sentAt ?? Number.NEGATIVE_INFINITY;
}
