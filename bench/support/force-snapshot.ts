import { statSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFileSystem } from '../../src/main/core/storage/file-system';
import { listSegments } from '../../src/main/core/storage/segments';
import { listSnapshots } from '../../src/main/core/storage/snapshot';
import { mostJournalBytes } from '../../src/main/core/storage/snapshots';
import type { App } from './app';

const LARGE_BYTES = 256 * 1024;
/** Little more than a report: these are sent while something is measured, and should not be what is measured. */
const SMALL_BYTES = 1024;
const LEFT_BYTES = 32 * SMALL_BYTES;
const LOOK_EVERY_MS = 100;

/** Fills the journal of a data folder with messages that are only kept, until little is missing for a snapshot. */
export async function fillJournal(app: App, folder: string): Promise<void> {
  let missing = bytesMissing(folder) - LEFT_BYTES;
  for (; missing > LARGE_BYTES; missing = bytesMissing(folder) - LEFT_BYTES) await keep(app, LARGE_BYTES);
  for (; missing > 0; missing = bytesMissing(folder) - LEFT_BYTES) await keep(app, SMALL_BYTES);
}

/** Sends what is missing, and waits until the snapshot is on disk. */
export async function makeSnapshot(app: App, folder: string): Promise<void> {
  const before = newestSnapshot(folder);
  const { name } = newestSegment(folder);
  // A new segment is begun with each snapshot.
  while (newestSegment(folder).name === name) await keep(app, SMALL_BYTES);
  while (newestSnapshot(folder) === before) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function bytesMissing(folder: string): number {
  const snapshotBytes = statSync(join(folder, newestSnapshot(folder))).size;
  return mostJournalBytes(snapshotBytes) - statSync(newestSegment(folder).path).size;
}

function newestSegment(folder: string) {
  const segment = listSegments(nodeFileSystem, folder).at(-1);
  if (!segment) throw new Error('There is no journal');
  return segment;
}

function newestSnapshot(folder: string): string {
  const [newest] = listSnapshots(nodeFileSystem, folder);
  if (!newest) throw new Error('There is no snapshot');
  return newest.name;
}

async function keep(app: App, bytes: number): Promise<void> {
  const body = JSON.stringify({ sn: 'filler', data: 'x'.repeat(bytes) });
  await fetch(`${app.ready.cameraUrl}/api/camera/reid`, { method: 'POST', body });
}
