import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Correction, SiteSummary } from '#shared/domain';
import { startInBrowser } from '../support/app-in-browser';
import type { HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { testCamera, zoneWhereItIs } from '../support/test-camera';

/** What is changed by hand somewhere else is on every page that is open, without a reload. */

const hourMs = 3_600_000;
const sn = '2010010000001234';
let app: HeadlessApp;
let browser: Browser;
let today: Page;
let history: Page;
let site: SiteSummary;
let close: () => Promise<void>;
/** The end of the hour that was reported. */
let endMs: number;

const change = <T>(method: string, params: object) => rpc<T>(app, method, params);
const total = (value: number) =>
  history.locator(`[data-testid="history-total-in"][data-value="${String(value)}"]`).waitFor();

beforeAll(async () => {
  const nowMs = Date.now();
  ({ app, browser, close } = await startInBrowser(['--time-zone', zoneWhereItIs(17, nowMs)]));
  const camera = testCamera(app, sn);
  await camera.heartbeat();
  endMs = Math.floor(nowMs / hourMs) * hourMs;
  const counts = { in: 40, out: 38, passby: 160, turnback: 2 };
  await camera.report(counts, { startMs: endMs - hourMs, endMs });
  [site] = (await change<SiteSummary[]>('sites.list', {})) as [SiteSummary];
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 860 } });
  [today, history] = [await context.newPage(), await context.newPage()];
  for (const page of [today, history]) await page.goto(app.dashboardUrl);
  await history.getByTestId('nav-history').click();
  await total(40);
  await today.getByTestId('day-note').waitFor();
});
afterAll(() => close());

it('a note', async () => {
  await change('notes.put', { site: site.id, date: site.date, text: 'Street market' });
  await today.getByTestId('note-text').getByText('Street market').waitFor();
  await history.getByText('Street market').first().waitFor();
});

it('what the till took', async () => {
  await change('till.setCurrency', { site: site.id, currency: 'EUR' });
  await change('till.put', { site: site.id, date: site.date, transactions: 10, takings: 20_000 });
  await today.getByTestId('till-words').waitFor();
  await expect.poll(() => history.getByTestId('history-conversion').textContent()).toBe('25%');
  await change('till.put', { site: site.id, date: site.date, transactions: 20, takings: 20_000 });
  await expect.poll(() => history.getByTestId('history-conversion').textContent()).toBe('50%');
});

it('a correction, and that it is taken back', async () => {
  const window = {
    from: new Date(endMs - hourMs).toISOString(),
    to: new Date(endMs).toISOString(),
  };
  const said = { camera: sn, ...window, in: 25, why: 'A delivery went in and out' };
  const { id } = await change<Correction>('corrections.put', said);
  await total(25);
  await history.getByText('A delivery went in and out').first().waitFor();
  await change('corrections.remove', { id });
  await total(40);
});

it('whose camera it is', async () => {
  await change('cameras.update', { sn, role: 'inner' });
  await history.locator('[data-testid="history-total-in"][data-value=""]').waitFor();
});

it('a screen that is come back to shows what is so now', async () => {
  await history.getByTestId('nav-today').click();
  await history.getByTestId('day-note').waitFor();
  await change('cameras.update', { sn, role: 'entrance' });
  await history.getByTestId('nav-history').click();
  await total(40);
});
