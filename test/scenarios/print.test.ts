import { writeFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DayNote, History } from '#shared/domain';
import { startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { pathOf, picture } from '../support/pictures';
import type { HeadlessApp } from '../support/headless';
import { pdfPages } from '../support/pdf';
import { fillPrintedShop, type PrintedShop } from '../support/printed-shop';
import { rpc } from '../support/rpc';

/** The page on the wall: one sheet, nothing cut, the figures of the API. */

const dayMs = 86_400_000;
const kinds = ['day', 'week', 'month'] as const;
type Kind = (typeof kinds)[number];
const locales = ['en-GB', 'es-ES', 'de-DE', 'fr-FR', 'pt-BR', 'zh-CN'];
let app: HeadlessApp;
let browser: Browser;
let close: () => Promise<void>;
let shop: PrintedShop;

beforeAll(async () => {
  ({ app, browser, close } = await startInBrowser(['--time-zone', 'UTC']));
  shop = await fillPrintedShop(app);
});
afterAll(() => close());

/** The last days of the month, so that the third and the tenth are on the page of the month only. */
function rangeOf(kind: Kind): { from: string; to: string } {
  const { from, to } = shop.month;
  const date = (days: number) => new Date(Date.parse(from) + days * dayMs).toISOString().slice(0, 10);
  if (kind === 'month') return { from, to };
  return kind === 'week' ? { from: date(7), to: date(14) } : { from: date(2), to: date(3) };
}

const dateAfter = (date: string, days: number) =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

async function openSheet(page: Page, kind: Kind): Promise<void> {
  const query = new URLSearchParams({ site: shop.site.id, kind, ...rangeOf(kind) });
  // Anew each time: a page that is printed is opened for it.
  await page.goto('about:blank');
  await page.goto(`${app.dashboardUrl.replace(/\?.*/, '')}#/print?${query.toString()}`);
  await page.getByTestId('sheet').waitFor();
}

/** Texts that are wider or higher than their box, and whether the sheet holds all that is on it. */
function cutOff(page: Page): Promise<string[]> {
  return page.getByTestId('sheet').evaluate((sheet) => {
    const found: string[] = [];
    if (sheet.scrollHeight > sheet.clientHeight) {
      found.push(`The sheet needs ${String(sheet.scrollHeight)} of ${String(sheet.clientHeight)} pixels`);
    }
    for (const element of sheet.querySelectorAll<HTMLElement>('*')) {
      const hasOwnText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      if (!hasOwnText || element.clientWidth === 0) continue;
      if (element.scrollWidth > element.clientWidth + 1)
        found.push(`${element.tagName}: ${element.textContent}`);
    }
    return found;
  });
}

it.each(locales)('is not cut off in %s', async (locale) => {
  const context = await browser.newContext({ locale });
  const page = await context.newPage();
  await page.goto(app.dashboardUrl);
  for (const kind of kinds) {
    await openSheet(page, kind);
    expect(await cutOff(page), kind).toEqual([]);
  }
  await context.close();
});

it.each(kinds)('prints a %s on one page of either paper', async (kind) => {
  // The longest words.
  const context = await browser.newContext({ locale: 'de-DE' });
  const page = await context.newPage();
  await page.goto(app.dashboardUrl);
  await openSheet(page, kind);
  for (const format of ['A4', 'Letter']) {
    const pdf = await page.pdf({ format, printBackground: true });
    await writeFile(pathOf(`print/${kind}-${format}.pdf`), pdf);
    expect(pdfPages(pdf), format).toBe(1);
  }
  await context.close();
});

it.each([1, 7])('has %i long notes of a week in full, and its chart in what is left', async (count) => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(app.dashboardUrl);
  const { from } = rangeOf('week');
  const days = Array.from({ length: 7 }, (_, day) => dateAfter(from, day));
  const before = await rpc<DayNote[]>(app, 'notes.list', {
    site: shop.site.id,
    from,
    to: dateAfter(from, 7),
  });
  const put = (date: string, text: string) => rpc(app, 'notes.put', { site: shop.site.id, date, text });
  for (const [day, date] of days.entries()) {
    const { text = '' } = before.find((note) => note.date === date) ?? {};
    await put(date, day < count ? `${text} ${text}`.slice(0, 250) : '');
  }
  await openSheet(page, 'week');
  const cut = page.getByTestId('sheet-notes').locator('p');
  const missing = await cut.evaluateAll((all) =>
    all.filter((each) => each.scrollHeight > each.clientHeight + 1).map((each) => each.textContent),
  );
  expect(missing).toEqual([]);
  expect(await cut.count()).toBe(count);
  expect(await cutOff(page)).toEqual([]);
  const room = await page
    .getByTestId('sheet')
    .locator('canvas')
    .evaluate((canvas) => {
      const [inside, outside] = [canvas, canvas.parentElement].map((each) => each?.clientHeight ?? 0);
      return { inside, outside };
    });
  expect(room.inside).toBe(room.outside);
  for (const { date, text } of before) await put(date, text);
  await context.close();
});

it('prints what the API says', async () => {
  const context = await browser.newContext({ locale: 'en-GB' });
  const page = await context.newPage();
  await page.goto(app.dashboardUrl);
  await openSheet(page, 'month');
  const { rows } = await rpc<History>(app, 'history.query', {
    site: shop.site.id,
    ...shop.month,
    by: 'day',
    hours: 'open',
  });
  const cells = page.getByTestId('sheet-table').locator('tbody td:nth-of-type(1)');
  const printed = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('data-value')));
  const sums = new Map<string, number | null>();
  for (const { start, in: entered } of rows) {
    const before = sums.get(start) ?? null;
    sums.set(start, entered === null ? before : (before ?? 0) + entered);
  }
  expect(printed).toHaveLength(31);
  // The day of which nothing is known is on paper, too, and is not a zero.
  expect(printed.filter((text) => text !== '')).toEqual([...sums.values()].map(String));
  expect(printed[9]).toBe('');
  const total = [...sums.values()].reduce<number>((sum, each) => sum + (each ?? 0), 0);
  expect(await page.getByTestId('sheet-in').textContent()).toBe(total.toLocaleString('en-GB'));
  await context.close();
});

it.each(['light', 'dark'] as const)('is paper on a %s screen, wide and narrow', async (colorScheme) => {
  const context = await browser.newContext({ locale: 'en-GB', colorScheme });
  const page = await context.newPage();
  await page.goto(app.dashboardUrl);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 860 });
    await openSheet(page, 'week');
    await picture(page, `print-${colorScheme}-${String(width)}`, { fullPage: true });
    expect(await barriersOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  await context.close();
});
