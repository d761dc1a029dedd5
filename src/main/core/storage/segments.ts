import { join } from 'node:path';
import type { FileSystem } from './file-system';
import { parseSegmentName } from './journal-format';

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

/** Deletes archived segments whose last record is older than an instant. */
export function dropArchived(fs: FileSystem, folder: string, beforeMs: number): number {
  if (!fs.list(folder).includes(archiveFolder)) return 0;
  const old = listSegments(fs, join(folder, archiveFolder)).filter(
    (segment) => fs.modifiedMs(segment.path) < beforeMs,
  );
  for (const { path } of old) fs.remove(path);
  return old.length;
}
