import { inFolder, startApp } from './support/app';
import { LiveReports, serialOf } from './support/bodies';
import { processStats } from './support/process-stats';
import { SteadyLoad } from './support/steady-load';
import { median } from './support/stats';
import type { Bench } from './table';

const CAMERAS = 20;
/** A person every ten seconds under each camera: a full shop. */
const PER_SECOND = CAMERAS / 10;

/** Processor time of the app without a window while twenty cameras report in real time, with nobody watching. */
export const idle: Bench = async ({ out, rounds, isQuick }) => {
  const seconds = isQuick ? 3 : 15;
  const { shares, rssMb } = await inFolder(async (folder) => {
    const app = await startApp(out, folder);
    const memory = processStats(app.pid);
    const load = new SteadyLoad(app.ready.cameraUrl, new LiveReports(), CAMERAS);
    load.start(CAMERAS, PER_SECOND);
    const heartbeats = setInterval(() => void heartbeat(app.ready.cameraUrl), 60_000 / CAMERAS);
    try {
      await wait(isQuick ? 1000 : 10_000);
      const found: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const before = processStats(app.pid)?.cpuMs ?? NaN;
        await wait(seconds * 1000);
        found.push((((processStats(app.pid)?.cpuMs ?? NaN) - before) / seconds / 1000) * 100);
      }
      return { shares: found, rssMb: memory?.rssMb ?? NaN };
    } finally {
      clearInterval(heartbeats);
      await load.stop();
      await app.stop();
    }
  });
  return [
    {
      what: `CPU with ${String(CAMERAS)} cameras in real time, headless, of one core`,
      against: null,
      value: median(shares),
      unit: '%',
      target: { op: '≤', value: 2 },
      samples: shares,
    },
    {
      what: 'memory after the start, empty folder (RSS)',
      against: null,
      value: rssMb,
      unit: 'MB',
      target: { op: '≤', value: 150 },
      samples: [rssMb],
    },
  ];
};

let nextHeartbeat = 0;

async function heartbeat(url: string): Promise<void> {
  const body = JSON.stringify({
    sn: serialOf(nextHeartbeat++ % CAMERAS),
    time: Math.floor(Date.now() / 1000),
  });
  await fetch(`${url}/api/camera/heartBeat`, { method: 'POST', body });
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
