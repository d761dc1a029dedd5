import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SharedDevice, Sharing } from '#shared/domain';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { picture } from '../support/pictures';
import { fillShop } from '../support/filled-shop';
import type { HeadlessApp } from '../support/headless';
import { ownPort } from '../support/own-port';
import { rpc } from '../support/rpc';
import { testCamera, zoneWhereItIs, type TestCamera } from '../support/test-camera';

/** Phones and screens: let in by the owner, as guests, and shown the door again. */

const iPhone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
let app: HeadlessApp;
let browser: Browser;
let owner: Page;
let phone: Page;
let camera: TestCamera;
let close: () => Promise<void>;
const complaints: string[] = [];

const onPhone = (id: string) => phone.getByTestId(id);
const byId = (id: string) => owner.getByTestId(id);
const scrolls = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
const devices = () => rpc<SharedDevice[]>(app, 'sharing.devices', {});

async function look(page: Page, name: string): Promise<void> {
  await picture(page, `sharing-${name}`);
  expect(await barriersOf(page)).toEqual([]);
  expect(await scrolls(page)).toBeLessThanOrEqual(0);
}

beforeAll(async () => {
  ({ app, browser, close } = await startInBrowser(['--time-zone', zoneWhereItIs(17)]));
  await fillShop(app);
  camera = testCamera(app, '2010010000000000');
  await camera.stay([{ id: 77_007, height: 173, staytime: 9000 }]);
  await rpc<Sharing>(app, 'sharing.update', { port: await ownPort() });
  owner = await openPage(browser, complaints);
  await owner.goto(app.dashboardUrl);
});
afterAll(() => close());

describe('the owner lets a phone in', () => {
  it('is off at first', async () => {
    await byId('nav-settings').click();
    await byId('sharing-state').filter({ hasText: 'Off.' }).waitFor();
    await picture(byId('sharing'), 'sharing-off');
    await byId('sharing-turn').click();
    await byId('sharing-state').filter({ hasText: 'On,' }).waitFor();
  });

  it('shows a code, and says who came in with it', async () => {
    await byId('sharing-add').click();
    await byId('qr').waitFor();
    await look(owner, 'invitation');
    const link = (await byId('pair-link').getAttribute('data-link')) ?? '';
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{43}$/);
    const viewport = { width: 390, height: 844 };
    phone = await openPage(browser, complaints, { viewport, userAgent: iPhone, hasTouch: true });
    await phone.goto(link);
    await onPhone('site-in').first().waitFor();
    expect(new URL(phone.url()).search).toBe('');
    await byId('pair-done').filter({ hasText: 'iPhone · Safari is in.' }).waitFor();
    await look(owner, 'arrived');
    await byId('pair-close').click();
    expect(await devices()).toMatchObject([{ name: 'iPhone · Safari', address: '127.0.0.1' }]);
    await byId('devices').getByText('just now').waitFor();
  });
});

describe('the phone', () => {
  it('shows the figures live, and nothing to change or of single persons', async () => {
    const before = Number(await onPhone('site-in').first().getAttribute('data-value'));
    await camera.report({ in: 4, out: 0, passby: 0, turnback: 0 });
    await phone.locator(`[data-testid="site-in"][data-value="${String(before + 4)}"]`).waitFor();
    await onPhone('camera-2010010000000000-stay').waitFor();
    expect(await phone.getByText('77007').count()).toBe(0);
    expect(await owner.request.get(`${app.apiUrl}/cameras`).then((answer) => answer.text())).toContain(
      '77007',
    );
    for (const id of ['inside-set', 'inside-empty', 'day-note', 'nav-cameras', 'nav-settings']) {
      expect(await onPhone(id).count(), id).toBe(0);
    }
    expect(await phone.getByRole('button', { name: 'Give it a name' }).count()).toBe(0);
    await look(phone, 'phone-today');
  });

  it('shows the history, without export and notes', async () => {
    await onPhone('nav-history').click();
    await onPhone('history-table').waitFor();
    for (const id of ['export-csv', 'add-note']) expect(await onPhone(id).count(), id).toBe(0);
    await look(phone, 'phone-history');
  });

  it('has no way to the screens of the owner, and a view for a television', async () => {
    const origin = new URL(phone.url()).origin;
    for (const path of ['settings', 'cameras', 'setup']) {
      await phone.goto(`${origin}/#/${path}`);
      await onPhone('site-in').first().waitFor();
      expect(new URL(phone.url()).hash).toBe('#/');
    }
    await onPhone('open-tv').click();
    await onPhone('tv-in').waitFor();
    await look(phone, 'phone-tv');
    expect(complaints).toEqual([]);
  });

  it('can be put on the home screen', async () => {
    const { origin } = new URL(phone.url());
    // As browsers do it: without the cookie.
    const manifest = (await (await fetch(`${origin}/manifest.webmanifest`)).json()) as {
      icons: { src: string }[];
    };
    for (const src of [...manifest.icons.map((icon) => icon.src), '/icons/touch-180.png']) {
      expect((await fetch(origin + src)).status, src).toBe(200);
    }
  });
});

describe('the door', () => {
  it('opens to a code that is typed on a screen', async () => {
    const { origin } = new URL(phone.url());
    const screen = await openPage(browser, complaints, { viewport: { width: 1280, height: 720 } });
    await screen.goto(origin);
    await look(screen, 'door');
    const { code } = await rpc<{ code: string }>(app, 'sharing.pair', {});
    await screen.getByRole('textbox').fill('WRON-GONE');
    await screen.getByRole('button').click();
    await screen.getByRole('alert').filter({ hasText: 'not right' }).waitFor();
    await screen.getByRole('textbox').fill(code.toLowerCase());
    await screen.getByRole('button').click();
    await screen.getByTestId('site-in').first().waitFor();
    expect(await devices()).toHaveLength(2);
    await screen.context().close();
    // The door answers 401, which browsers report.
    complaints.splice(0, complaints.length, ...complaints.filter((text) => !text.includes('401')));
  });

  it('closes behind a device that is removed', async () => {
    await phone.goto(`${new URL(phone.url()).origin}/#/`);
    await onPhone('site-in').first().waitFor();
    await byId('devices').locator('li').filter({ hasText: 'iPhone' }).getByRole('button').click();
    await owner.getByRole('dialog', { name: 'Remove iPhone · Safari?' }).waitFor();
    await look(owner, 'remove');
    await byId('revoke-confirm').click();
    await owner.getByText('iPhone · Safari can look no more').waitFor();
    await phone.getByRole('alert').filter({ hasText: 'This device may not look any more.' }).waitFor();
    await look(phone, 'phone-door');
    expect(await devices()).toHaveLength(1);
  });

  it('is gone when the owner turns it off', async () => {
    const { origin } = new URL(phone.url());
    await byId('sharing-turn').click();
    await byId('sharing-state').filter({ hasText: 'Off.' }).waitFor();
    await expect(fetch(origin)).rejects.toThrow();
  });
});

it('keys for programs are shown once and open the API until they are removed', async () => {
  await owner.getByText('More: port, and keys for other programs').click();
  await byId('key-add').click();
  await byId('key-name').fill('Shop system');
  await byId('key-make').click();
  const key = (await byId('new-key').textContent()) ?? '';
  await look(owner, 'new-key');
  await owner.getByRole('button', { name: 'Done' }).click();
  const ask = () => fetch(`${app.apiUrl}/sites`, { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  expect(
    (await fetch(`${app.apiUrl}/everything`, { headers: { authorization: `Bearer ${key}` } })).status,
  ).toBe(403);
  await byId('keys').getByRole('button', { name: 'Remove Shop system' }).click();
  await byId('revoke-confirm').click();
  await byId('keys').waitFor({ state: 'detached' });
  expect((await ask()).status).toBe(401);
});
