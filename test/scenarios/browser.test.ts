import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CameraSummary, SiteSummary } from '#shared/domain';
import { openPage } from '../support/app-in-browser';
import { breakableProxy } from '../support/breakable-proxy';
import { launchBrowser } from '../support/browser';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { ownPort } from '../support/own-port';
import { testCamera, zoneWhereItIs, type TestCamera } from '../support/test-camera';

const sn = '2010010000000000';
let app: HeadlessApp;
let browser: Browser;
let page: Page;
let dataFolder: string;
let dashboardPort: string;
let removeData: () => Promise<void>;
let camera: TestCamera;
const complaints: string[] = [];

const byId = (id: string) => page.getByTestId(id);
const shown = (id: string, value: number) =>
  page.locator(`[data-testid="${id}"][data-value="${String(value)}"]`);

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  dataFolder = folder;
  removeData = remove;
  dashboardPort = String(await ownPort());
  app = await startHeadless(folder, ['--time-zone', zoneWhereItIs(12), '--dashboard-port', dashboardPort]);
  camera = testCamera(app, sn);
  browser = await launchBrowser();
  page = await openPage(browser, complaints);
  await page.goto(app.dashboardUrl);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await removeData();
});

describe('the dashboard in a browser', () => {
  it('welcomes whoever has no camera yet', async () => {
    await page.getByRole('heading', { name: 'Welcome to Foyer' }).waitFor();
  });

  it('shows a camera that calls, and its report, by itself', async () => {
    await camera.heartbeat();
    await byId(`camera-${sn}`).waitFor();
    await camera.report({ in: 3, out: 1, passby: 20, turnback: 2 });
    await shown(`camera-${sn}-in`, 3).waitFor();
    expect(await byId(`camera-${sn}-in`).textContent()).toBe('3');
    expect(await byId(`camera-${sn}-passby`).textContent()).toBe('20');
    expect(await byId(`camera-${sn}-status`).textContent()).toBe('Online');
    await shown('site-in', 3).waitFor();
    await shown('site-inside', 2).waitFor();
  });

  it('shows a report soon after it was sent', async () => {
    const before = Number(await byId('site-in').getAttribute('data-value'));
    await page.evaluate(() => {
      const seen: [string, number][] = [];
      Object.assign(window, { seen });
      const target = document.querySelector('[data-testid="site-in"]');
      if (!target) throw new Error('No total on the page');
      new MutationObserver(() => {
        const value = target.getAttribute('data-value') ?? '';
        // The next frame is when the number is on the screen.
        requestAnimationFrame(() => seen.push([value, Date.now()]));
      }).observe(target, { attributes: true });
    });
    const posts = 20;
    const delaysMs: number[] = [];
    for (let n = 1; n <= posts; n++) {
      const sentAt = Date.now();
      await camera.report({ in: 1, out: 0, passby: 0, turnback: 0 });
      const seenAt = await page.waitForFunction(
        (value) => {
          const { seen } = window as unknown as { seen: [string, number][] };
          return seen.find((entry) => entry[0] === value)?.[1];
        },
        String(before + n),
      );
      delaysMs.push(Number(await seenAt.jsonValue()) - sentAt);
    }
    delaysMs.sort((a, b) => a - b);
    const median = delaysMs[posts / 2] ?? 0;
    const longest = delaysMs.at(-1) ?? 0;
    process.stdout.write(`report → screen: median ${String(median)} ms, longest ${String(longest)} ms\n`);
    // The aim is 250 ms; a busy machine is no failure, but waiting for the next look every five seconds would be.
    expect(median).toBeLessThan(2000);
  });

  it('says who is in view and for how long', async () => {
    await camera.stay([
      { id: 12, height: 171, staytime: 2000 },
      { id: 13, height: 118, staytime: 63_000 },
    ]);
    await shown(`camera-${sn}-stay`, 2).waitFor();
    const card = byId(`camera-${sn}`);
    await card.getByText('Person 12').waitFor();
    await card.getByText('118 cm').waitFor();
    // A minute and three seconds when the camera said so; it goes on counting.
    await card.getByText(/^1:(0[4-9]|[1-5]\d)$/).waitFor();
    await camera.stay([]);
    await shown(`camera-${sn}-stay`, 0).waitFor();
  });

  it('names a camera', async () => {
    await byId(`rename-${sn}`).click();
    await byId('rename-input').fill('Main door');
    await page.keyboard.press('Enter');
    await byId(`camera-${sn}`).getByRole('heading', { name: 'Main door' }).waitFor();
    const [known] = (await (await app.api('/cameras')).json()) as CameraSummary[];
    expect(known).toMatchObject({ sn, name: 'Main door', state: 'active' });
  });

  it('shows and exports history that adds up to what was counted', async () => {
    const total = Number(await byId('site-in').getAttribute('data-value'));
    await byId('nav-history').click();
    await shown('history-total-in', total).waitFor();
    await byId('history-table').locator('tbody tr').first().waitFor();

    const [download] = await Promise.all([page.waitForEvent('download'), byId('export-csv').click()]);
    expect(download.suggestedFilename()).toMatch(/^visitors_.*\.csv$/);
    const text = await readFile(await download.path(), 'utf8');
    const rows = parse(text, { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.reduce((sum, row) => sum + Number(row['in'] ?? 0), 0)).toBe(total);
    expect(new Set(rows.map((row) => row['camera']))).toEqual(new Set(['Main door']));
  });

  it('keeps settings, and says what is wrong beside the field', async () => {
    await byId('nav-settings').click();
    await byId('site-name-input').fill('Blume & Blatt');
    await byId('time-zone-input').fill('Atlantis');
    await byId('save-settings').click();
    await page.getByText('Choose a time zone from the list.').waitFor();
    const zone = (await siteNow()).timeZone;
    expect((await siteNow()).name).toBe('Blume & Blatt');
    await byId('time-zone-input').fill(zone);
    await page.getByTestId('child-height-input').fill('130');
    await byId('save-settings').click();
    await byId('save-outcome')
      .filter({ hasText: /^Saved$/ })
      .waitFor();
    await page.reload();
    await expect.poll(() => page.getByTestId('child-height-input').inputValue()).toBe('130');
  });

  it('shows the address to type into a camera, and what was refused', async () => {
    await byId('nav-cameras').click();
    await byId('listening')
      .filter({ hasText: new URL(app.cameraUrl).port })
      .waitFor();
    await app.post('/api/camera/dataUpload', 'this is no report');
    await byId('refused').getByText('Show the message').waitFor();
  });

  it('has nothing to say on the console', () => {
    expect(complaints).toEqual([]);
  });
});

describe('a broken connection', () => {
  it('is told calmly, and made good by itself', async () => {
    const proxy = await breakableProxy(app.dashboardUrl);
    const other = await page.context().newPage();
    await other.goto(proxy.url);
    const total = Number(await other.getByTestId('site-in').getAttribute('data-value'));
    proxy.cut();
    await other.getByTestId('notice-connection').waitFor();
    await camera.report({ in: 4, out: 0, passby: 0, turnback: 0 });
    expect(await other.getByTestId('site-in').getAttribute('data-value')).toBe(String(total));
    proxy.mend();
    await other.locator(`[data-testid="site-in"][data-value="${String(total + 4)}"]`).waitFor();
    await other.getByTestId('notice-connection').waitFor({ state: 'detached' });
    await other.close();
    await proxy.close();
  });
});

describe('a new start of the app', () => {
  it('asks for its new link, because the old one has ended', async () => {
    await app.stop();
    app = await startHeadless(dataFolder, ['--dashboard-port', dashboardPort]);
    await byId('notice-forbidden').waitFor();
    await page.goto(app.dashboardUrl);
    await shown('site-in', (await siteNow()).today.in ?? -1).waitFor();
  });
});

async function siteNow(): Promise<SiteSummary> {
  const [site] = (await (await app.api('/sites')).json()) as SiteSummary[];
  if (!site) throw new Error('There is no site');
  return site;
}
