import { cpSync } from 'node:fs';
import { inFolder } from './support/app';
import { ReportMaker } from './support/bodies';
import { makeShop, openEngine } from './support/shop';
import { median, timeMs } from './support/stats';
import type { Bench, BenchOptions, Figure } from './table';

const GROUP = 50;
const PERSONS = 2;

/** How fast the way back is: a journal that is replayed, and a snapshot that is written. */
export const recovery: Bench = async (options) => [await replay(options), await snapshot(options)];

/** In the engine itself: what a start after a power cut takes longer than one after an orderly end. */
async function replay({ rounds, isQuick }: BenchOptions): Promise<Figure> {
  const reports = isQuick ? 1000 : 10_000;
  const samples = await inFolder(async (folder) => {
    const engine = await openEngine(folder);
    const maker = new ReportMaker(PERSONS);
    const encoder = new TextEncoder();
    for (let sent = 0; sent < reports; sent += GROUP) {
      const posts = Array.from({ length: GROUP }, (_, camera) => ({
        endpoint: 'upload' as const,
        path: '/api/camera/dataUpload',
        remoteAddress: '127.0.0.1',
        body: encoder.encode(maker.next(camera)),
        at: Date.now(),
      }));
      const replies = await engine.receive(posts);
      if (replies.some(({ code }) => code !== 0)) throw new Error('A report was not accepted');
    }
    engine.files.close();
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      times.push(await timeMs(async () => (await openEngine(folder)).files.close()));
    }
    return times.map((ms) => (reports / ms) * 1000);
  });
  return {
    what: `replay of a journal of ${reports.toLocaleString('en')} reports with ${String(PERSONS)} persons each, a start included`,
    against: null,
    value: median(samples),
    unit: '/s',
    target: null,
    samples,
  };
}

async function snapshot({ rounds, isQuick }: BenchOptions): Promise<Figure> {
  const shop = await makeShop(isQuick ? 2 : 10, isQuick ? 1 : 5);
  const [samples, stops] = await inFolder(async (folder) => {
    cpSync(shop.folder, folder, { recursive: true });
    const engine = await openEngine(folder);
    const [whole, stop]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      await engine.command('settings.update', { rawRetentionDays: 30 + (round % 2) }, Date.now());
      whole.push(await timeMs(() => engine.snapshot(Date.now())));
      stop.push(await timeMs(() => engine.files.sql.export()));
    }
    engine.files.close();
    return [whole, stop];
  });
  return {
    what: `snapshot of ${(shop.snapshotBytes / 1e6).toFixed(0)} MB, until it is on disk`,
    against: null,
    value: median(samples),
    unit: 'ms',
    target: null,
    measured: `reports wait for ${median(stops).toFixed(0)} ms of it`,
    samples,
  };
}
