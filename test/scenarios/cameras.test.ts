import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CameraDetail, CameraSummary, SiteSummary } from '#shared/domain';
import { openPage } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { launchBrowser } from '../support/browser';
import { picture } from '../support/pictures';
import { FakeClock } from '../support/clock';
import { TestCore } from '../support/core';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { testCamera, zoneWhereItIs } from '../support/test-camera';

/** Twenty cameras, and all that an owner does with one of them, over the built app. */

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
const main = '2010010000001000';
const successor = '2010010000009999';
const zone = zoneWhereItIs(17);
let app: HeadlessApp;
let browser: Browser;
let page: Page;
let removeData: () => Promise<void>;
const complaints: string[] = [];

const byId = (id: string) => page.getByTestId(id);
const shown = (id: string, value: number) =>
  page.locator(`[data-testid="${id}"][data-value="${String(value)}"]`).waitFor();
const open = async (hash: string, look: object = {}): Promise<Page> => {
  const opened = await openPage(browser, complaints, look);
  await opened.goto(app.dashboardUrl + hash);
  return opened;
};
const cameraNow = async (sn: string) =>
  (await rpc<CameraSummary[]>(app, 'cameras.list', {})).find((camera) => camera.sn === sn);
const siteNow = async () => (await rpc<SiteSummary[]>(app, 'sites.list', {}))[0];

/** Ten days with a clock that drifts, and a stretch of silence of 3 h 20 min. */
async function recordThePast(folder: string): Promise<void> {
  const nowMs = Math.floor(Date.now() / minuteMs) * minuteMs;
  const clock = new FakeClock(nowMs - 10 * dayMs);
  const past = await TestCore.open({ folder, clock, timeZone: zone });
  for (let day = 10; day > 0; day--) {
    clock.set(nowMs - day * dayMs);
    await past.heartbeat(main, clock.now() + (10 - day) * 9000);
  }
  clock.set(nowMs - 10 * 60 * minuteMs);
  await past.heartbeat(main);
  clock.advance(200 * minuteMs);
  await past.heartbeat(main);
  await past.call('cameras.update', { sn: main, name: 'Main door' });
  // Before the router gave this computer another address.
  await past.core.receive({
    endpoint: 'heartbeat',
    path: '/api/camera/heartBeat',
    remoteAddress: '192.0.2.30',
    localAddress: '192.0.2.99',
    body: new TextEncoder().encode(JSON.stringify({ sn: 'SN-MOVED' })),
  });
  await past.call('cameras.update', { sn: 'SN-MOVED', name: 'Side door' });
  await past.close();
}

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeData = remove;
  await recordThePast(folder);
  app = await startHeadless(folder, ['--time-zone', zone]);
  const camera = testCamera(app, main);
  await camera.report({ in: 12, out: 5, passby: 30, turnback: 1 });
  for (let n = 1; n < 18; n++) {
    const sn = String(Number(main) + n);
    await rpc(app, 'cameras.add', { sn, name: `Door ${String(n)}` });
    await testCamera(app, sn).report({ in: n, out: 0, passby: 0, turnback: 0 });
  }
  await testCamera(app, 'SN-NEW').heartbeat();
  browser = await launchBrowser();
  page = await open('#/cameras');
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await removeData();
});

describe('the list', () => {
  it('puts what needs a look first, and finds the others', async () => {
    await byId('cameras-summary').filter({ hasText: '20 cameras' }).waitFor();
    const rows = page.locator('article[data-testid^="camera-"]');
    expect(await rows.first().getAttribute('data-testid')).toBe('camera-SN-MOVED');
    expect(await rows.nth(1).getAttribute('data-testid')).toBe('camera-SN-NEW');
    expect(await rows.count()).toBe(20);
    await byId('find-camera').fill('door 1');
    await expect.poll(() => rows.count()).toBe(9);
    await byId('find-camera').fill('');
  });

  it('says which camera still calls an address that this computer has lost', async () => {
    const notice = byId('address-moved');
    await notice.getByText('“Side door” still sends to 192.0.2.99').waitFor();
    await notice.getByRole('link').click();
    await byId('proof-listening').waitFor();
    await byId('address-moved').waitFor();
    await page.goBack();
  });

  it('names a new camera in place', async () => {
    await byId('rename-SN-NEW').click();
    await byId('rename-input').fill('Back door');
    await byId('rename-save').click();
    await byId('camera-SN-NEW').getByText('Back door').waitFor();
    expect(await cameraNow('SN-NEW')).toMatchObject({ name: 'Back door', state: 'active' });
  });

  it('says what to do about refused messages, once for each trouble, and adds an unknown camera', async () => {
    for (let n = 0; n < 3; n++) await app.post('/api/camera/nonsense', { sn: main });
    await rpc(app, 'settings.update', { acceptCameras: 'added' });
    await app.post('/api/camera/heartBeat', { sn: 'STRANGER', time: 1 });
    const refused = byId('refused');
    await refused.getByText('The wrong path').waitFor();
    await refused.getByText('3 times').waitFor();
    await byId('add-STRANGER').click();
    await byId('add-save').click();
    await byId('camera-STRANGER').waitFor();
    await byId('add-STRANGER').waitFor({ state: 'detached' });
    expect(await cameraNow('STRANGER')).toMatchObject({ state: 'active' });
  });
});

describe('one camera', () => {
  it('opens by keyboard, and goes back', async () => {
    await byId(`open-${main}`).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Main door' }).waitFor();
    expect(await byId('nav-cameras').getAttribute('class')).toContain('is-here');
    await shown(`camera-${main}-in`, 12);
  });

  it('swaps in and out at once, and back', async () => {
    await byId('flip').click();
    await shown(`camera-${main}-in`, 5);
    await shown(`camera-${main}-out`, 12);
    expect(await cameraNow(main)).toMatchObject({ isFlipped: true, today: { in: 5, out: 12 } });
    await byId('flip').click();
    await shown(`camera-${main}-in`, 12);
  });

  it('leaves a passage inside out of the shop’s figures', async () => {
    const before = (await siteNow())?.today.in ?? 0;
    await byId('role-inner').check();
    await expect.poll(async () => (await siteNow())?.today.in).toBe(before - 12);
    await byId('role-entrance').check();
    await expect.poll(async () => (await siteNow())?.today.in).toBe(before);
  });

  it('keeps how it reports', async () => {
    await byId(`interval-${main}`).selectOption('5');
    await byId(`mode-${main}`).selectOption('Total');
    await expect.poll(() => cameraNow(main)).toMatchObject({ uploadInterval: 5, dataMode: 'Total' });
    await byId(`told-zone-${main}`).selectOption('-3');
    await expect.poll(() => cameraNow(main)).toMatchObject({ toldTimeZone: -3 });
    await byId(`told-zone-${main}`).selectOption('site');
    await expect.poll(() => cameraNow(main)).toMatchObject({ toldTimeZone: 'site' });
    await byId(`mode-${main}`).selectOption('Add');
    await byId(`interval-${main}`).selectOption('0');
    await expect.poll(() => cameraNow(main)).toMatchObject({ uploadInterval: 0, dataMode: 'Add' });
  });

  it('asks the camera for what was missed, and says in words what became of it', async () => {
    const { gaps } = await rpc<CameraDetail>(app, 'cameras.detail', { sn: main });
    await expect.poll(() => byId('gaps').locator('li').count()).toBe(Math.min(gaps.length, 4));
    await byId('ask-camera').click();
    await byId('will-ask').waitFor();
    for (const gap of gaps) {
      const reply = (await app.post('/api/camera/heartBeat', {
        sn: main,
        time: Math.floor(Date.now() / 1000),
      })) as { data: { dataStartTime: number; dataEndTime: number } };
      const { dataStartTime: startTime, dataEndTime: endTime } = reply.data;
      expect(startTime * 1000).toBe(Date.parse(gap.start));
      const item = { startTime, endTime, time: endTime, in: 1, out: 1, passby: 1, turnback: 0 };
      await app.post('/api/camera/dataUpload', { sn: main, len: 1, data: [item] });
    }
    await byId('request-outcomes').getByText('3 h 20 min recovered').waitFor();
    await byId('no-gaps').waitFor();
  });

  it('shows the trend of its clock and its data quality, record by record', async () => {
    await page.getByRole('img', { name: /How far the clock was off/ }).waitFor();
    await byId('quality-days').getByText('Missing time was recovered').first().waitFor();
    await byId('quality-latest').locator('summary').click();
    await byId('quality-latest').getByText('Missing time was recovered').first().waitFor();
  });

  it('is replaced by another, under the same name, and back again', async () => {
    await byId('replace').click();
    await byId('replace-confirm').click();
    await page.getByText('Choose a camera or type a serial number.').waitFor();
    await byId('replace-serial').fill(successor);
    await byId('replace-confirm').click();
    await page.getByText(`This camera took over from ${main}`).waitFor();
    await page.getByRole('heading', { level: 1, name: 'Main door' }).waitFor();
    expect(await cameraNow(successor)).toMatchObject({ name: 'Main door', replaces: main });
    expect(await cameraNow(main)).toMatchObject({ state: 'retired' });
    await byId('undo-replace').click();
    await byId('undo-replace').waitFor({ state: 'detached' });
    expect(await cameraNow(main)).toMatchObject({ state: 'active' });
  });

  it('is blocked and unblocked, retired and used again', async () => {
    await page.goto(`${app.dashboardUrl}#/cameras/${main}`);
    await byId('block').click();
    await byId('confirm').click();
    await byId('unblock').click();
    await byId('retire').click();
    await byId('confirm').click();
    await byId('restore').click();
    await byId('retire').waitFor();
    expect(await cameraNow(main)).toMatchObject({ state: 'active' });
  });

  it('is removed with all its data only by somebody who types its serial number', async () => {
    const elsewhere = await open('#/');
    await elsewhere.getByTestId(`camera-${successor}`).waitFor();
    await page.goto(`${app.dashboardUrl}#/cameras/${successor}`);
    await byId('remove').click();
    expect(await byId('remove-confirm').isDisabled()).toBe(true);
    await byId('remove-serial').fill(main);
    expect(await byId('remove-confirm').isDisabled()).toBe(true);
    await byId('remove-serial').fill(successor);
    await byId('remove-confirm').click();
    await byId(`camera-${main}`).waitFor();
    await byId(`camera-${successor}`).waitFor({ state: 'detached' });
    expect(await cameraNow(successor)).toBeUndefined();
    // A page that somebody else has open shows it no more, and the shop's figure without it.
    await elsewhere.getByTestId(`camera-${successor}`).waitFor({ state: 'detached' });
    const left = (await siteNow())?.today.in;
    await elsewhere.locator(`[data-testid="site-in"][data-value="${String(left)}"]`).waitFor();
    await elsewhere.context().close();
  });
});

describe('for everybody', () => {
  it.each([
    ['light', 1280],
    ['dark', 390],
    // A window of 1280 at 200 %.
    ['dark', 640],
  ] as const)('has no barriers, %s, %i wide', async (colorScheme, width) => {
    const look = { colorScheme, viewport: { width, height: 860 } };
    for (const [name, hash, landmark] of [
      ['cameras-many', '#/cameras', 'find-camera'],
      ['camera', `#/cameras/${main}`, 'request-outcomes'],
      ['setup', '#/setup', 'last-refusal'],
    ] as const) {
      const other = await open(hash, look);
      await other.getByTestId(landmark).waitFor();
      await picture(other, `${name}-${colorScheme}-${String(width)}`, { fullPage: true });
      expect(await barriersOf(other)).toEqual([]);
      expect(
        await other.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await other.context().close();
    }
  });

  it('has nothing to say on the console', () => {
    expect(complaints).toEqual([]);
  });
});
