import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Backup, SiteSummary } from '#shared/domain';
import { openPage } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { launchBrowser } from '../support/browser';
import { picture } from '../support/pictures';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { testCamera, zoneWhereItIs, type TestCamera } from '../support/test-camera';

/** Backups, and everything in one file, as the owner uses them; figures are held against the API's. */

const sn = '2010010000000000';
let app: HeadlessApp;
let browser: Browser;
let page: Page;
let camera: TestCamera;
const clean: (() => Promise<void>)[] = [];
const complaints: string[] = [];

const byId = (id: string) => page.getByTestId(id);
const visitors = async (of = app) => (await rpc<SiteSummary[]>(of, 'sites.list', {}))[0]?.today.in;
const shownToday = (value: number, on = page) =>
  on.locator(`[data-testid="site-in"][data-value="${String(value)}"]`).waitFor();
const counts = (entered: number) => ({ in: entered, out: 0, passby: 0, turnback: 0 });
const settings = () => byId('nav-settings').click();
const today = () => byId('nav-today').click();

async function start(): Promise<HeadlessApp> {
  const { folder, remove } = await temporaryFolder();
  const started = await startHeadless(folder, ['--time-zone', zoneWhereItIs(12)]);
  clean.push(async () => {
    await started.stop();
    await remove();
  });
  return started;
}

async function open(of: HeadlessApp): Promise<Page> {
  const opened = await openPage(browser, complaints);
  await opened.goto(of.dashboardUrl);
  return opened;
}

beforeAll(async () => {
  app = await start();
  camera = testCamera(app, sn);
  await camera.heartbeat();
  await camera.report(counts(3));
  browser = await launchBrowser();
  page = await open(app);
});
afterAll(async () => {
  await browser.close();
  for (const each of clean) await each();
});

describe('going back to a backup', () => {
  let other: Page;

  it('begins with one that is made now', async () => {
    await settings();
    await byId('backup-last').filter({ hasText: 'None yet' }).waitFor();
    await byId('backup-now').click();
    await page.getByText('Backup made').waitFor();
    const [made] = await rpc<Backup[]>(app, 'backup.list', {});
    expect(await byId('backup-list').locator('li').count()).toBe(1);
    await byId('backup-last')
      .filter({ hasText: String(Number(made?.day.slice(-2))) })
      .waitFor();
    expect(await barriersOf(page)).toEqual([]);
  });

  it('says what goes, that it is kept, and can be thought better of', async () => {
    await camera.report(counts(4));
    await byId('site-name-input').fill('Not saved yet');
    const goBack = byId('backup-list').getByRole('button').first();
    await goBack.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Go back to / });
    await dialog.getByText('Everything since then goes').waitFor();
    await dialog.getByText('so that you can bring it back').waitFor();
    await picture(page, 'backup-dialog');
    expect(await barriersOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await goBack.and(page.locator(':focus')).waitFor();
    expect(await visitors()).toBe(7);
  });

  it('shows the earlier figures, here and on every other page', async () => {
    other = await open(app);
    await shownToday(7, other);
    await byId('backup-list').getByRole('button').first().click();
    await byId('give-way-confirm').click();
    await byId('replaced-undo').waitFor();
    expect(await visitors()).toBe(3);
    await shownToday(3, other);
    // What was typed belonged to what is gone.
    await expect.poll(() => byId('site-name-input').inputValue()).not.toBe('Not saved yet');
    await picture(byId('replaced-notice'), 'backup-notice');
    expect(await barriersOf(page)).toEqual([]);
  });

  it('is undone', async () => {
    await byId('replaced-undo').click();
    await byId('replaced-notice').filter({ hasText: 'as it was before' }).waitFor();
    expect(await visitors()).toBe(7);
    await shownToday(7, other);
    await other.close();
    await today();
    await shownToday(7);
  });
});

describe('everything in one file', () => {
  it('is saved as a download and taken over on another computer', async () => {
    const { folder, remove } = await temporaryFolder();
    clean.push(remove);
    const path = join(folder, 'everything.foyer');
    await settings();
    const [download] = await Promise.all([page.waitForEvent('download'), byId('everything-save').click()]);
    expect(download.suggestedFilename()).toMatch(/^foyer-\d{4}-\d{2}-\d{2}\.foyer$/);
    await download.saveAs(path);

    const elsewhere = await start();
    await testCamera(elsewhere, 'ANOTHER-1').report(counts(50));
    page = await open(elsewhere);
    await shownToday(50);
    await settings();
    await byId('everything-open').click();
    await page.getByRole('dialog', { name: 'Take over everything from a file?' }).waitFor();
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), byId('give-way-confirm').click()]);
    await chooser.setFiles({ name: 'x.foyer', mimeType: '', buffer: Buffer.from('not a database') });
    await byId('give-way-error').filter({ hasText: 'cannot be read' }).waitFor();
    expect(await visitors(elsewhere)).toBe(50);

    const [again] = await Promise.all([page.waitForEvent('filechooser'), byId('give-way-confirm').click()]);
    await again.setFiles(path);
    await byId('replaced-notice').filter({ hasText: 'as in the file' }).waitFor();
    expect(await visitors(elsewhere)).toBe(7);
    await today();
    await shownToday(7);
    await byId(`camera-${sn}`).waitFor();
    await byId('camera-ANOTHER-1').waitFor({ state: 'detached' });
  });

  it('leaves nothing on the console but the refusal of the wrong file', () => {
    expect(complaints.filter((text) => !text.includes('400 (Bad Request)'))).toEqual([]);
  });
});
