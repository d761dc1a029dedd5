import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison, DayNote, History, Settings, SiteSummary } from '#shared/domain';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { fillShop } from '../support/filled-shop';
import type { HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { testCamera, zoneWhereItIs } from '../support/test-camera';

/** History and Settings as the owner uses them; figures are held against the API's. */

const dayMs = 86_400_000;
const hourMs = 3_600_000;
let app: HeadlessApp;
let browser: Browser;
let page: Page;
let close: () => Promise<void>;
const complaints: string[] = [];

const byId = (id: string) => page.getByTestId(id);
const shown = (id: string, value: number | null) =>
  page.locator(`[data-testid="${id}"][data-value="${String(value ?? '')}"]`);

const ask = <T>(method: string, params: object = {}) => rpc<T>(app, method, params);

async function siteNow(): Promise<SiteSummary> {
  const [site] = await ask<SiteSummary[]>('sites.list');
  if (!site) throw new Error('There is no site');
  return site;
}
const save = async () => {
  await byId('save-settings').click();
  await byId('save-outcome')
    .filter({ hasText: /^\s*Saved\s*$/ })
    .waitFor();
};

beforeAll(async () => {
  const nowMs = Date.now();
  ({ app, browser, close } = await startInBrowser(['--time-zone', zoneWhereItIs(17, nowMs)]));
  await fillShop(app);
  const fiveMs = Math.floor(nowMs / hourMs) * hourMs;
  const camera = testCamera(app, '2010010000001234');
  for (const daysAgo of [1, 7]) {
    for (const hour of [2, 3, 4]) {
      const endMs = fiveMs - daysAgo * dayMs - hour * hourMs;
      const counts = { in: 10 * hour, out: 9 * hour, passby: 70, turnback: 2 };
      await camera.report(counts, { startMs: endMs - hourMs, endMs });
    }
  }
  page = await openPage(browser, complaints);
  await page.goto(app.dashboardUrl);
});
afterAll(() => close());

describe('Settings', () => {
  beforeAll(() => byId('nav-settings').click());

  it('takes opening hours, and says what is wrong with them', async () => {
    await byId('hours-set').check();
    const monday = byId('hours-1');
    await monday.getByRole('button', { name: 'Monday: add hours' }).click();
    const [, secondStart] = await monday.getByLabel('Monday, opens at').all();
    if (!secondStart) throw new Error('There is no second stretch');
    expect(await secondStart.evaluate((input) => input === document.activeElement)).toBe(true);
    await secondStart.fill('17:00');
    await monday.getByLabel('Monday, closes at').nth(1).fill('20:30');
    await byId('save-settings').click();
    await monday.getByText('These hours overlap.').waitFor();
    expect((await siteNow()).openingHours).toBeNull();
    expect(await barriersOf(page)).toEqual([]);

    await monday.getByLabel('Monday, closes at').first().fill('13:00');
    await byId('add-special-day').click();
    await page.getByLabel('Occasion, if you like').fill('Anniversary');
    await save();
    const hours = (await siteNow()).openingHours;
    expect(hours?.weekly[0]).toEqual([
      { from: '09:00', to: '13:00' },
      { from: '17:00', to: '20:30' },
    ]);
    expect(hours?.weekly[6]).toEqual([]);
    expect(hours?.exceptions).toMatchObject([{ label: 'Anniversary', intervals: [] }]);
  });

  it('uses one day’s hours for all open days', async () => {
    await page.getByRole('button', { name: 'Use the hours of Monday for every open day' }).click();
    await save();
    const weekly = (await siteNow()).openingHours?.weekly ?? [];
    expect(weekly.map((day) => day.length)).toEqual([2, 2, 2, 2, 2, 2, 0]);
  });

  it('keeps the numbers that cameras are counted by, within their bounds', async () => {
    await byId('retention-input').fill('400');
    await byId('save-settings').click();
    await page.getByText('From 1 to 90 days.').waitFor();
    expect(await byId('retention-input').evaluate((input) => input === document.activeElement)).toBe(true);
    await byId('retention-input').fill('60');
    await byId('day-start').selectOption('3');
    await save();
    expect(await ask<Settings>('settings.get')).toMatchObject({ rawRetentionDays: 60 });
    expect((await siteNow()).dayStartHour).toBe(3);
  });

  it('does not lose changes on the way out', async () => {
    const { name } = await siteNow();
    await byId('site-name-input').fill('Something else');
    await byId('nav-today').click();
    await byId('leave-stay').click();
    expect(await byId('site-name-input').inputValue()).toBe('Something else');
    await byId('nav-today').click();
    await byId('leave-discard').click();
    await byId('site-in').waitFor();
    expect((await siteNow()).name).toBe(name);
  });

  it('speaks another language at once, and still after a new visit', async () => {
    await byId('nav-settings').click();
    await byId('language').selectOption('de');
    await page.getByRole('heading', { name: 'Einstellungen', level: 1 }).waitFor();
    expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      'de',
      'Einstellungen – Foyer',
    ]);
    await page.reload();
    await page.getByRole('heading', { name: 'Einstellungen', level: 1 }).waitFor();
    await byId('language').selectOption('auto');
    await page.getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });
});

describe('History', () => {
  const sum = (rows: History['rows']) => rows.reduce((total, row) => total + (row.in ?? 0), 0);

  beforeAll(async () => {
    // The same hours every day, so that the test does not depend on the weekday.
    const hours = [{ from: '11:00', to: '15:00' }];
    const openingHours = { weekly: Array.from({ length: 7 }, () => hours), exceptions: [] };
    await ask('sites.update', { id: (await siteNow()).id, openingHours });
    await page.reload();
    await byId('nav-history').click();
  });

  it.each(['all', 'open', 'closed'] as const)('counts the same as the API: %s hours', async (hours) => {
    await byId('history-hours').selectOption(hours);
    const { id, date } = await siteNow();
    const to = new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);
    const { rows } = await ask<History>('history.query', { site: id, from: date, to, by: 'hour', hours });
    expect(sum(rows)).toBeGreaterThan(0);
    await shown('history-total-in', sum(rows)).waitFor();
  });

  it('steps from day to day', async () => {
    await byId('history-hours').selectOption('all');
    const today = await byId('range-name').textContent();
    await byId('range-earlier').click();
    await shown('history-total-in', 90).waitFor();
    expect(await byId('range-yesterday').isChecked()).toBe(true);
    await byId('range-earlier').click();
    expect(await byId('range-custom').isChecked()).toBe(true);
    await byId('range-later').click();
    await byId('range-later').click();
    expect(await byId('range-name').textContent()).toBe(today);
    expect(await byId('range-later').isDisabled()).toBe(true);
  });

  it('compares with the week before as the API does', async () => {
    const { id, date } = await siteNow();
    const to = new Date(Date.parse(date) + dayMs).toISOString().slice(0, 10);
    const { now, before, comparedHours } = await ask<Comparison>('insights.compare', {
      site: id,
      from: date,
      to,
    });
    expect(comparedHours).toBeGreaterThan(0);
    await shown('compare-now-in', now.in).waitFor();
    await shown('compare-before-in', before.in).waitFor();
  });

  it('keeps notes on days', async () => {
    await byId('range-last7').check({ force: true });
    await byId('add-note').click();
    await byId('note-text').fill('Street fair');
    expect(await barriersOf(page)).toEqual([]);
    await byId('note-save').click();
    const { date } = await siteNow();
    await byId(`note-${date}`).getByText('Street fair').waitFor();
    await byId('history-table').getByText('Street fair').waitFor();
    expect(await ask<DayNote[]>('notes.list', { from: date, to: '9999-12-31' })).toMatchObject([
      { date, text: 'Street fair' },
    ]);
    await byId(`note-${date}`).getByRole('button').click();
    await byId('note-text').fill('');
    await byId('note-save').click();
    await byId(`note-${date}`).waitFor({ state: 'detached' });
  });

  it('sorts the table, by keyboard too', async () => {
    const figures = async () => {
      const cells = await byId('history-table').locator('tbody tr td:nth-of-type(1)').allTextContents();
      return cells.map(Number).filter(Number.isFinite);
    };
    await byId('sort-in').focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await figures())[0]).toBe(Math.max(...(await figures())));
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await figures())[0]).toBe(Math.min(...(await figures())));
  });

  it('maps the week in numbers, not in colours alone', async () => {
    const cells = byId('week-map').locator('tbody td');
    const values = await cells.evaluateAll((all) =>
      all.map((cell) => [cell.getAttribute('data-value'), cell.textContent?.trim()]),
    );
    expect(values.some(([value]) => Number(value) > 0)).toBe(true);
    for (const [value, text] of values) expect(text === '–').toBe(value === '');
    expect(await barriersOf(page)).toEqual([]);
  });

  it('has nothing to say on the console', () => {
    expect(complaints).toEqual([]);
  });
});
