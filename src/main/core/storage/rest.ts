/** Asked for between small pieces of long work that nobody waits for. */
export type Rest = () => void;

export const noRest: Rest = () => undefined;

const WORK_MS = 1;
const SLEEP_MS = 1;

/**
 * Lets a thread work for a millisecond and then sleep for as long. One that computes on and on may keep its core for
 * several milliseconds although another with more right to it has woken up; one that sleeps gives it away.
 * @param now and `sleep` (milliseconds) for tests
 */
export function restNowAndThen(
  now = () => performance.now(),
  sleep: (ms: number) => void = sleepThread,
): Rest {
  let sinceMs = now();
  return () => {
    if (now() - sinceMs < WORK_MS) return;
    sleep(SLEEP_MS);
    sinceMs = now();
  };
}

const nobody = new Int32Array(new SharedArrayBuffer(4));

/** Stops this thread; nobody wakes it before its time. */
function sleepThread(ms: number): void {
  Atomics.wait(nobody, 0, 0, ms);
}
