import { chmodSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
const GIB = 1024 ** 3;

/**
 * A new folder for all that a run of the tests leaves behind until its end. In memory where Linux has room
 * for it: thousands of data folders are made, synced and deleted, and what is tested there is not the disk.
 */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(memoryFolder(4 * GIB) ?? tmpdir(), 'foyer-check-'));
  // Servers that do not run as root have their folders in it.
  chmodSync(folder, 0o711);
  return folder;
}

/** A folder whose files lie in memory, where the system has one with so much room. */
export function memoryFolder(neededBytes: number): string | null {
  return freeBytes(inMemory) >= neededBytes ? inMemory : null;
}

/** 0 where there is no such folder. */
function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    // Other systems have none.
    return 0;
  }
}
