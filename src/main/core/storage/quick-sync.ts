import * as fs from 'node:fs';
import { promisify } from 'node:util';

/**
 * A thread may stand still for so long. To hand a sync to another thread and to hear of its end takes nearly as
 * long as an SSD does.
 */
const QUICK_MS = 3;
/**
 * After a slow one so many go elsewhere before one is tried here again, and twice as many after each that is slow
 * again. One alone says little: with every core busy the thread may have waited for a core, not for the disk.
 */
const FEWEST_ELSEWHERE = 5;
const MOST_ELSEWHERE = 160;

interface Ways {
  here(fd: number): void;
  elsewhere(fd: number): Promise<void>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
}

const systemWays: Ways = {
  here: (fd) => fs.fdatasyncSync(fd),
  elsewhere: promisify(fs.fdatasync),
  now: () => performance.now(),
};

/**
 * Syncs on the calling thread while the disk is quick; while it is slow on another one, so that counting goes on.
 * A disk that was slow is tried again now and then.
 */
export function quickSync({ here, elsewhere, now } = systemWays): (fd: number) => Promise<void> | void {
  let left = 0;
  let next = FEWEST_ELSEWHERE;
  return (fd) => {
    if (left > 0) {
      left--;
      return elsewhere(fd);
    }
    const startedAt = now();
    try {
      here(fd);
    } finally {
      const isSlow = now() - startedAt > QUICK_MS;
      left = isSlow ? next : 0;
      next = isSlow ? Math.min(2 * next, MOST_ELSEWHERE) : FEWEST_ELSEWHERE;
    }
  };
}
