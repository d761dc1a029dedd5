import { inFolder, startApp } from './support/app';
import { startProgram } from './support/program';
import { processStats } from './support/process-stats';
import { makeShop } from './support/shop';
import { alternate, median } from './support/stats';
import type { Bench } from './table';

/** Starts the app on five years of ten cameras, until it listens, against a Node that reads the file and says so. */
export const startUp: Bench = async ({ out, rounds, isQuick }) => {
  const shop = await makeShop(isQuick ? 2 : 10, isQuick ? 1 : 5);
  const memory: number[] = [];
  const start = async (folder: string) => {
    const app = await startApp(out, folder);
    memory.push(processStats(app.pid)?.rssMb ?? NaN);
    await app.stop();
    return app.startedInMs;
  };
  const read = `require('node:fs').readFileSync(${JSON.stringify(shop.snapshotFile)}); console.log('true')`;
  const pairs = await alternate(
    Math.max(rounds, 1),
    () => start(shop.folder),
    async () => {
      const reader = await startProgram(['-e', read]);
      await reader.stop();
      return reader.startedInMs;
    },
  );
  const samples = pairs.map(({ a, b }) => a / b);
  const rssMb = median(memory);
  memory.length = 0;
  const empty: number[] = [];
  for (let round = 0; round < rounds; round++) empty.push(await inFolder(start));
  return [
    {
      what: `start-up with ${String(shop.years)} years of ${String(shop.cameras)} cameras`,
      against: 'a Node process that reads the file',
      value: median(samples),
      unit: '×',
      target: { op: '≤', value: 5 },
      measured: `${median(pairs.map(({ a }) => a)).toFixed(0)} ms, ${rssMb.toFixed(0)} MB`,
      reference: `${median(pairs.map(({ b }) => b)).toFixed(0)} ms`,
      samples,
    },
    {
      what: 'start-up with an empty folder',
      against: null,
      value: median(empty),
      unit: 'ms',
      target: { op: '≤', value: 1000 },
      measured: `${median(memory).toFixed(0)} MB`,
      samples: empty,
    },
  ];
};
