import { mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
const neededBytes = 4 * 1024 ** 3;

/**
 * A new folder for all that a run of the tests leaves behind until its end. In memory where Linux has room
 * for it: thousands of data folders are made, synced and deleted, and what is tested there is not the disk.
 */
export function scratchFolder(): string {
  return mkdtempSync(join(freeBytes(inMemory) >= neededBytes ? inMemory : tmpdir(), 'foyer-check-'));
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
