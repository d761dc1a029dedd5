import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inFolder, startApp } from './support/app';
import { lightLoad } from './support/light-load';
import { autocannonLoad, type LoadResult } from './support/load';
import { processStats } from './support/process-stats';
import { startProgram } from './support/program';
import { alternate, median, percentile } from './support/stats';
import type { Bench, BenchOptions, Figure } from './table';

const target = { op: '≥', value: 0.6 } as const;
const TARGET_CONNECTIONS = 50;
const fewConnections = [1, 10];
const SYNCS = 200;
const REPORT_BYTES = 400;

/** What sends the reports. Each takes its part of the same processor. */
const loads = { autocannon: autocannonLoad, 'bare sockets': lightLoad } as const;

/**
 * Reports per second with durable acknowledgements against a bare Koa handler that parses and answers the
 * same bodies and stores nothing. Both servers run all the time; the load goes to one at a time. What
 * sends the reports takes its part of the processor: where there are two cores, it is a part of what is measured.
 */
export const ingest: Bench = async (options) => {
  const figures: Figure[] = [];
  for (const persons of [0, 4]) {
    const about = { persons, connections: TARGET_CONNECTIONS };
    figures.push(await measured(options, { ...about, by: 'autocannon', target }));
    figures.push(await measured(options, { ...about, by: 'bare sockets', target }));
    for (const connections of fewConnections) {
      figures.push(await measured(options, { persons, connections, by: 'autocannon', target: null }));
    }
  }
  figures.push(await inFolder((folder) => leastDurable(options, folder)));
  figures.push(await inFolder((folder) => Promise.resolve(syncFigure(folder))));
  return figures;
};

/** The same with nothing but parsing, appending and syncing together: what durability leaves at most. */
async function leastDurable({ rounds, isQuick }: BenchOptions, folder: string): Promise<Figure> {
  const syncing = await startBareKoa(join(folder, 'messages'));
  const bare = await startBareKoa();
  const seconds = isQuick ? 1 : 2;
  const load = await lightLoad(0);
  const post = async ({ ready: { url } }: typeof bare) =>
    (await load.post({ url, connections: TARGET_CONNECTIONS, seconds })).perSecond;
  try {
    await post(syncing);
    await post(bare);
    const pairs = await alternate(
      rounds,
      () => post(syncing),
      () => post(bare),
    );
    const samples = pairs.map(({ a, b }) => a / b);
    return {
      what: `a bare Koa that appends and syncs, ${String(TARGET_CONNECTIONS)} connections: no decoding, counting or database`,
      against: 'bare Koa',
      value: median(samples),
      unit: '×',
      target: null,
      measured: `${median(pairs.map(({ a }) => a)).toFixed(0)}/s`,
      reference: `${median(pairs.map(({ b }) => b)).toFixed(0)}/s`,
      samples,
    };
  } finally {
    await Promise.all([syncing.stop(), bare.stop(), load.stop()]);
  }
}

/** What durability costs at least where reports come one at a time: nothing is answered before its sync. */
function syncFigure(folder: string): Figure {
  const fd = openSync(join(folder, 'journal'), 'a');
  const samples: number[] = [];
  for (let i = 0; i < SYNCS; i++) {
    const startedAt = performance.now();
    writeSync(fd, Buffer.alloc(REPORT_BYTES, i));
    fdatasyncSync(fd);
    samples.push(performance.now() - startedAt);
  }
  closeSync(fd);
  return {
    what: 'an fdatasync on this disk: the least between two reports of one connection',
    against: null,
    value: median(samples),
    unit: 'ms',
    target: null,
    measured: `p99 ${percentile(samples, 0.99).toFixed(1)} ms`,
    samples,
  };
}

interface Asked {
  persons: number;
  connections: number;
  by: keyof typeof loads;
  target: Figure['target'];
}

function measured(options: BenchOptions, asked: Asked): Promise<Figure> {
  return inFolder((folder) => measure(options, folder, asked));
}

async function measure(
  { out, rounds, isQuick }: BenchOptions,
  folder: string,
  { persons, connections, by, target }: Asked,
): Promise<Figure> {
  const app = await startApp(out, folder);
  const bare = await startBareKoa();
  const load = await loads[by](persons);
  const seconds = isQuick ? 1 : 2;
  const post = async (
    pid: number,
    url: string,
    length = seconds,
  ): Promise<LoadResult & { cpuUs: number }> => {
    const cpuBefore = processStats(pid)?.cpuMs ?? NaN;
    const result = await load.post({ url, connections, seconds: length });
    if (result.refused > 0) throw new Error(`${String(result.refused)} of the reports were not accepted`);
    const cpuMs = (processStats(pid)?.cpuMs ?? NaN) - cpuBefore;
    return { ...result, cpuUs: (cpuMs * 1000) / result.accepted };
  };
  try {
    // Code that has just been loaded is slow: both have had some fifty thousand reports when it begins.
    await post(bare.pid, bare.ready.url, isQuick ? 1 : 2);
    await post(app.pid, app.ready.cameraUrl, isQuick ? 1 : 6);
    const pairs = await alternate(
      rounds,
      () => post(app.pid, app.ready.cameraUrl),
      () => post(bare.pid, bare.ready.url),
    );
    const samples = pairs.map(({ a, b }) => a.perSecond / b.perSecond);
    const perSecond = (of: 'a' | 'b') => `${median(pairs.map((pair) => pair[of].perSecond)).toFixed(0)}/s`;
    const cpu = (of: 'a' | 'b') => `${median(pairs.map((pair) => pair[of].cpuUs)).toFixed(0)} µs CPU each`;
    const p99 = median(pairs.map(({ a }) => a.latencyMs.p99)).toFixed(0);
    const named = persons > 0 ? `, ${String(persons)} persons each` : '';
    return {
      what: `durable ingest, ${String(connections)} connections${named}, sent by ${by}`,
      against: 'bare Koa',
      value: median(samples),
      unit: '×',
      target,
      measured: `${perSecond('a')}, p99 ${p99} ms, ${cpu('a')}`,
      reference: `${perSecond('b')}, ${cpu('b')}`,
      samples,
    };
  } finally {
    await Promise.all([app.stop(), bare.stop(), load.stop()]);
  }
}

/** @param file where it keeps what it gets; it keeps nothing without one */
export function startBareKoa(file?: string): ReturnType<typeof startProgram<{ url: string }>> {
  const script = fileURLToPath(new URL('support/bare-koa.ts', import.meta.url));
  return startProgram<{ url: string }>(['--import', 'tsx', script, ...(file === undefined ? [] : [file])]);
}
