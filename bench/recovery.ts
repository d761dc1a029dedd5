import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkpointOnThread } from '../src/main/core/storage/checkpoint-thread';
import { inFolder } from './support/app';
import { ReportMaker } from './support/bodies';
import { makeShop, openEngine, wasmPath } from './support/shop';
import { median, timeMs } from './support/stats';
import type { Bench, BenchOptions, Figure } from './table';

const GROUP = 50;
const PERSONS = 2;

/** How fast the way back is: a journal that is replayed, and a snapshot that is written. */
export const recovery: Bench = async (options) => [await replay(options), ...(await snapshots(options))];

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

/** Both ways: from the files at leisure, and copied where somebody needs it at once (an update, the end of the app). */
async function snapshots({ out, rounds, isQuick }: BenchOptions): Promise<Figure[]> {
  const shop = await makeShop(isQuick ? 2 : 10, isQuick ? 1 : 5);
  const [fromFiles, copied, waits] = await inFolder(async (folder) => {
    cpSync(shop.folder, folder, { recursive: true });
    const worker = pathToFileURL(join(out, 'main', 'checkpoint-worker.js'));
    const engine = await openEngine(folder, checkpointOnThread(worker, wasmPath));
    const times: [number[], number[], number[]] = [[], [], []];
    const change = (days: number) =>
      engine.command('settings.update', { rawRetentionDays: days }, Date.now());
    for (let round = 0; round < rounds; round++) {
      await change(30 + round);
      times[0].push(await timeMs(() => engine.checkpoint(Date.now())));
      await change(60 + round);
      times[1].push(await timeMs(() => engine.snapshot(Date.now())));
      times[2].push(await timeMs(() => engine.files.sql.export()));
    }
    engine.files.close();
    return times;
  });
  const common = { against: null, unit: 'ms', target: null } as const;
  const what = `snapshot of ${(shop.snapshotBytes / 1e6).toFixed(0)} MB, until it is on disk`;
  const wait = `reports wait for ${median(waits).toFixed(0)} ms of it`;
  return [
    { ...common, what: `${what}: from the files`, value: median(fromFiles), samples: fromFiles },
    { ...common, what: `${what}: copied`, value: median(copied), measured: wait, samples: copied },
  ];
}
