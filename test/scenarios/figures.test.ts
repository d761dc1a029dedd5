import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CameraSummary, Counts, History, OccupancyDay, SiteSummary, WeekMapCell } from '#shared/domain';
import { launchBrowser } from '../support/browser';
import { fillShop } from '../support/filled-shop';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { zoneWhereItIs } from '../support/test-camera';

/**
 * Every figure on every screen is the API's answer to the same question. The page's figures are looked for, not
 * listed here: one that nobody knows the question of fails.
 */

const timeZone = zoneWhereItIs(17);
const directions = ['in', 'out', 'passby', 'turnback'] as const;
const door = '2010010000001234';

let app: HeadlessApp;
let browser: Browser;
let page: Page;
let removeData: () => Promise<void>;
/** By the name that a figure has on the page. */
let answers: Map<string, number | null>;
let hourly: Map<string, Counts>;

const localDate = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ms);
const today = { from: localDate(Date.now()), to: localDate(Date.now() + 86_400_000) };

async function api<T>(path: string): Promise<T> {
  return (await (await app.api(path)).json()) as T;
}

const sum = (values: readonly (number | null)[]) =>
  values.every((value) => value === null)
    ? null
    : values.reduce<number>((whole, value) => whole + (value ?? 0), 0);

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeData = remove;
  app = await startHeadless(folder, ['--time-zone', timeZone]);
  await fillShop(app);

  const [site] = await api<SiteSummary[]>('/sites');
  const cameras = await api<CameraSummary[]>('/cameras');
  if (!site) throw new Error('There is no site');
  const { rows } = await api<History>(`/history?from=${today.from}&to=${today.to}&by=hour`);
  const inside = await rpc<OccupancyDay>(app, 'sites.occupancyDay', { id: site.id, date: today.from });
  answers = new Map<string, number | null>([
    ...directions.map((name) => [`site-${name}`, site.today[name]] as const),
    ...directions.map((name) => [`history-total-${name}`, sum(rows.map((row) => row[name]))] as const),
    ...directions.map((name) => [`tv-${name}`, site.today[name]] as const),
    ['site-inside', site.occupancy.counted],
    ['tv-inside', site.occupancy.counted],
    ['inside-max', inside.max?.inside ?? null],
    ...cameras.flatMap(({ sn, today: counts, stay }) => [
      ...directions.map((name) => [`camera-${sn}-${name}`, counts[name]] as const),
      [`camera-${sn}-stay`, stay.current] as const,
    ]),
  ]);
  hourly = new Map();
  for (const row of rows) {
    const hour = new Date(row.start).toLocaleTimeString('en-GB', {
      timeZone,
      hour: '2-digit',
      minute: '2-digit',
    });
    const known = hourly.get(hour);
    const total = (name: (typeof directions)[number]) => sum([known?.[name] ?? null, row[name]]);
    hourly.set(hour, {
      in: total('in'),
      out: total('out'),
      passby: total('passby'),
      turnback: total('turnback'),
    });
  }
  browser = await launchBrowser();
  page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1280, height: 900 } });
  await page.goto(app.dashboardUrl);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await removeData();
});

async function open(hash: string, ready: string): Promise<void> {
  await page.evaluate((to) => (location.hash = to), hash);
  await page.locator(ready).first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

/** Figures that stand alone, by their names. */
function shown(): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-value]:not(td)')].map((element) => [
        element.dataset['testid'] ?? `without a name: ${element.parentElement?.textContent ?? ''}`,
        element.dataset['value'] ?? '',
      ]),
    ),
  );
}

it.each([
  ['Today', '#/', 'site-in', 22],
  ['History', '#/history', 'inside-max', 5],
  ['Cameras', '#/cameras', 'cameras-summary', 4],
  ['one camera', `#/cameras/${door}`, 'flip', 4],
  ['the TV', '#/tv', 'tv-in', 2],
])('every figure of %s', async (_name, hash, ready, least) => {
  await open(hash, `[data-testid="${ready}"]`);
  const wrong = async () =>
    Object.entries(await shown()).filter(
      ([name, value]) => !answers.has(name) || String(answers.get(name) ?? '') !== value,
    );
  await expect.poll(wrong, { timeout: 20_000 }).toEqual([]);
  expect(Object.keys(await shown()).length).toBeGreaterThanOrEqual(least);
});

it('every rate is made of those figures', async () => {
  const rate = (part: string, ...rest: string[]) => {
    const value = (name: string) => answers.get(name) ?? 0;
    return value(part) / [part, ...rest].reduce((whole, name) => whole + value(name), 0);
  };
  await open('#/', '[data-testid="site-turn-in-rate"]');
  const told = async (name: string) => parseFloat((await page.getByTestId(name).textContent()) ?? '');
  expect(await told('site-turn-in-rate')).toBe(Math.round(100 * rate('site-in', 'site-passby')));
});

it('every hour in the tables of Today and History', async () => {
  const cells = (table: string) =>
    page.evaluate(
      (id) =>
        [...document.querySelectorAll(`[data-testid="${id}"] tbody tr`)].map((row) => [
          row.querySelector('th, td')?.textContent?.trim() ?? '',
          ...[...row.querySelectorAll('td')].map((cell) => cell.textContent?.trim() ?? ''),
        ]),
      table,
    );
  const number = (text: string | undefined) =>
    /^[\d,]+$/.test(text ?? '') ? Number(text?.replace(',', '')) : null;

  await open('#/', '[data-testid="day-table"]');
  await page.locator('[data-testid="day-table"] tbody tr').first().waitFor();
  const hours = await cells('day-table');
  expect(hours.length).toBeGreaterThan(7);
  for (const [name = '', ...rest] of hours) {
    const figures = rest.filter((text) => text !== name);
    const counted = hourly.get(name.slice(0, 5));
    expect([name, number(figures[0]), number(figures[1])]).toEqual([
      name,
      counted?.in ?? null,
      counted?.out ?? null,
    ]);
  }

  await open('#/history', '[data-testid="history-table"] tbody tr');
  const periods = (await cells('history-table')).filter(
    ([, first]) => number(first) !== null || number(first) === 0,
  );
  expect(periods.length).toBeGreaterThan(6);
  for (const [name = '', ...rest] of periods) {
    const counted = hourly.get(/\d\d:\d\d/.exec(name)?.[0] ?? '');
    const figures = rest
      .filter((text) => text !== name)
      .slice(0, 4)
      .map(number);
    expect([name, ...figures]).toEqual([name, ...directions.map((each) => counted?.[each] ?? null)]);
  }
});

it('every hour of the week map', async () => {
  const [site] = await api<SiteSummary[]>('/sites');
  const from = localDate(Date.now() - 55 * 86_400_000);
  const map = await rpc<WeekMapCell[]>(app, 'insights.weekMap', { site: site?.id, from, to: today.to });
  await open('#/history', '[data-testid="week-map"] td');
  const seen = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-testid="week-map"] td[data-value]')]
        .map((cell) => cell.dataset['value'] ?? '')
        .filter((value) => value !== ''),
    );
  // The map has a row for each weekday, and in it the hours in their order.
  const shownHours = map
    .filter(({ mean }) => mean !== null)
    .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
  const told = shownHours.map(({ mean }) => String(mean));
  expect(told.length).toBeGreaterThan(6);
  await expect.poll(seen, { timeout: 20_000 }).toEqual(told);
});
