import { fileURLToPath } from 'node:url';
import { inFolder, startApp } from './support/app';
import { ReportMaker } from './support/bodies';
import { startProgram } from './support/program';
import { SteadyLoad } from './support/steady-load';
import { alternate, median, percentile } from './support/stats';
import type { Bench } from './table';

const CAMERAS = 20;
const PER_SECOND = 20;

/**
 * How long a report waits for its answer while another device attacks the camera port in every way, against
 * the same without. The attack comes from a program of its own, but takes its share of the same processors.
 */
export const attack: Bench = async ({ out, rounds, isQuick }) => {
  const lastsMs = isQuick ? 2000 : 10_000;
  const script = fileURLToPath(new URL('support/attacker.ts', import.meta.url));
  const pairs = await inFolder(async (folder) => {
    const app = await startApp(out, folder);
    const reports = new ReportMaker(2);
    const latencies = async (): Promise<number[]> => {
      const load = new SteadyLoad(app.ready.cameraUrl, reports, CAMERAS);
      load.start(CAMERAS, PER_SECOND);
      await new Promise((resolve) => setTimeout(resolve, lastsMs));
      await load.stop();
      if (load.refused > 0) throw new Error(`${String(load.refused)} reports were not accepted`);
      return load.latenciesMs;
    };
    const attacked = async () => {
      const attacker = await startProgram(['--import', 'tsx', script, app.ready.cameraUrl]);
      try {
        return await latencies();
      } finally {
        await attacker.stop();
      }
    };
    try {
      await latencies();
      return await alternate(rounds, attacked, latencies);
    } finally {
      await app.stop();
    }
  });
  return [0.5, 0.99].map((share) => {
    const of = (samples: readonly number[]) => percentile(samples, share);
    const samples = pairs.map(({ a, b }) => of(a) / of(b));
    return {
      what: `ingest latency p${String(share * 100)} while a device attacks the camera port`,
      against: 'without it',
      value: median(samples),
      unit: '×' as const,
      target: null,
      measured: `${median(pairs.map(({ a }) => of(a))).toFixed(1)} ms`,
      reference: `${median(pairs.map(({ b }) => of(b))).toFixed(1)} ms`,
      samples,
    };
  });
};
