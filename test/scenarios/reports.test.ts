import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { History, TillReport } from '#shared/domain';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { picture } from '../support/pictures';
import type { HeadlessApp } from '../support/headless';
import { fillPrintedShop, type PrintedShop } from '../support/printed-shop';
import { rpc } from '../support/rpc';

/** Reports as the owner uses them in a browser; what comes out is held against the API. */

let app: HeadlessApp;
let browser: Browser;
let page: Page;
let shop: PrintedShop;
let dataFolder: string;
let close: () => Promise<void>;
const complaints: string[] = [];

const byId = (id: string) => page.getByTestId(id);
const ask = <T>(method: string, params: object = {}) => rpc<T>(app, method, params);
const dayMs = 86_400_000;
const daysLater = (date: string, days: number) =>
  new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);

async function downloaded(click: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  const file: Download = download;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

beforeAll(async () => {
  ({ app, browser, dataFolder, close } = await startInBrowser(['--time-zone', 'UTC']));
  shop = await fillPrintedShop(app);
  page = await openPage(browser, complaints);
  await page.goto(app.dashboardUrl);
  await byId('nav-reports').click();
  // Four days that are over, all of them recorded.
  await byId('range-custom').check({ force: true });
  await byId('range-from').fill(daysLater(shop.month.from, 4));
  await byId('range-to').fill(daysLater(shop.month.from, 7));
});
afterAll(() => close());

describe('files', () => {
  it('says beforehand what a file will be, and makes that one', async () => {
    await byId('format-plain').check();
    expect(await byId('file-by').inputValue()).toBe('hour');
    await byId('file-by').selectOption('day');
    const plan = byId('export-plan').filter({ hasText: '_day.csv' });
    await plan.waitFor();
    const announced = (await plan.textContent()) ?? '';
    const { name, text } = await downloaded(() => byId('export-file').click());
    expect(announced).toContain(name);
    await byId('export-outcome').getByText(name).waitFor();
    const rows = parse<Record<string, string>>(text, { columns: true });
    const range = { from: daysLater(shop.month.from, 4), to: daysLater(shop.month.from, 8) };
    const history = await ask<History>('history.query', { site: shop.site.id, ...range, by: 'day' });
    expect(rows.map((row) => Number(row['in']))).toEqual(history.rows.map((row) => row.in));
    expect(announced).toContain(`about ${String(rows.length)} rows`);
  });

  it('takes the cameras that are ticked, by keyboard as well', async () => {
    const [first, second] = ['2010010000001234', '2010010000001235'];
    const range = { from: daysLater(shop.month.from, 4), to: daysLater(shop.month.from, 8) };
    const { rows: expected } = await ask<History>('history.query', {
      ...range,
      by: 'day',
      cameras: [second],
    });
    await byId(`file-camera-${first}`).focus();
    await page.keyboard.press('Space');
    await byId('export-plan')
      .getByText(`about ${String(expected.length)} rows`)
      .waitFor();
    const all = byId('file-camera-all');
    expect(await all.evaluate((box: HTMLInputElement) => [box.checked, box.indeterminate])).toEqual([
      false,
      true,
    ]);
    const { text } = await downloaded(() => byId('export-file').click());
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(rows.map((row) => [row['serial'], Number(row['in'])])).toEqual(
      expected.map((row) => [second, row.in]),
    );
    await byId(`file-camera-${second}`).uncheck();
    await page.getByText('Choose at least one camera.').waitFor();
    expect(await byId('export-file').isDisabled()).toBe(true);
    expect(await barriersOf(page)).toEqual([]);
    await all.check();
    expect(await byId(`file-camera-${first}`).isChecked()).toBe(true);
  });

  it('gives out single events, and says what they are and how long they are kept', async () => {
    await byId('file-by').selectOption('raw');
    await byId('export-plan').filter({ hasText: '_raw.csv' }).waitFor();
    const help = byId('file-raw-help');
    await help.getByText('Single events are kept for 31 days.').waitFor();
    await help.getByText('The oldest one there is').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    const { name, text } = await downloaded(() => byId('export-file').click());
    expect(name).toMatch(/_raw\.csv$/);
    const rows = parse<Record<string, string>>(text, { columns: true });
    expect(new Set(rows.map((row) => row['serial'])).size).toBe(2);
  });

  it('makes the workbook that Excel opens', async () => {
    await byId('format-xlsx').check();
    await byId('export-plan').filter({ hasText: '.xlsx' }).waitFor();
    const { name, text } = await downloaded(() => byId('export-file').click());
    expect(name).toMatch(/\.xlsx$/);
    // A workbook is a ZIP archive.
    expect(text.slice(0, 2)).toBe('PK');
  });

  it('asks before it gives out single people or everything, and says what is in the file', async () => {
    await byId('export-persons').click();
    const dialog = page.getByRole('dialog', { name: 'Export person by person?' });
    await dialog.getByText('It holds no names and no pictures.').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await picture(page, 'reports-persons');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await byId('export-archive').click();
    await page.getByRole('dialog', { name: 'Export everything?' }).waitFor();
    const { name, text } = await downloaded(() => byId('export-confirm').click());
    expect(name).toMatch(/^foyer-archive-.*\.ndjson$/);
    const types = new Set(
      text
        .trimEnd()
        .split('\n')
        .map((line) => (JSON.parse(line) as { type: string }).type),
    );
    expect([...types]).toEqual(expect.arrayContaining(['foyer', 'settings', 'camera']));
  });

  it('leads to one page of the same days', async () => {
    await byId('open-page').click();
    await byId('sheet').waitFor();
    expect(await byId('sheet-period').textContent()).toContain('5 – 8');
    await byId('print-back').click();
    await byId('export-file').waitFor();
  });
});

describe('till notebook', () => {
  const day = () => daysLater(shop.month.from, 4);
  const report = () =>
    ask<TillReport>('reports.till', { site: shop.site.id, from: day(), to: daysLater(day(), 4) });

  beforeAll(async () => {
    await byId('range-custom').check({ force: true });
    await byId('range-from').fill(day());
    await byId('range-to').fill(daysLater(day(), 3));
  });

  it('takes sales and takings where they are typed, and tells what they make', async () => {
    await byId('till-currency').selectOption('EUR');
    const row = byId(`till-${day()}`);
    await expect.poll(() => row.getByTestId('till-takings').isEnabled()).toBe(true);
    await row.getByTestId('till-sales').fill('lots');
    await row.getByTestId('till-sales').press('Enter');
    await row.getByText('A whole number, please.').waitFor();
    await row.getByTestId('till-sales').fill('66');
    await row.getByTestId('till-takings').fill('1,234.50');
    await row.getByTestId('till-takings').press('Enter');
    await expect.poll(async () => (await report()).rows[0]?.takings).toBe(123_450);
    const { total } = await report();
    expect(total?.conversion).toMatchObject({ numerator: 66, days: 1 });
    const shown = new Intl.NumberFormat('en-GB', { style: 'percent', maximumFractionDigits: 1 });
    await byId('total-conversion')
      .getByText(shown.format(total?.conversion?.rate ?? 0))
      .waitFor();
    expect(await barriersOf(page)).toEqual([]);
  });

  it('shows what it understood of a pasted list, takes it over, and takes it back', async () => {
    await byId('till-paste').click();
    const lines = [1, 2, 3].map((n) => `${daysLater(day(), n)};${String(40 + n)};${String(500 + n)},25`);
    await byId('till-text').fill(['Date;Sales;Takings', ...lines, 'Total;;'].join('\n'));
    await expect.poll(() => byId('till-preview').locator('tbody tr').count()).toBe(3);
    await byId('till-preview').getByText('€501.25').waitFor();
    await byId('till-problems').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await picture(page, 'reports-paste');
    await byId('till-take').click();
    await byId('till-taken').waitFor();
    expect((await report()).rows.map(({ transactions }) => transactions)).toEqual([66, 41, 42, 43]);
    await picture(page, 'reports-till', { fullPage: true });
    await byId('till-undo').click();
    await page.getByText('The till notebook is as it was before.').waitFor();
    expect((await report()).rows.map(({ transactions }) => transactions)).toEqual([66, null, null, null]);
  });
});

describe('in History', () => {
  const day = () => daysLater(shop.month.from, 4);

  beforeAll(async () => {
    await byId('nav-history').click();
    await byId('history-total-in').waitFor();
    await byId('range-custom').check({ force: true });
    await byId('range-from').fill(day());
    await byId('range-to').fill(daysLater(day(), 3));
  });
  afterAll(async () => {
    await byId('nav-reports').click();
    await byId('schedule-folder').waitFor();
  });

  it('stands what the till says of these days', async () => {
    const range = { site: shop.site.id, from: day(), to: daysLater(day(), 4) };
    const { total } = await ask<TillReport>('reports.till', range);
    expect(total?.conversion?.numerator).toBe(66);
    const all = (total?.conversion?.denominator ?? 0).toLocaleString('en-GB');
    await byId('history-conversion').waitFor();
    await page.getByText(`66 sales ÷ ${all} visitors`).waitFor();
  });

  it('explains its totals: each camera, and what they add up to', async () => {
    const range = { site: shop.site.id, from: day(), to: daysLater(day(), 4), by: 'day' };
    const { rows } = await ask<History>('history.query', range);
    const shown = String(rows.reduce((sum, row) => sum + (row.in ?? 0), 0));
    // Of the ranges that were chosen one after the other it is to be the last.
    await page.locator(`[data-testid="history-total-in"][data-value="${shown}"]`).waitFor();
    await byId('explain-in').first().click();
    const total = byId('history-explained-total');
    await expect.poll(() => total.getAttribute('data-value')).toBe(shown);
    const cells = byId('explanation').locator('tbody td [data-value]');
    const values = await cells.evaluateAll((all) =>
      all.map((cell) => Number(cell.getAttribute('data-value'))),
    );
    expect(values).toHaveLength(2);
    expect(values.reduce((sum, value) => sum + value, 0)).toBe(Number(shown));
    expect(await barriersOf(page)).toEqual([]);
    await picture(page, 'history-facts');
    await page.keyboard.press('Escape');
    await byId('explain-turnBackRate').click();
    await byId('history-formula').waitFor();
    await page.keyboard.press('Escape');
  });

  it('makes the same file as Reports', async () => {
    await byId('export-preset').selectOption('plain');
    const { name, text } = await downloaded(() => byId('export-csv').click());
    await byId('export-outcome').getByText(name).waitFor();
    expect(parse<Record<string, string>>(text, { columns: true })).toHaveLength(8);
  });
});

describe('files by themselves', () => {
  it('says what is wrong with a folder', async () => {
    await byId('schedule-folder').fill(join(dataFolder, 'nowhere'));
    await byId('save-folder').click();
    await byId('schedule-error').waitFor();
  });

  it('writes what was asked for into the folder, and shows what became of it', async () => {
    const folder = await mkdtemp(join(dataFolder, 'reports-'));
    await byId('schedule-folder').fill(folder);
    await byId('save-folder').click();
    await byId('schedule-error').waitFor({ state: 'detached' });
    await byId('schedule-day-csv').check();
    await expect.poll(() => byId('schedule-now').isEnabled()).toBe(true);
    await byId('schedule-now').click();
    const outcome = byId('schedule-outcome').first();
    await outcome.waitFor();
    const [name = ''] = await readdir(folder);
    expect(name).toMatch(/\.csv$/);
    await outcome.getByText(name).waitFor();
    // There is no window to print from here.
    expect(await byId('schedule-day-pdf').isDisabled()).toBe(true);
    expect(await barriersOf(page)).toEqual([]);
  });
});

it('has nothing to say on the console', () => {
  // The refused folder above; a browser tells of every answer that is none.
  expect(complaints.filter((text) => !text.includes('status of 4'))).toEqual([]);
});
