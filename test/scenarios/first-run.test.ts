import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CameraSummary, SiteSummary } from '#shared/domain';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { picture } from '../support/pictures';
import type { HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { testCamera, zoneWhereItIs } from '../support/test-camera';

/** From the first start to the first count, in the clicks of somebody who has never seen Foyer. */

const sn = '2010010000004711';
let app: HeadlessApp;
let browser: Browser;
let page: Page;
let close: () => Promise<void>;
const complaints: string[] = [];

const byId = (id: string) => page.getByTestId(id);
const cameras = () => rpc<CameraSummary[]>(app, 'cameras.list', {});

async function look(name: string): Promise<void> {
  await picture(page, name, { fullPage: true });
  expect(await barriersOf(page)).toEqual([]);
}

beforeAll(async () => {
  ({ app, browser, close } = await startInBrowser(['--time-zone', zoneWhereItIs(12)]));
  page = await openPage(browser, complaints);
  await page.goto(app.dashboardUrl);
});
afterAll(() => close());

it('may be put off, and taken up again', async () => {
  await byId('first-run').waitFor();
  await byId('skip-first-run').click();
  await page.getByRole('heading', { name: 'Let us hear from the first camera' }).waitFor();
  await page.reload();
  await byId('resume-first-run').click();
  await byId('first-shop-name').waitFor();
});

it('leads from the name to the first count of the demo camera in under a minute', async () => {
  await look('first-run-shop');
  const startedAt = Date.now();
  await byId('first-shop-name').fill('');
  await byId('first-shop-next').click();
  await page.getByText('The shop needs a name.').waitFor();
  await byId('first-shop-name').fill('Blume & Blatt');
  await byId('first-shop-next').click();
  await byId('start-demo').click();
  await page.locator('[data-testid="first-count"][data-state="done"]').waitFor();
  expect(Date.now() - startedAt).toBeLessThan(60_000);
  await look('first-run-count');
  const [site] = await rpc<SiteSummary[]>(app, 'sites.list', {});
  expect(site?.name).toBe('Blume & Blatt');
});

it('shows the demo on Today, says that it is one, and lets it go without a trace', async () => {
  await byId('finish-first-run').click();
  await byId('demo-notice').waitFor();
  await byId('site-in').waitFor();
  expect(await cameras()).toMatchObject([{ isDemo: true }]);
  await byId('stop-demo').click();
  await byId('demo-notice').waitFor({ state: 'detached' });
  expect(await cameras()).toEqual([]);
  const [site] = await rpc<SiteSummary[]>(app, 'sites.list', {});
  expect(site?.today).toEqual({ in: null, out: null, passby: null, turnback: null });
});

it('goes on with a real camera: each light turns green when its step is done', async () => {
  await page.getByRole('heading', { name: 'Let us hear from the first camera' }).waitFor();
  await byId('resume-first-run').click();
  await byId('first-setup').click();
  const light = (name: string, state: string) =>
    page.locator(`[data-testid="proof-${name}"][data-state="${state}"]`).waitFor();
  await light('listening', 'good');
  await light('called', 'waiting');
  expect(await byId('type-heartbeat').textContent()).toContain('/api/camera/heartBeat');
  const camera = testCamera(app, sn);
  await camera.heartbeat();
  await light('called', 'good');
  await light('counted', 'waiting');
  await camera.report({ in: 2, out: 1, passby: 5, turnback: 0 });
  await light('counted', 'good');
  // What calls from this computer itself says nothing about its firewall.
  await light('reachable', 'waiting');
  await look('setup-done');
});

it('is over once a camera is there', async () => {
  await byId('nav-today').click();
  await byId(`camera-${sn}`).waitFor();
  const other = await browser.newContext({ locale: 'en-GB' });
  const fresh = await other.newPage();
  await fresh.goto(app.dashboardUrl);
  await fresh.getByTestId(`camera-${sn}`).waitFor();
  expect(await fresh.getByTestId('first-run').count()).toBe(0);
  await other.close();
  expect(complaints).toEqual([]);
});
