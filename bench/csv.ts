import { startApp, type App } from './support/app';
import { processStats } from './support/process-stats';
import { dateOf, makeShop, type Shop } from './support/shop';
import { hasSqlite3, runSqlite3 } from './support/sqlite';
import { alternate, median, timeMs } from './support/stats';
import type { Bench, Figure } from './table';

const WATCH_EVERY_MS = 50;

/**
 * A CSV file of a million rows over the API, against the command `sqlite3 -csv` on the app's own snapshot. The
 * command only prints the table; the app also tells time zones, coverage, people inside and quality.
 */
export const csv: Bench = async ({ out, rounds, isQuick }) => {
  const shop = await makeShop(isQuick ? 2 : 10, isQuick ? 1 : 5);
  const rows = isQuick ? 10_000 : 1_000_000;
  const app = await startApp(out, shop.folder);
  try {
    await exportRows(app, shop, 10_000);
    const memory = new MemoryWatch(app.pid);
    const exportOnce = () => memory.growthDuring(() => exportRows(app, shop, rows));
    const pairs = await alternate(rounds, exportOnce, () => printRows(shop, rows));
    const growths = pairs.map(({ a }) => a.growthMb);
    const hasReference = hasSqlite3();
    const samples = pairs.map(({ a, b }) => (hasReference ? a.ms / b : a.ms));
    const ms = median(pairs.map(({ a }) => a.ms));
    return [
      {
        what: `CSV of ${rows.toLocaleString('en')} rows`,
        against: hasReference ? 'sqlite3 -csv' : null,
        value: median(samples),
        unit: hasReference ? '×' : 'ms',
        target: hasReference ? { op: '≤', value: 3 } : null,
        measured: `${ms.toFixed(0)} ms, ${((rows / ms) * 1000).toFixed(0)} rows/s`,
        ...(hasReference
          ? { reference: `${median(pairs.map(({ b }) => b)).toFixed(0)} ms` }
          : { note: 'the command sqlite3 is not installed here: no reference' }),
        samples,
      },
      {
        what: 'CSV: growth of the memory, most of all rounds',
        against: null,
        value: Math.max(...growths),
        unit: 'MB',
        target: { op: '≤', value: 50 },
        samples: growths,
      },
      ...(await measureWorkbook(app, shop, memory, isQuick ? 30 : 365, rounds)),
      await measureCancel(app, shop, rounds),
    ];
  } finally {
    await app.stop();
  }
};

/** As many days of quarter hours as have that many rows. */
async function exportRows(app: App, shop: Shop, rows: number): Promise<void> {
  const days = Math.round(rows / shop.cameras / 96);
  const to = new Date(shop.from.getTime() + days * 24 * 60 * 60_000);
  const range = `from=${dateOf(shop.from)}&to=${dateOf(to)}`;
  const response = await app.api(`/export.csv?${range}&by=quarter&preset=plain`);
  if (!response.ok || !response.body) throw new Error(`The export failed: ${String(response.status)}`);
  let lines = 0;
  for await (const piece of response.body as AsyncIterable<Uint8Array>) {
    for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) lines++;
  }
  const expected = days * 96 * shop.cameras;
  // A heading; and the local day does not begin where the data does.
  if (Math.abs(lines - expected) > 100 + expected / 1000) {
    throw new Error(`${String(lines)} lines instead of ${String(expected)}`);
  }
}

/** A workbook with so many days of all cameras, which are 25 rows each. */
async function measureWorkbook(
  app: App,
  shop: Shop,
  memory: MemoryWatch,
  days: number,
  rounds: number,
): Promise<Figure[]> {
  const to = new Date(shop.from.getTime() + days * 24 * 60 * 60_000);
  const times: number[] = [];
  const growths: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { ms, growthMb } = await memory.growthDuring(async () => {
      const response = await app.api(`/export.xlsx?from=${dateOf(shop.from)}&to=${dateOf(to)}`);
      if (!response.ok || !response.body) throw new Error(`The export failed: ${String(response.status)}`);
      let bytes = 0;
      for await (const piece of response.body as AsyncIterable<Uint8Array>) bytes += piece.length;
      if (bytes < days * 100) throw new Error(`A workbook of ${String(bytes)} bytes`);
    });
    times.push(ms);
    growths.push(growthMb);
  }
  const rows = (days * 25 * shop.cameras).toLocaleString('en');
  const common = { against: null, target: null };
  return [
    { ...common, what: `workbook of ${rows} rows`, value: median(times), unit: 'ms', samples: times },
    {
      ...common,
      what: 'workbook: growth of the memory since before the CSV files, most of all rounds',
      value: Math.max(...growths),
      unit: 'MB',
      target: { op: '≤', value: 50 },
      samples: growths,
    },
  ];
}

/** From the moment at which the reader leaves until the storage thread has time for something else. */
async function measureCancel(app: App, shop: Shop, rounds: number): Promise<Figure> {
  const range = `from=${dateOf(shop.from)}&to=${dateOf(shop.to)}`;
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const response = await app.api(`/export.csv?${range}&by=quarter&preset=plain`);
    const reader = response.body?.getReader();
    await reader?.read();
    samples.push(
      await timeMs(async () => {
        await reader?.cancel();
        await app.api('/health');
      }),
    );
  }
  return {
    what: 'an export is cancelled, until the next answer',
    against: null,
    value: median(samples),
    unit: 'ms',
    target: { op: '≤', value: 200 },
    samples,
  };
}

async function printRows(shop: Shop, rows: number): Promise<number> {
  if (!hasSqlite3()) return NaN;
  const sql = `
    SELECT sn, datetime(quarter * 900, 'unixepoch'), datetime(quarter * 900 + 900, 'unixepoch'), "in", "out",
      passby, turnback, in_adult, in_child, in_staff, stay_ms / stay_people, covered
    FROM quarter JOIN camera ON camera.id = camera_id LIMIT ${String(rows)};`;
  return timeMs(() => runSqlite3(shop.snapshotFile, `.output /dev/null\n${sql}`, ['-csv']));
}

/** How much more memory a program takes than before the first of several rounds: what one leaves behind counts for all. */
class MemoryWatch {
  readonly #beforeMb: number;

  constructor(private readonly pid: number) {
    this.#beforeMb = this.#read();
  }

  async growthDuring(work: () => Promise<void>): Promise<{ ms: number; growthMb: number }> {
    let most = this.#read();
    const timer = setInterval(() => (most = Math.max(most, this.#read())), WATCH_EVERY_MS);
    try {
      const ms = await timeMs(work);
      return { ms, growthMb: Math.max(most, this.#read()) - this.#beforeMb };
    } finally {
      clearInterval(timer);
    }
  }

  #read(): number {
    return processStats(this.pid)?.rssMb ?? NaN;
  }
}
