import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Comparison, History, OccupancyDay, SiteSummary, UsualDay, WeekMapCell } from '#shared/domain';
import { startInBrowser } from '../support/app-in-browser';
import { apiFigures, directions, share, sumOf } from '../support/api-figures';
import { recordEarlierWeeks } from '../support/earlier-weeks';
import { fillShop } from '../support/filled-shop';
import type { HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { zoneWhereItIs } from '../support/test-camera';

/**
 * Every figure on every screen is the API's answer to the same question. The page's figures are looked for, not
 * listed here: one that nobody knows the question of fails.
 */

const hour = 17;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Only against a hang. */
const HANGS_MS = 60_000;
const startedMs = Date.now();
const timeZone = zoneWhereItIs(hour, startedMs);
const door = '2010010000001234';

let app: HeadlessApp;
let browser: Browser;
let page: Page;
let site: SiteSummary;
let close: () => Promise<void>;

const localDate = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ms);
const day = (offset: number) => localDate(Date.now() + offset * dayMs);
const today = { from: day(0), to: day(1) };
const lastWeek = { from: day(-6), to: day(1) };

async function api<T>(path: string): Promise<T> {
  return (await (await app.api(path)).json()) as T;
}
const ask = <T>(method: string, params: object) => rpc<T>(app, method, { site: site.id, ...params });

beforeAll(async () => {
  ({ app, browser, close } = await startInBrowser(['--time-zone', timeZone]));
  const midnightMs = Math.floor(startedMs / hourMs) * hourMs - hour * hourMs;
  const visitors = (at: number, weeksAgo: number) => (at < 9 || at > 18 ? 0 : 30 + at - weeksAgo);
  await recordEarlierWeeks(app, { sn: door, weeks: 3, midnightMs, visitors });
  await fillShop(app);
  [site] = (await api<SiteSummary[]>('/sites')) as [SiteSummary];
  await ask('till.setCurrency', { currency: 'EUR' });
  await ask('till.put', { date: today.from, transactions: 61, takings: 123_456 });
  // One of today's hours, put right by hand.
  const window = { from: midnightMs + 10 * hourMs, to: midnightMs + 11 * hourMs };
  const instants = { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() };
  await rpc(app, 'corrections.put', { camera: door, ...instants, in: 19, out: 20, why: 'Counted by hand' });
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  await page.goto(app.dashboardUrl);
});
afterAll(() => close());

async function open(hash: string, ready: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

interface Shown {
  name: string;
  /** The exact figure. */
  value: string;
  text: string;
}

/** All that says its exact value, but for the cells of long tables, which have no names. */
function shown(): Promise<Shown[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-value]:not(td), td[data-value][data-testid]')].map(
      (element) => ({
        name: element.dataset['testid'] ?? `without a name: ${element.parentElement?.textContent ?? ''}`,
        value: element.dataset['value'] ?? '',
        text: element.textContent?.trim() ?? '',
      }),
    ),
  );
}

/** Whether the text is the exact value, rounded as it may be. */
function isSaid({ value, text }: Shown): boolean {
  if (value === '') return text === '–';
  const said = Number(text.replace(/[^\d.-]/g, ''));
  if (text.includes('€')) return Math.abs(said - Number(value) / 100) <= 0.005;
  return text.includes('%') ? Math.abs(said - 100 * Number(value)) <= 0.5 : said === Number(value);
}

const screens = [
  ['Today', '#/', 'site-in', today, 24],
  ['History', '#/history', 'comparison', today, 20],
  ['Cameras', '#/cameras', 'cameras-summary', today, 4],
  ['one camera', `#/cameras/${door}`, 'flip', today, 4],
  ['the TV', '#/tv', 'tv-in', today, 2],
] as const;

it.each(screens)('every figure of %s', async (_name, hash, ready, range, least) => {
  await open(hash, `[data-testid="${ready}"]`);
  await expectFigures(range, least);
});

it('every figure of seven days of History', async () => {
  await open('#/history', '[data-testid="comparison"]');
  await page.getByTestId('range-last7').check({ force: true });
  await expectFigures(lastWeek, 15);
});

it.each([
  ['Today', '#/', 'site-coverage'],
  ['History', '#/history', 'comparison'],
])('coverage of %s goes on falling while nothing is heard', async (_name, hash, ready) => {
  const silent = await browser.newPage({ locale: 'en-GB' });
  await silent.clock.install();
  await silent.goto(`${app.dashboardUrl}${hash}`);
  await silent.getByTestId(ready).waitFor();
  await silent.waitForLoadState('networkidle');
  const asked = silent.waitForRequest((request) => request.url().endsWith('/rpc/history.query'));
  await silent.clock.fastForward('01:01');
  await asked;
  await silent.close();
});

/** Both sides are asked anew until they agree: time goes on between them, and coverage with it. */
async function expectFigures(range: typeof today, least: number): Promise<void> {
  const wrong = async () => {
    const answers = await apiFigures(app, today, range);
    const figures = await shown();
    const names = new Set(figures.map(({ name }) => name));
    if (names.size < least) return [`only ${[...names].join(', ')}`];
    return figures
      .filter((figure) => {
        const answer = answers.get(figure.name);
        if (answer === undefined || !isSaid(figure)) return true;
        return answer === null ? figure.value !== '' : Math.abs(answer - Number(figure.value)) > 1e-9;
      })
      .map(({ name, value, text }) => `${name}: ${value} as ${text}, not ${String(answers.get(name))}`);
  };
  await expect.poll(wrong).toEqual([]);
}

it('every figure in a sentence of Today', async () => {
  const people = await rpc<OccupancyDay>(app, 'sites.occupancyDay', { id: site.id });
  await open('#/', '[data-testid="usual"] .soft');
  const numbers = async (name: string) =>
    ((await page.getByTestId(name).textContent()) ?? '').match(/\d+(?:[.,:]\d+)?/g) ?? [];

  // Both are about the day until now: a quarter hour later they are others.
  await vi.waitFor(async () => {
    const usual = await ask<UsualDay>('insights.usualDay', { date: today.from });
    const { low = 0, high = 0 } = usual.soFar ?? {};
    expect(high).toBeGreaterThan(0);
    expect(await numbers('usual')).toEqual([String(Math.round(low)), String(Math.round(high))]);
  }, HANGS_MS);
  await vi.waitFor(async () => {
    const { now, before } = await ask<Comparison>('insights.compare', today);
    const difference = Math.abs((now.in ?? 0) - (before.in ?? 0));
    expect((await numbers('last-week'))[0]).toBe(String(difference));
  }, HANGS_MS);
  expect((await numbers('site-most'))[0]).toBe(String(people.max?.inside));
  expect((await numbers('site-seen'))[0]).toBe(String(site.occupancy.seen));
  expect(await numbers('till-words')).toContain('61');
});

interface Cells {
  name: string;
  values: (number | null)[];
}
const cells = (table: string) =>
  page.evaluate(
    (id) =>
      [...document.querySelectorAll(`[data-testid="${id}"] tbody tr`)].map<Cells>((row) => ({
        name: row.querySelector('th')?.textContent?.trim() ?? '',
        values: [...row.querySelectorAll<HTMLElement>('td[data-value]')].map(({ dataset }) =>
          dataset['value'] ? Number(dataset['value']) : null,
        ),
      })),
    table,
  );

it('every hour in the table of History, with its rates', async () => {
  await open('#/history', '[data-testid="history-table"] tbody tr');
  await page.getByTestId('range-today').check({ force: true });
  const told = async () => {
    const { rows } = await api<History>(`/history?from=${today.from}&to=${today.to}&by=hour`);
    const starts = [...new Set(rows.map(({ start }) => Date.parse(start)))].sort((a, b) => a - b);
    return starts.map((start) => {
      const own = rows.filter((row) => Date.parse(row.start) === start);
      const counts = sumOf(own);
      const people = (row: (typeof own)[number]) =>
        directions.reduce((all, direction) => all + (row[direction] ?? 0), 0);
      const known = own.filter(({ avgStaySeconds }) => avgStaySeconds !== null);
      const weight = known.reduce((all, row) => all + people(row), 0);
      const stay = known.reduce((all, row) => all + (row.avgStaySeconds ?? 0) * people(row), 0);
      return [
        ...directions.map((direction) => counts[direction]),
        share(counts.in, counts.passby),
        weight > 0 ? stay / weight : null,
        Math.min(...own.map(({ coverage }) => coverage)),
      ];
    });
  };
  const rounded = (rows: (number | null)[][]) =>
    rows.map((row) => row.map((value) => (value === null ? null : Math.round(value * 1e6) / 1e6)));
  const differences = async () => {
    const [seen, answered] = [
      rounded((await cells('history-table')).map(({ values }) => values)),
      rounded(await told()),
    ];
    return seen.length < 7 || JSON.stringify(seen) !== JSON.stringify(answered) ? { seen, answered } : null;
  };
  await expect.poll(differences).toBeNull();
});

it('every hour in the table of Today', async () => {
  const { rows } = await api<History>(`/history?from=${today.from}&to=${today.to}&by=hour`);
  await open('#/', '[data-testid="day-table"]');
  await page.locator('[data-testid="day-table"] tbody tr').first().waitFor();
  const hours = await page.evaluate(() =>
    [...document.querySelectorAll('[data-testid="day-table"] tbody tr')].map((row) => [
      row.querySelector('th')?.textContent?.trim() ?? '',
      ...[...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? ''),
    ]),
  );
  expect(hours.length).toBeGreaterThan(7);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const starts = rows.map(({ start }) => clock.format(Date.parse(start)));
  for (const [name = '', entered, left] of hours) {
    const own = rows.filter(({ start }) => clock.format(Date.parse(start)) === name.slice(0, 5));
    const counts = sumOf(own);
    // Nothing known amid what is known is a hole; before and after it is nothing to be known.
    const isKnown = counts.in !== null;
    const isHole = !isKnown && starts.some((hour) => hour < name) && starts.some((hour) => hour > name);
    expect([name, entered, ...(isHole ? [] : [left])]).toEqual(
      isHole ? [name, 'No data'] : [name, String(counts.in ?? '–'), String(counts.out ?? '–')],
    );
  }
});

it('every hour of the week map', async () => {
  const map = await ask<WeekMapCell[]>('insights.weekMap', { from: day(-55), to: today.to });
  await open('#/history', '[data-testid="week-map"] td');
  const seen = async () =>
    (await cells('week-map')).flatMap(({ values }) => values.filter((value) => (value ?? 0) > 0));
  // The map has a row for each weekday, and in it the hours in their order, but those in which nobody ever comes.
  const told = map
    .filter(({ mean }) => (mean ?? 0) > 0)
    .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour)
    .map(({ mean }) => mean);
  expect(told.length).toBeGreaterThan(6);
  await expect.poll(seen).toEqual(told);
});
