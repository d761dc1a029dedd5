import { join } from 'node:path';
import { checkDatabase } from '../backup/check-database';
import type { FileSystem } from '../storage/file-system';
import { readSegment } from '../storage/journal-format';
import { listAllSegments, segmentsAfter } from '../storage/segments';
import { listBackups, listSnapshots, readSnapshot, type SnapshotFile } from '../storage/snapshot';
import type { Sqlite } from '../storage/sql';
import { inOrder, many, wrong, type Finding } from './finding';

/** Looks at every file of a data folder that nobody has open. Changes nothing. */
export function checkFiles(fs: FileSystem, folder: string, sqlite: Sqlite): Finding[] {
  const snapshots = listSnapshots(fs, folder);
  const backups = listBackups(fs, folder);
  const names = fs.list(folder);
  return [
    ...checkDatabases(fs, folder, sqlite, snapshots, 'snapshot'),
    ...checkJournal(fs, folder, snapshots[0]?.sequence ?? 0),
    ...checkDatabases(fs, folder, sqlite, backups, 'backup'),
    ...names
      .filter((name) => name.endsWith('.damaged'))
      .map((name) => inOrder(`${name} was set aside as damaged; Foyer does not need it.`)),
    ...names
      .filter((name) => name.endsWith('.tmp'))
      .map((name) => inOrder(`${name} is left over and does no harm.`)),
  ];
}

function checkDatabases(
  fs: FileSystem,
  folder: string,
  sqlite: Sqlite,
  files: readonly SnapshotFile[],
  kind: string,
): Finding[] {
  const bad = files.flatMap((file) => {
    const problem = problemOf(fs, folder, sqlite, file);
    return problem === null ? [] : [wrong(`The ${kind} ${file.name}: ${problem}`)];
  });
  const newest = files[0];
  if (!newest) return [inOrder(`There is no ${kind} yet.`)];
  const good = files.length - bad.length;
  const text = `${many(good, kind)} in order; the newest of all has everything up to record ${String(newest.sequence)}.`;
  return [...bad, ...(good > 0 ? [inOrder(text)] : [])];
}

function problemOf(fs: FileSystem, folder: string, sqlite: Sqlite, file: SnapshotFile): string | null {
  try {
    const bytes = readSnapshot(fs, folder, file);
    if (!bytes) return 'its bytes are not the ones that were written.';
    const check = checkDatabase(sqlite, bytes);
    return check.ok ? null : check.message;
  } catch (error) {
    return `it cannot be read (${error instanceof Error ? error.message : String(error)}).`;
  }
}

function checkJournal(fs: FileSystem, folder: string, sequence: number): Finding[] {
  const segments = listAllSegments(fs, folder);
  const needed = new Set(segmentsAfter(segments, sequence));
  const findings: Finding[] = [];
  let [messages, newMessages] = [0, 0];
  for (const segment of segments) {
    const { name, path, first } = segment;
    const use = needed.has(segment) ? '' : ' Nothing depends on it: a snapshot has what it says.';
    try {
      const { records, damaged, tornBytes } = readSegment(fs.read(path), first);
      messages += records.length;
      newMessages += records.filter((record) => record.sequence > sequence).length;
      for (const { offset, bytes, records: lost } of damaged) {
        const what = `${many(bytes, 'damaged byte')} at ${String(offset)}, ${many(lost, 'record')}`;
        findings.push(wrong(`The journal file ${name}: ${what}.${use}`));
      }
      if (tornBytes > 0) {
        const text = `The journal file ${name} ends with ${many(tornBytes, 'byte')} of a write that was cut off.`;
        findings.push(inOrder(`${text} Nobody was promised it.`));
      }
    } catch (error) {
      findings.push(wrong(`The journal file ${join(folder, name)} cannot be read (${String(error)}).${use}`));
    }
  }
  const text = `The journal has ${many(messages, 'message')} in ${many(segments.length, 'file')}`;
  return [...findings, inOrder(`${text}; ${String(newMessages)} of them came after the newest snapshot.`)];
}
