import { writeFileSync } from 'node:fs';
import { requestHandlers } from '../src/main/core/engine/requests';
import { startApp } from './support/app';
import { linePlot, type Line } from './support/plot';
import { processStats } from './support/process-stats';
import { dateOf, makeShop, openEngine, type Shop } from './support/shop';
import { median, timeMs } from './support/stats';
import type { Bench, Figure } from './table';

const DAY_MS = 24 * 60 * 60_000;
const allCameras = [1, 10, 100];
const allYears = [1, 5, 10];
/** SQLite's memory ends at two gigabytes, and a snapshot takes a second copy of the file. */
const MOST_CAMERA_YEARS = 500;

/** How cost grows with cameras and years. */
export const growth: Bench = async ({ out, rounds, isQuick, plotFile }) => {
  const figures: Figure[] = [];
  const starts: Line[] = [];
  for (const cameras of isQuick ? [1, 2] : allCameras) {
    const line: Line = { name: `${String(cameras)} ${cameras === 1 ? 'camera' : 'cameras'}`, points: [] };
    for (const years of isQuick ? [1] : allYears) {
      if (cameras * years > MOST_CAMERA_YEARS) continue;
      const shop = await makeShop(cameras, years);
      const measured = await measure(out, shop, rounds);
      figures.push(toFigure(shop, measured));
      line.points.push({ x: years, y: measured.startMs });
    }
    starts.push(line);
  }
  if (plotFile !== null) {
    writeFileSync(
      plotFile,
      linePlot({ title: 'Start-up, milliseconds', xName: 'years of data', lines: starts }),
    );
  }
  return figures;
};

interface Measured {
  startMs: number;
  rssMb: number;
  yearMs: number;
  exportMs: number;
}

async function measure(out: string, shop: Shop, rounds: number): Promise<Measured> {
  const starts: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const app = await startApp(out, shop.folder);
    starts.push(app.startedInMs);
    memory.push(processStats(app.pid)?.rssMb ?? NaN);
    await app.stop();
  }
  const engine = await openEngine(shop.folder);
  const from = dateOf(new Date(shop.to.getTime() - 365 * DAY_MS));
  const params = { from, to: dateOf(shop.to), by: 'day', hours: 'all' } as const;
  const yearMs = await timeMs(() => requestHandlers(engine)['history.query'](params, Date.now()));
  const exportMs = await timeMs(() => engine.files.sql.export());
  engine.files.close();
  return { startMs: median(starts), rssMb: median(memory), yearMs, exportMs };
}

function toFigure(shop: Shop, { startMs, rssMb, yearMs, exportMs }: Measured): Figure {
  const [ms, megabytes] = [
    (value: number) => `${value.toFixed(0)} ms`,
    (value: number) => `${value.toFixed(0)} MB`,
  ];
  return {
    what: `${String(shop.cameras)} cameras × ${String(shop.years)} years: start-up`,
    against: null,
    value: startMs,
    unit: 'ms',
    target: null,
    measured: [
      `file ${megabytes(shop.snapshotBytes / 1e6)}`,
      `memory ${megabytes(rssMb)}`,
      `a year by day, first time ${ms(yearMs)}`,
      `copy for a snapshot ${ms(exportMs)}`,
    ].join(', '),
    samples: [startMs],
  };
}
