/** Waits for work, but not for ever. @throws what the work throws, and Error when it takes longer */
export async function inTime<T>(work: Promise<T>, withinMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`It took longer than ${withinMs} ms`)), withinMs);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for work, but no longer than that. Never throws. */
export async function doneWithin(work: Promise<unknown>, withinMs: number): Promise<void> {
  await inTime(work, withinMs).catch(() => undefined);
}
