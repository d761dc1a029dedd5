import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from '#shared/domain';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { launchDesktopApp, type DesktopApp } from '../support/desktop-app';
import { temporaryFolder, type HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';

/** The settings of notifications, and of the desktop app as a program of the computer. */

const saveIn = async (page: Page) => {
  await page.getByTestId('save-settings').click();
  await page
    .getByTestId('save-outcome')
    .filter({ hasText: /^\s*Saved\s*$/ })
    .waitFor();
};

describe('in a browser', () => {
  let app: HeadlessApp;
  let browser: Browser;
  let page: Page;
  let close: () => Promise<void>;
  const complaints: string[] = [];
  const byId = (id: string) => page.getByTestId(id);
  const alerts = async () => (await rpc<Settings>(app, 'settings.get', {})).alerts;

  beforeAll(async () => {
    ({ app, browser, close } = await startInBrowser());
    page = await openPage(browser, complaints);
    await page.goto(app.dashboardUrl);
    await page.evaluate(() => (location.hash = '#/settings'));
    await byId('alert-cameraSilent').waitFor();
  });
  afterAll(() => close());

  it('says where notifications are shown, and offers nothing of the desktop app', async () => {
    expect(await byId('alerts-elsewhere').isVisible()).toBe(true);
    expect(await byId('computer-keepAwake').count()).toBe(0);
  });

  it('keeps a switch and a number, and nothing else changes', async () => {
    const before = await alerts();
    const silent = page.getByRole('switch', { name: 'A camera is silent', exact: true });
    await silent.focus();
    await page.keyboard.press('Space');
    await byId('alert-occupancyLimitPeople').fill('25');
    await saveIn(page);
    expect(await alerts()).toEqual({ ...before, cameraSilent: false, occupancyLimitPeople: 25 });
    await byId('alert-occupancyLimitPeople').fill('');
    await saveIn(page);
    expect(await alerts()).toEqual({ ...before, cameraSilent: false });
  });

  it('says beside the field what is wrong with it, and saves the rest', async () => {
    await byId('alert-silentAfterMinutes').fill('1');
    await byId('alert-staffMinutes').fill('45');
    await byId('save-settings').click();
    await page.getByText('Whole minutes, from 3 to 1,440.').waitFor();
    await byId('alert-silentAfterMinutes').and(page.locator(':focus')).waitFor();
    expect(await alerts()).toMatchObject({ staffMinutes: 45, silentAfterMinutes: 10 });
    expect(await barriersOf(page)).toEqual([]);
    await byId('alert-silentAfterMinutes').fill('15');
    await saveIn(page);
    expect(await alerts()).toMatchObject({ silentAfterMinutes: 15 });
  });

  it('speaks of missing opening hours only while there are none', async () => {
    expect(await byId('alerts-no-hours').isVisible()).toBe(true);
    await byId('hours-set').check();
    await saveIn(page);
    await byId('alerts-no-hours').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});

describe('in the desktop app', () => {
  let desktop: DesktopApp;
  let page: Page;
  let removeData: () => Promise<void>;

  beforeAll(async () => {
    const { folder, remove } = await temporaryFolder();
    removeData = remove;
    const args = ['--port', '0', '--dashboard-port', '0'];
    desktop = await launchDesktopApp({ dataFolder: folder, args });
    page = await desktop.window();
  });
  afterAll(async () => {
    await desktop.close();
    await removeData();
  });

  it('keeps what Foyer does on this computer', async () => {
    await page.evaluate(() => (location.hash = '#/settings'));
    await page.getByTestId('computer-keepAwake').check();
    await page.getByTestId('computer-closeToTray').uncheck();
    await saveIn(page);
    const settings = await page.evaluate(() => window.foyer.call('settings.get', {}));
    expect(settings).toMatchObject({ ok: true, result: { keepAwake: true, closeToTray: false } });
    expect(await page.getByTestId('alerts-elsewhere').count()).toBe(0);
  });
});
