import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { Broker, Subscriber } from '../support/broker';
import type { HeadlessApp } from '../support/headless';
import { testCamera } from '../support/test-camera';

/** The settings of integrations, and what they set going, on the built app. */

let app: HeadlessApp;
let browser: Browser;
let page: Page;
let close: () => Promise<void>;
let receiver: Server;
const posted: string[] = [];
const broker = new Broker({ user: 'shop', password: 'secret of the broker' });
const complaints: string[] = [];
const byId = (id: string) => page.getByTestId(id);
const save = async () => {
  await byId('save-settings').click();
  await byId('save-outcome')
    .filter({ hasText: /^\s*Saved\s*$/ })
    .waitFor();
};

beforeAll(async () => {
  receiver = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    request.on('end', () => {
      posted.push(text);
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((ready) => receiver.listen(0, '127.0.0.1', ready));
  await broker.up();
  ({ app, browser, close } = await startInBrowser());
  page = await openPage(browser, complaints);
  await page.goto(app.dashboardUrl);
  await page.evaluate(() => (location.hash = '#/settings'));
  await byId('webhook-isOn').waitFor();
});
afterAll(async () => {
  await close();
  await broker.down();
  receiver.close();
});

it('is all off, and asks for nothing', async () => {
  for (const name of ['webhook', 'mqtt', 'postgres', 'metrics']) {
    expect(await byId(`${name}-isOn`).isChecked()).toBe(false);
  }
  expect(await byId('integrations').locator('input:not([role="switch"])').count()).toBe(0);
});

it('posts to a web address, which is not shown again', async () => {
  await byId('webhook-isOn').check();
  await byId('webhook-url').fill('chat.example/hook');
  await byId('save-settings').click();
  await page.getByText('A web address begins with https:// or http://.').waitFor();
  expect(await barriersOf(page)).toEqual([]);
  const { port } = receiver.address() as AddressInfo;
  await byId('webhook-url').fill(`http://127.0.0.1:${String(port)}/hook?key=of-mine`);
  expect(await byId('webhook-test').isDisabled()).toBe(true);
  await save();
  await page.getByText(`Now it goes to 127.0.0.1:${String(port)}.`).waitFor();
  // A form without it is another form, and comes a moment later.
  await expect.poll(() => byId('webhook-url').inputValue()).toBe('');
  await byId('webhook-test').click();
  await byId('webhook-tested').filter({ hasText: 'It arrived.' }).waitFor();
  expect(JSON.parse(posted[0] ?? '')).toMatchObject({ alert: { kind: 'test' } });
  expect(await page.content()).not.toContain('of-mine');
});

it('says what is wrong with a broker, and that it works once it does', async () => {
  await byId('mqtt-isOn').check();
  await byId('mqtt-host').fill('127.0.0.1');
  await byId('mqtt-port').fill(String(broker.port));
  await byId('mqtt-user').fill('shop');
  await byId('mqtt-password').fill('not that');
  await save();
  await byId('mqtt-state').filter({ hasText: 'The user or the password is not right.' }).waitFor();
  await byId('mqtt-password').fill('secret of the broker');
  await save();
  await byId('mqtt-state').filter({ hasText: 'Working.' }).waitFor();
  await byId('mqtt-test').click();
  await byId('mqtt-tested').filter({ hasText: 'It arrived.' }).waitFor();
  expect(await byId('mqtt-password').inputValue()).toBe('');
  expect(await barriersOf(page)).toEqual([]);

  const camera = testCamera(app, '2010010000000000');
  await camera.report({ in: 3, out: 1, passby: 0, turnback: 0 });
  const listener = await Subscriber.open(broker.port, 'foyer/#', {
    username: 'shop',
    password: 'secret of the broker',
  });
  const told = () =>
    [...listener.messages].find(([topic]) => topic.endsWith('/camera/2010010000000000'))?.[1] ?? '{}';
  await expect.poll(() => JSON.parse(told()) as unknown).toMatchObject({ status: 'online' });
  await listener.close();
});

it('lets Prometheus in once it is switched on, and everything stays over a start of the page', async () => {
  const metrics = () =>
    fetch(new URL('/metrics', app.apiUrl), { headers: { authorization: `Bearer ${app.apiKey}` } });
  expect((await metrics()).status).toBe(404);
  await byId('metrics-isOn').check();
  await save();
  expect(await (await metrics()).text()).toContain('foyer_camera_online{serial="2010010000000000"');
  await page.reload();
  await byId('mqtt-state').filter({ hasText: 'Working.' }).waitFor();
  expect(await byId('metrics-isOn').isChecked()).toBe(true);
  expect(await byId('mqtt-host').inputValue()).toBe('127.0.0.1');
  expect(complaints).toEqual([]);
});
