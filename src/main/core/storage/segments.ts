import { join } from 'node:path';
import type { FileSystem } from './file-system';
import type { EpochMs } from '../types';
import { parseSegmentName, readSegment } from './journal-format';
import { decodeRecord } from './record';

/** Segments that no snapshot needs any more: the messages as they came, for as long as the owner keeps them. */
export const archiveFolder = 'archive';

export interface Segment {
  path: string;
  name: string;
  /** Sequence of its first record. */
  first: number;
}

/** The journal's segments, oldest first. */
export function listSegments(fs: FileSystem, folder: string): Segment[] {
  return fs
    .list(folder)
    .map((name) => ({ path: join(folder, name), name, first: parseSegmentName(name) }))
    .filter((segment): segment is Segment => segment.first !== null)
    .sort((a, b) => a.first - b.first);
}

/** The same with those in the archive. */
export function listAllSegments(fs: FileSystem, folder: string): Segment[] {
  const archive = join(folder, archiveFolder);
  const archived = fs.list(folder).includes(archiveFolder) ? listSegments(fs, archive) : [];
  return [...archived, ...listSegments(fs, folder)].sort((a, b) => a.first - b.first);
}

/** Segments with records after a sequence: all of a segment's are older than the first of the next one. */
export function segmentsAfter(segments: readonly Segment[], sequence: number): Segment[] {
  return segments.filter((_, i) => {
    const next = segments[i + 1];
    return !next || next.first > sequence + 1;
  });
}

/** Moves segments that are not needed to rebuild anything after `sequence` out of the way. */
export function archiveSegments(fs: FileSystem, folder: string, sequence: number): void {
  const segments = listSegments(fs, folder);
  const needed = new Set(segmentsAfter(segments, sequence));
  const done = segments.filter((segment) => !needed.has(segment));
  if (done.length === 0) return;
  const archive = join(folder, archiveFolder);
  fs.mkdir(archive);
  for (const { path, name } of done) fs.rename(path, join(archive, name));
}

/**
 * Deletes archived segments whose last message arrived before an instant. Goes by what the records say,
 * since a file's own time changes when the folder is copied. Reads one file more than it deletes.
 */
export function dropArchived(fs: FileSystem, folder: string, beforeMs: EpochMs, nowMs: EpochMs): void {
  if (!fs.list(folder).includes(archiveFolder)) return;
  const segments = listSegments(fs, join(folder, archiveFolder));
  let old = 0;
  for (const [i, { path, first }] of segments.entries()) {
    const lastMs = lastArrival(fs.read(path), first);
    // From a time when the clock was wrong, or damaged: goes with the next one that can be told.
    if (lastMs === null || lastMs > nowMs) continue;
    if (lastMs >= beforeMs) break;
    old = i + 1;
  }
  for (const { path } of segments.slice(0, old)) fs.remove(path);
}

function lastArrival(bytes: Uint8Array, first: number): EpochMs | null {
  try {
    const last = readSegment(bytes, first).records.at(-1);
    return last ? decodeRecord(last.payload).at : null;
  } catch {
    // Bytes that this version cannot read say nothing of their age.
    return null;
  }
}
