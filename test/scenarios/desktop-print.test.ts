import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SiteSummary } from '#shared/domain';
import { zoneWhereItIs } from '../support/test-camera';
import { pdfPages } from '../support/pdf';
import { launchStandIn, type StandInDesktop } from '../stand-in/stand-in-desktop';

/** Paper and PDF from the desktop app: through the system's dialogs, from a window that nobody sees. */

let dataFolder: string;
let desktop: StandInDesktop;
let page: Page;
let site: SiteSummary;

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
}

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'foyer-print-'));
  const args = ['--port', '0', '--dashboard-port', '0', '--time-zone', zoneWhereItIs(12)];
  desktop = await launchStandIn({ dataFolder, args });
  page = await desktop.window();
  const sites = await page.evaluate(() => window.foyer.call('sites.list', {}));
  if (!sites.ok || !sites.result[0]) throw new Error('There is no site');
  site = sites.result[0];
});
afterAll(async () => {
  await desktop.close();
  await rm(dataFolder, { recursive: true, force: true });
});

it('prints the page that is shown', async () => {
  await page.evaluate((to) => (location.hash = to), `#/print?site=${site.id}&kind=day&from=${site.date}`);
  await page.getByTestId('sheet').waitFor();
  await page.getByTestId('print').click();
  await expect.poll(() => desktop.noted('print')).toMatchObject({ margins: { marginType: 'none' } });
});

it('saves one page as PDF, from a window that is gone afterwards', async () => {
  const path = join(dataFolder, 'today.pdf');
  await desktop.answerSaveDialog(null);
  await page.getByTestId('save-pdf').click();
  await desktop.answerSaveDialog(path);
  await expect.poll(() => page.getByTestId('save-pdf').isEnabled()).toBe(true);
  await page.getByTestId('save-pdf').click();
  await page.getByText(path).waitFor();
  expect(pdfPages(await readFile(path))).toBe(1);
  await expect.poll(() => desktop.openWindows()).toBe(1);

  await page.evaluate((shown) => window.foyer.showInFolder?.(shown), path);
  await expect.poll(() => desktop.noted('showItemInFolder')).toBe(path);
  // Only what the owner chose a place for.
  await page.evaluate(() => window.foyer.showInFolder?.('/etc/passwd'));
  expect(desktop.noted('showItemInFolder')).toBe(path);
});

it('exports from Reports to where the owner says, and shows it there', async () => {
  const path = join(dataFolder, 'figures.xlsx');
  await page.evaluate(() => (location.hash = '#/reports'));
  await desktop.answerSaveDialog(null);
  await page.getByTestId('export-file').click();
  await page.getByText('Called off. There is no file.').waitFor();
  await desktop.answerSaveDialog(path);
  await page.getByTestId('export-file').click();
  await page.getByTestId('export-outcome').getByText(path).waitFor();
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK');
  await page.getByTestId('show-in-folder').click();
  await expect.poll(() => desktop.noted('showItemInFolder')).toBe(path);
});

it('says at once when there is nothing to print', async () => {
  await desktop.answerSaveDialog(join(dataFolder, 'nothing.pdf'));
  const request = { site: 'gone', kind: 'day', from: site.date, to: nextDay(site.date) } as const;
  const outcome = await page.evaluate((wanted) => window.foyer.savePdf?.(wanted), request);
  expect(outcome).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  expect(await readdir(dataFolder)).not.toContain('nothing.pdf');
});

it('writes the page that a schedule asks for, and asks for a folder', async () => {
  await desktop.answerOpenDialog(null);
  expect(await page.evaluate(() => window.foyer.chooseFolder?.())).toEqual({ ok: true, result: null });
  const folder = await mkdtemp(join(dataFolder, 'reports-'));
  await desktop.answerOpenDialog(folder);
  expect(await page.evaluate(() => window.foyer.chooseFolder?.())).toEqual({ ok: true, result: folder });
  const update = { folder, formats: { day: ['pdf' as const] } };
  expect(await page.evaluate((wanted) => window.foyer.call('schedule.update', wanted), update)).toMatchObject(
    {
      ok: true,
      result: { unavailable: [] },
    },
  );
  expect(await page.evaluate(() => window.foyer.call('schedule.runNow', {}))).toMatchObject({
    ok: true,
    result: [{ format: 'pdf', outcome: 'written' }],
  });
  const [name = ''] = await readdir(folder);
  expect(pdfPages(await readFile(join(folder, name)))).toBe(1);
});
