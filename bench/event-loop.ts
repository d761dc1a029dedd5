import { cpSync } from 'node:fs';
import { inFolder, startApp, type App } from './support/app';
import { LiveReports } from './support/bodies';
import { fillJournal, makeSnapshot } from './support/force-snapshot';
import { makeShop } from './support/shop';
import { SteadyLoad } from './support/steady-load';
import { median, timeMs } from './support/stats';
import type { Bench, BenchOptions, Figure } from './table';

const probe = ['--import', new URL('support/loop-probe.mjs', import.meta.url).href];

interface LoopDelay {
  maxMs: number;
  p99Ms: number;
}

/** How long the main thread, which holds the window and the camera port, is blocked. */
export const eventLoop: Bench = async (options) => [
  await duringSnapshot(options),
  await whileReporting(options, 20),
  await whileReporting(options, 200),
];

async function duringSnapshot({ out, rounds, isQuick }: BenchOptions): Promise<Figure> {
  const shop = await makeShop(isQuick ? 2 : 10, isQuick ? 1 : 7);
  const delays = await inFolder(async (folder) => {
    cpSync(shop.folder, folder, { recursive: true });
    const app = await startApp(out, folder, probe);
    try {
      const delays: { during: number; without: number }[] = [];
      for (let round = 0; round < rounds; round++) {
        await fillJournal(app, folder);
        await blocked(app);
        const ms = await timeMs(() => makeSnapshot(app, folder));
        const during = (await blocked(app)).maxMs;
        await wait(ms);
        delays.push({ during, without: (await blocked(app)).maxMs });
      }
      return delays;
    } finally {
      await app.stop();
    }
  });
  const samples = delays.map(({ during }) => during);
  return {
    what: `main thread blocked, longest, during a snapshot of ${(shop.snapshotBytes / 1e6).toFixed(0)} MB`,
    against: 'longest in as much time without one',
    value: median(samples),
    unit: 'ms',
    target: { op: '≤', value: 20 },
    reference: `${median(delays.map(({ without }) => without)).toFixed(1)} ms`,
    samples,
  };
}

/** Real time: a report for each person, about one in two seconds from each camera, a heartbeat a minute. */
async function whileReporting({ out, rounds, isQuick }: BenchOptions, cameras: number): Promise<Figure> {
  const seconds = isQuick ? 2 : 5;
  const delays = await inFolder(async (folder) => {
    const app = await startApp(out, folder, probe);
    const load = new SteadyLoad(app.ready.cameraUrl, new LiveReports(), cameras);
    try {
      load.start(cameras, cameras / 2);
      await wait(3000);
      const found: LoopDelay[] = [];
      await blocked(app);
      for (let round = 0; round < rounds; round++) {
        await wait(seconds * 1000);
        found.push(await blocked(app));
      }
      return found;
    } finally {
      await load.stop();
      await app.stop();
    }
  });
  const samples = delays.map(({ maxMs }) => maxMs);
  return {
    what: `main thread blocked, longest in ${String(seconds)} s, ${String(cameras)} cameras in real time`,
    against: null,
    value: median(samples),
    unit: 'ms',
    target: null,
    measured: `p99 ${median(delays.map(({ p99Ms }) => p99Ms)).toFixed(1)} ms`,
    samples,
  };
}

/** Since it was last asked. */
function blocked(app: App): Promise<LoopDelay> {
  return new Promise((resolve) => {
    app.child.once('message', (delay) => {
      resolve(delay as LoopDelay);
    });
    app.child.send('blocked');
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
