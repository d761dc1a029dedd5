import { request } from 'node:https';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { otherAddress, post } from '../security/support';
import { startInBrowser } from '../support/app-in-browser';
import { picture } from '../support/pictures';
import type { HeadlessApp } from '../support/headless';
import { ownPort } from '../support/own-port';
import { rpc } from '../support/rpc';

/** Who may send, encrypted messages and made-up cameras, as the owner meets them. */

let app: HeadlessApp;
let browser: Browser;
let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, browser, close } = await startInBrowser(['--time-zone', 'Europe/Madrid']));
  page = await browser.newPage({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' });
  await page.goto(app.dashboardUrl);
});
afterAll(() => close());

const accessCard = '[aria-labelledby="settings-access"]';

async function open(hash: string): Promise<void> {
  await page.goto(`${new URL(app.dashboardUrl).origin}/#/${hash}`);
}

/** As the owner sees it: at the desk by day, and on a phone by night. */
async function look(name: string, part = 'main'): Promise<void> {
  const looks = [
    { colorScheme: 'dark', width: 390 },
    { colorScheme: 'light', width: 1280 },
  ] as const;
  for (const { colorScheme, width } of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 860 });
    await picture(page.locator(part).first(), `${name}-${colorScheme}-${String(width)}`);
  }
}

async function codeFrom(from: string, sn: string): Promise<unknown> {
  const body = JSON.stringify({ sn, time: Math.floor(Date.now() / 1000) });
  const { text } = await post(app.cameraUrl, body, { from, path: '/api/camera/heartBeat' });
  return (JSON.parse(text) as { code: unknown }).code;
}

async function save(): Promise<void> {
  await page.getByTestId('save-settings').click();
  await page.getByText('Saved', { exact: true }).waitFor();
}

test('a list of addresses: typed, corrected, saved, and a camera that was missing is allowed with a click', async () => {
  const from = await otherAddress();
  await open('settings');
  await page.getByTestId('senders-on').check();
  await page.getByTestId('senders').fill('203.0.113.5\ncamera');
  await page.getByTestId('save-settings').click();
  await page.getByText('“camera” is not a network address.').waitFor();
  await look('access-error', accessCard);
  await page.getByTestId('senders').fill('203.0.113.5, 198.51.100.0/24');
  await save();
  const settings = await rpc<{ cameraAddresses: string[] }>(app, 'settings.get', {});
  expect(settings.cameraAddresses).toEqual(['203.0.113.5', '198.51.100.0/24']);
  // Where a computer has one name only it is itself, and always may.
  if (from === '127.0.0.1') return;
  expect(await codeFrom(from, 'DOOR')).toBe(2);
  await open('cameras');
  await page.getByText('A device that may not send').waitFor();
  await look('access-refused');
  await page.getByTestId('allow-sender').click();
  await page.getByText('You have allowed it since').waitFor();
  expect(await codeFrom(from, 'DOOR')).toBe(0);
  await rpc(app, 'settings.update', { cameraAddresses: [] });
  // Without a list there is nothing to allow: an old entry must not begin one.
  await page.reload();
  await page.getByText('You have allowed it since').waitFor();
  expect(await page.getByTestId('allow-sender').count()).toBe(0);
});

test('encrypted messages: switched on, shown where cameras are set up, and taken', async () => {
  const port = await ownPort();
  await open('settings');
  await page.reload();
  await page.getByTestId('https-on').check();
  await page.getByTestId('https-port').fill(String(port));
  await look('access-https', accessCard);
  await save();
  await open('setup');
  await expect.poll(() => page.getByTestId('type-https').innerText()).toContain(`:${String(port)}`);
  await look('access-setup');
  const code = await new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      path: '/heartBeat',
      method: 'POST',
      rejectUnauthorized: false,
    };
    const sent = request(options, (response) => {
      let text = '';
      response.on('data', (piece) => (text += String(piece)));
      response.on('end', () => resolve((JSON.parse(text) as { code: unknown }).code));
    });
    sent.on('error', reject).end('{"sn":"TLS","time":1}');
  });
  expect(code).toBe(0);
});

test('made-up cameras are gone with one click, and the real one stays', async () => {
  const report = { sn: 'REAL', endTime: Math.floor(Date.now() / 60_000) * 60, in: 1, out: 0 };
  expect(await app.post('/dataUpload', report)).toMatchObject({ code: 0 });
  for (let i = 0; i < 30; i++) await codeFrom('127.0.0.1', `FAKE-${String(i)}`);
  await open('cameras');
  const fakes = (await rpc<string[]>(app, 'cameras.uncounted', {})).length;
  await page.getByText(`Remove the ${String(fakes)} that never counted`).waitFor();
  await look('access-uncounted');
  await page.getByTestId('remove-uncounted').click();
  await page.getByText(`${String(fakes)} cameras removed.`).waitFor();
  expect(await page.getByTestId('uncounted').count()).toBe(0);
  const cameras = await rpc<{ sn: string }[]>(app, 'cameras.list', {});
  expect(cameras.map(({ sn }) => sn)).toEqual(['REAL']);
});
