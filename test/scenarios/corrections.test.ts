import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Correction, History } from '#shared/domain';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import type { HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { testCamera, zoneWhereItIs } from '../support/test-camera';

/** A day that was miscounted, from saying so to taking it back. */

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const sn = '2010010000001234';
let app: HeadlessApp;
let browser: Browser;
let page: Page;
let close: () => Promise<void>;
let yesterday: string;
let today: string;
const complaints: string[] = [];

const byId = (id: string) => page.getByTestId(id);
const ask = <T>(method: string, params: object = {}) => rpc<T>(app, method, params);
const range = () => ({ from: yesterday, to: today });
const total = (value: number) =>
  page.locator(`[data-testid="history-total-in"][data-value="${String(value)}"]`).waitFor();
const rowOfDay = async () =>
  (await ask<History>('history.query', { ...range(), by: 'day', cameras: [sn] })).rows[0];

beforeAll(async () => {
  const nowMs = Date.now();
  ({ app, browser, close } = await startInBrowser(['--time-zone', zoneWhereItIs(17, nowMs)]));
  const fiveMs = Math.floor(nowMs / hourMs) * hourMs;
  const camera = testCamera(app, sn);
  await camera.heartbeat();
  for (const hour of [2, 3, 4]) {
    const endMs = fiveMs - dayMs - hour * hourMs;
    await camera.report(
      { in: 10 * hour, out: 9 * hour, passby: 70, turnback: 2 },
      { startMs: endMs - hourMs, endMs },
    );
  }
  const [site] = await ask<{ date: string }[]>('sites.list');
  today = site?.date ?? '';
  yesterday = new Date(Date.parse(today) - dayMs).toISOString().slice(0, 10);
  page = await openPage(browser, complaints);
  await page.goto(app.dashboardUrl);
  await byId('nav-history').click();
  await byId('range-yesterday').check({ force: true });
  await total(90);
});
afterAll(() => close());

it('asks for the figures and the reason, with what was counted beside them', async () => {
  await byId('correct-day').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Counted: 90').waitFor();
  expect(await byId('correction-date').inputValue()).toBe(yesterday);
  await byId('correction-save').click();
  await dialog.getByText('Write at least one number.').waitFor();
  await byId('correction-in').fill('a few');
  await byId('correction-save').click();
  await dialog.getByText('Write whole numbers, or leave the field empty.').waitFor();
  await byId('correction-in').fill('200');
  await byId('correction-save').click();
  await dialog.getByText('Write down the reason.').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  await byId('correction-why').fill('The camera was covered until noon');
  await byId('correction-save').click();
  await dialog.waitFor({ state: 'detached' });
});

it('shows the corrected figures, marked, and the counted ones where asked', async () => {
  await total(200);
  expect(await rowOfDay()).toMatchObject({ in: 90, quality: 'edited', corrected: { in: 200, out: 81 } });
  const table = byId('history-table');
  // By the hour: the corrected hours are marked, and say what was counted.
  expect(await table.locator('tr.edited .mark').count()).toBeGreaterThan(0);
  await table.locator('tr[title*="Corrected by the owner. Counted: 40 in"]').waitFor();
  const choice = byId('corrections-choice');
  await choice.getByText('As counted', { exact: true }).click();
  await total(90);
  expect(await table.locator('.mark').count()).toBe(0);
  await choice.getByText('Without the owner’s corrections.').waitFor();
  await choice.getByText('With corrections', { exact: true }).click();
  await total(200);
  expect(await barriersOf(page)).toEqual([]);
});

it('says who said what, when and why, and takes it back', async () => {
  const [correction] = await ask<Correction[]>('corrections.list', range());
  const entry = byId(`correction-${String(correction?.id)}`);
  for (const text of ['200 instead of 90', 'The camera was covered until noon', 'Owner']) {
    await entry.getByText(text).first().waitFor();
  }
  await byId('take-back').click();
  await total(90);
  expect(await rowOfDay()).toMatchObject({ in: 90, corrected: null });
  await page.getByText('1 correction was taken back').click();
  await entry.getByText('taken back').waitFor();
  expect(await byId('corrections-choice').count()).toBe(0);
});

it('refuses a part of a day that is corrected already, in a sentence', async () => {
  const why = 'A school class';
  await ask('corrections.put', { camera: sn, ...range(), in: 5, why });
  await byId('correct-day').click();
  await byId('correction-part').check();
  await byId('correction-in').fill('7');
  await byId('correction-why').fill(why);
  await byId('correction-save').click();
  await page.getByRole('dialog').getByText('Part of this time is corrected already.').waitFor();
  await page.keyboard.press('Escape');
  // How the browser notes the refusal.
  expect(complaints).toEqual([expect.stringContaining('409 (Conflict)')]);
});
