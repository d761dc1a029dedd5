import { watchMemory } from './csv';
import { startApp } from './support/app';
import { dateOf, makeShop } from './support/shop';
import { median, timeMs } from './support/stats';
import type { Bench } from './table';

const DAY_MS = 24 * 60 * 60_000;

/** A workbook of a year over the API: its days and its hours, every camera. */
export const xlsx: Bench = async ({ out, rounds, isQuick }) => {
  const shop = await makeShop(isQuick ? 2 : 10, isQuick ? 1 : 5);
  const days = isQuick ? 30 : 365;
  const rows = days * 25 * shop.cameras;
  const app = await startApp(out, shop.folder);
  try {
    const from = dateOf(new Date(shop.to.getTime() - days * DAY_MS));
    let megabytes = 0;
    const download = async () => {
      const response = await app.api(`/export.xlsx?from=${from}&to=${dateOf(shop.to)}`);
      if (!response.ok) throw new Error(`The export failed: ${String(response.status)}`);
      megabytes = (await response.arrayBuffer()).byteLength / 1e6;
    };
    await download();
    const samples: number[] = [];
    const growths: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const { growthMb, done } = watchMemory(app.pid);
      samples.push(await timeMs(download));
      done();
      growths.push(growthMb());
    }
    const ms = median(samples);
    return [
      {
        what: `XLSX of ${String(days)} days × ${String(shop.cameras)} cameras, by day and by hour`,
        against: null,
        value: ms,
        unit: 'ms',
        target: null,
        measured: `${((rows / ms) * 1000).toFixed(0)} rows/s, ${megabytes.toFixed(1)} MB, memory +${median(growths).toFixed(0)} MB`,
        samples,
      },
    ];
  } finally {
    await app.stop();
  }
};
