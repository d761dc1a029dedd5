import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { memoryFolder } from '../scripts/lib/scratch-folder';
import { inFolder, startApp, type App } from './support/app';
import { LiveReports, type Reports } from './support/bodies';
import { fillJournal, makeSnapshot } from './support/force-snapshot';
import { dateOf, makeShop, type Shop } from './support/shop';
import { SteadyLoad } from './support/steady-load';
import { alternate, median, percentile, timeMs } from './support/stats';
import type { Bench, Figure } from './table';

const CAMERAS = 20;
const PER_SECOND = 100;
const ASKING_MS = 3000;
/** For a shop's data, its journal and two snapshots. */
const ROOM_BYTES = 1024 ** 3;

/**
 * How long a report waits for its answer while an export and a snapshot of five years of ten cameras run,
 * against the same without them. Twenty cameras send a hundred reports a second, far more than a shop's. A disk
 * that is shared with other computers stands still for a tenth of a second now and then, in whichever of the two:
 * so the same is told of data in memory, too.
 */
export const latency: Bench = async ({ out, rounds, isQuick }) => {
  const shop = await makeShop(isQuick ? 2 : 10, isQuick ? 1 : 5);
  const within = <T>(work: (app: Disturbed) => Promise<T>, parent?: string) =>
    inFolder((folder) => withApp(out, shop, folder, work), parent);
  const onDisk = await within(async (app) => {
    const pairs = await whileExporting(app, rounds);
    return { pairs, asked: await whileAsking(app, rounds) };
  });
  const busy = 'an export and a snapshot run';
  const figures = [
    toFigure(busy, onDisk.pairs, 2),
    toFigure(`all ${String(shop.years)} years by day are asked for again and again`, onDisk.asked, null),
  ];
  const inMemory = memoryFolder(ROOM_BYTES);
  if (inMemory !== null) {
    const pairs = await within((app) => whileExporting(app, rounds), inMemory);
    figures.push(toFigure(`${busy}, the data in memory`, pairs, 2));
  }
  return figures;
};

/** An app on a copy of a shop's data, and what is needed to keep it busy. */
interface Disturbed {
  app: App;
  shop: Shop;
  folder: string;
  reports: Reports;
  reader: Worker;
}

async function withApp<T>(
  out: string,
  shop: Shop,
  folder: string,
  work: (disturbed: Disturbed) => Promise<T>,
): Promise<T> {
  cpSync(shop.folder, folder, { recursive: true });
  const app = await startApp(out, folder);
  const reader = new Worker(new URL('support/reader.mjs', import.meta.url));
  try {
    return await work({ app, shop, folder, reports: new LiveReports(), reader });
  } finally {
    await reader.terminate();
    await app.stop();
  }
}

type Pairs = { a: number; b: number }[];

const quiet = (app: App, reports: Reports, ms: number) =>
  p99(app, reports, () => new Promise((resolve) => setTimeout(resolve, ms)));

async function whileExporting(disturbed: Disturbed, rounds: number): Promise<Pairs> {
  const { app, shop, folder, reports, reader } = disturbed;
  // The quiet rounds last as long as the disturbed ones did.
  let lastMs = 10_000;
  const exporting = async () => {
    await fillJournal(app, folder);
    return p99(app, reports, async () => {
      lastMs = await timeMs(() => Promise.all([exportAll(reader, app, shop), makeSnapshot(app, folder)]));
    });
  };
  await quiet(app, reports, lastMs);
  return alternate(rounds, exporting, () => quiet(app, reports, lastMs));
}

async function whileAsking({ app, shop, reports }: Disturbed, rounds: number): Promise<Pairs> {
  const asking = () => p99(app, reports, () => askAll(app, shop));
  await asking();
  return alternate(rounds, asking, () => quiet(app, reports, ASKING_MS));
}

function toFigure(what: string, pairs: Pairs, most: number | null): Figure {
  const samples = pairs.map(({ a, b }) => a / b);
  return {
    what: `ingest latency p99 while ${what}`,
    against: 'without',
    value: median(samples),
    unit: '×',
    target: most === null ? null : { op: '≤', value: most },
    measured: `${median(pairs.map(({ a }) => a)).toFixed(1)} ms`,
    reference: `${median(pairs.map(({ b }) => b)).toFixed(1)} ms`,
    samples,
  };
}

/** Milliseconds within which 99 of 100 reports are answered that are sent while something goes on. */
async function p99(app: App, reports: Reports, meanwhile: () => Promise<void>): Promise<number> {
  const load = new SteadyLoad(app.ready.cameraUrl, reports, CAMERAS);
  load.start(CAMERAS, PER_SECOND);
  await meanwhile();
  await load.stop();
  if (load.refused > 0) throw new Error(`${String(load.refused)} reports were not accepted`);
  return percentile(load.latenciesMs, 0.99);
}

async function askAll(app: App, { from, to }: Shop): Promise<void> {
  const endAt = Date.now() + ASKING_MS;
  while (Date.now() < endAt) {
    const response = await app.api(`/history?from=${dateOf(from)}&to=${dateOf(to)}&by=day`);
    if (!response.ok) throw new Error(`The question failed: ${String(response.status)}`);
    await response.arrayBuffer();
  }
}

/** On a thread of its own: whoever reads a file is another program than a camera, too. */
async function exportAll(
  reader: Worker,
  { ready: { apiUrl, apiKey } }: App,
  { from, to }: Shop,
): Promise<void> {
  const url = `${apiUrl}/export.csv?from=${dateOf(from)}&to=${dateOf(to)}&by=hour&preset=plain`;
  reader.postMessage({ url, authorization: `Bearer ${apiKey}` });
  const [isOk] = (await once(reader, 'message')) as [boolean];
  if (!isOk) throw new Error('The export failed');
}
