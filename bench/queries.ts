import { join } from 'node:path';
import { requestHandlers } from '../src/main/core/engine/requests';
import { inFolder } from './support/app';
import { dateOf, makeShop, openEngine, type Shop } from './support/shop';
import { referenceSqlite } from './support/sqlite';
import { alternate, median, timeMs } from './support/stats';
import type { Bench, Figure } from './table';

const DAY_MS = 24 * 60 * 60_000;
const MINUTES_OPEN = 12 * 60;

/** What the screens ask, in the engine itself: without the way there and back. */
export const queries: Bench = async ({ rounds, isQuick }) => {
  const [few, many] = isQuick
    ? [await makeShop(2, 1), await makeShop(4, 1)]
    : [await makeShop(10, 5), await makeShop(100, 1)];
  return [
    ...(await yearByDay(few, rounds)),
    ...(await screens(few, rounds)),
    ...(await screens(many, rounds)),
  ];
};

/** Asked for the first time after a start, and asked again. */
async function yearByDay(shop: Shop, rounds: number): Promise<Figure[]> {
  const from = new Date(shop.to.getTime() - 365 * DAY_MS);
  const params = { from: dateOf(from), to: dateOf(shop.to), by: 'day', hours: 'all' } as const;
  const askTwice = async () => {
    const engine = await openEngine(shop.folder);
    const ask = () => requestHandlers(engine)['history.query'](params, Date.now());
    const times = { firstMs: await timeMs(ask), againMs: await timeMs(ask) };
    engine.files.close();
    return times;
  };
  const sqlite = await referenceSqlite();
  const pairs = await inFolder(async (folder) => {
    const file = join(folder, 'raw.sqlite');
    await sqlite.build(file, rawReports(shop.cameras, from.getTime()));
    await Promise.all([askTwice(), sqlite.askMs(file, sumsByDay)]);
    return alternate(rounds, askTwice, () => sqlite.askMs(file, sumsByDay));
  });
  return (['againMs', 'firstMs'] as const).map((name) => {
    const samples = pairs.map(({ a, b }) => b / a[name]);
    return {
      what: `one year × ${String(shop.cameras)} cameras by day, ${name === 'againMs' ? 'asked again' : 'asked for the first time after a start'}: times faster`,
      against: `${sqlite.name} over a year of reports, one a minute in opening hours`,
      value: median(samples),
      unit: '×',
      target: { op: '≥', value: 20 },
      measured: `${median(pairs.map(({ a }) => a[name])).toFixed(0)} ms`,
      reference: `${median(pairs.map(({ b }) => b)).toFixed(0)} ms`,
      samples,
    };
  });
}

/** Every camera, a report a minute for twelve hours a day: what the sums were made of. */
function rawReports(cameras: number, fromMs: number): string {
  return `
    CREATE TABLE raw (camera INTEGER, start INTEGER, "in" INTEGER, "out" INTEGER, passby INTEGER, turnback INTEGER);
    CREATE INDEX raw_window ON raw (camera, start);
    WITH RECURSIVE
      camera (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM camera WHERE id < ${String(cameras)}),
      day (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM day WHERE number < 364),
      minute (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM minute WHERE number < ${String(MINUTES_OPEN - 1)})
    INSERT INTO raw
      SELECT id, ${String(fromMs)} + day.number * 86400000 + (480 + minute.number) * 60000,
        minute.number % 3, minute.number % 2, minute.number % 5, minute.number % 7 = 0
      FROM camera CROSS JOIN day CROSS JOIN minute;`;
}

/** Of a zone without summer time, which is kinder to the reference than a real one. */
const sumsByDay = `
  SELECT camera, start / 86400000, sum("in"), sum("out"), sum(passby), sum(turnback)
  FROM raw GROUP BY 1, 2`;

async function screens(shop: Shop, rounds: number): Promise<Figure[]> {
  const engine = await openEngine(shop.folder);
  const handlers = requestHandlers(engine);
  // The evening of the last day that has people.
  const evening = shop.to.getTime() - 4 * 60 * 60_000;
  const days = (count: number) => ({
    from: dateOf(new Date(shop.to.getTime() - count * DAY_MS)),
    to: dateOf(shop.to),
    hours: 'all' as const,
  });
  const questions: [string, (now: number) => unknown][] = [
    ['Today: cameras', (now) => handlers['cameras.list']({}, now)],
    ['Today: sites', (now) => handlers['sites.list']({}, now)],
    ['Today: people inside', (now) => handlers['sites.occupancyDay']({ id: 'main' }, now)],
    ['History: a week by hour', (now) => handlers['history.query']({ ...days(7), by: 'hour' }, now)],
    ['History: a month by day', (now) => handlers['history.query']({ ...days(31), by: 'day' }, now)],
    ['History: a year by day', (now) => handlers['history.query']({ ...days(365), by: 'day' }, now)],
    [
      'History: all by month',
      (now) => handlers['history.query']({ ...days(365 * shop.years), by: 'month' }, now),
    ],
  ];
  const figures: Figure[] = [];
  for (const [name, ask] of questions) {
    const samples: number[] = [];
    for (let round = 0; round <= rounds; round++) samples.push(await timeMs(() => ask(evening)));
    // The first time includes the compiler's work, pages that were never touched, and what is remembered from then on.
    const [first = 0, ...later] = samples;
    figures.push({
      what: `${name}, ${String(shop.cameras)} cameras, ${String(shop.years)} ${shop.years === 1 ? 'year' : 'years'}, asked again`,
      against: null,
      value: median(later),
      unit: 'ms',
      target: null,
      measured: `first time ${first.toFixed(1)} ms`,
      samples: later,
    });
  }
  engine.files.close();
  return figures;
}
