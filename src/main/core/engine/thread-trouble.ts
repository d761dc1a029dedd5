import { tell, type Told } from '#shared/sentences';

/** After so many failures in a row the owner had better do something. */
const SERIOUS_FAILURES = 4;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5 * 60_000;

/** The storage thread is gone, and comes back by itself. The message is a sentence for the owner. */
export class StorageThreadError extends Error {
  override readonly name = 'StorageThreadError';

  constructor(
    readonly told: Told,
    cause?: unknown,
  ) {
    super(told.message, { cause });
  }
}

/**
 * How long to wait before the thread is started anew: 0.25 s, 1 s, 4 s … 5 min. It is never given up: the drive
 * may be put in again, the memory be free again, and nobody looks after a PC in a back room.
 * @param failures how often in a row it has failed, from 1 on
 */
export function restartPauseMs(failures: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 4 ** (failures - 1));
}

/** What the owner is told while the thread is gone. */
export function threadTrouble(failures: number): Told {
  return tell(failures < SERIOUS_FAILURES ? 'thread-restarts' : 'thread-keeps-failing');
}
