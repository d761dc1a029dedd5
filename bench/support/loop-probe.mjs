// Loaded into the app's process before the app itself (`node --import`): answers over the process's channel how
// long its main thread was blocked since it was last asked.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const RESOLUTION_MS = 1;

if (isMainThread && process.send) {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  process.on('message', () => {
    // What is measured is the time between two ticks: the tick itself is no delay.
    const ms = (nanoseconds) => Math.max(0, nanoseconds / 1e6 - RESOLUTION_MS);
    process.send({ maxMs: ms(delay.max), p99Ms: ms(delay.percentile(99)) });
    delay.reset();
  });
  // A channel that is listened to would keep the process from ending.
  process.channel?.unref();
}
