import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { hostileNames } from '../security/hostile-values';
import { startInBrowser } from '../support/app-in-browser';
import type { HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';

/** Hostile names on the pages: they are text, and nothing of them runs. */

const sn = 'HOSTILE-0';
let app: HeadlessApp;
let close: () => Promise<void>;
let browser: Browser;
let context: BrowserContext;
const [, markup] = hostileNames[0] ?? ['', ''];
let site: { id: string; date: string };

beforeAll(async () => {
  ({ app, browser, close } = await startInBrowser(['--time-zone', 'UTC']));
  [site = { id: '', date: '' }] = await rpc<{ id: string; date: string }[]>(app, 'sites.list', {});
  for (const [i, [, name]] of hostileNames.entries())
    await rpc(app, 'cameras.add', { sn: `HOSTILE-${String(i)}`, name });
  const end = Math.floor(Date.now() / 1000);
  const person = { id: markup, height: 170, staytime: 5000 };
  await app.post('/api/camera/dataUpload', {
    ...{ sn, startTime: end - 60, endTime: end, time: end, in: 1, currentStay: 1, info: [person] },
    eventList: [{ id: markup, timestamp: end - 1, eventType: 0 }],
  });
  await app.post('/api/camera/dataUpload', { sn, note: markup, '<img src=x onerror=hacked=1>': markup });
  await app.post(`/api/camera/<img src=x onerror=hacked=1>`, { sn: markup });
  await rpc(app, 'sites.update', { id: site.id, name: markup });
  await rpc(app, 'notes.put', { site: site.id, date: site.date, text: markup });
  context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(app.dashboardUrl);
  await page.close();
});
afterAll(() => close());

const screens = [
  '/',
  '/history',
  '/cameras',
  `/cameras/${sn}`,
  '/setup',
  '/reports',
  '/settings',
  '/tv',
  '/print',
];

/** All that can be read on the page, in fields too. */
function textOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = document.querySelectorAll<HTMLInputElement>('input, textarea');
    return [document.body.innerText, ...[...fields].map(({ value }) => value)].join('\n');
  });
}

test.each(screens)('%s', async (path) => {
  const page = await context.newPage();
  // Each keeps a stream open, and a browser has few for one address.
  onTestFinished(() => page.close());
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // What the policy of the page has stopped would show here.
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('dialog', (dialog) => {
    errors.push(dialog.message());
    void dialog.dismiss();
  });
  const today = new Date(Date.parse(site.date) + 86_400_000).toISOString().slice(0, 10);
  const query = path === '/print' ? `?site=${site.id}&kind=day&from=${site.date}&to=${today}` : '';
  await page.goto(`${app.dashboardUrl.replace(/\?.*/, '')}#${path}${query}`);
  await page.locator('#app > *').first().waitFor();
  // The name of the shop or of a camera is there to be read, as it was typed.
  if (path !== '/setup' && path !== '/reports') {
    await expect.poll(() => textOf(page)).toContain(markup.slice(0, 20));
  }
  const hacked = await page.evaluate(() => ({
    ran: 'hacked' in window,
    elements: document.querySelectorAll('img[onerror], svg[onload], script:not([src])').length,
  }));
  expect(hacked).toEqual({ ran: false, elements: 0 });
  expect(errors).toEqual([]);
});
