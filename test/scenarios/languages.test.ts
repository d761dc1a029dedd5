import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInBrowser } from '../support/app-in-browser';
import { picture, takePicture } from '../support/pictures';
import { closeDialog, dialogs, openDialog } from '../support/dialogs';
import { fillShop } from '../support/filled-shop';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { rpc } from '../support/rpc';
import { zoneWhereItIs } from '../support/test-camera';

/** Every screen in every language, wide and narrow: no text may be cut off or run out of its box. */

const locales = { en: 'en-GB', es: 'es-ES', de: 'de-DE', fr: 'fr-FR', pt: 'pt-BR', zh: 'zh-CN' };
const screens = {
  today: { hash: '#/', ready: '[data-testid="site-in"]' },
  history: { hash: '#/history', ready: '[data-testid="week-map"]' },
  cameras: { hash: '#/cameras', ready: 'main h1' },
  camera: { hash: '#/cameras/2010010000001234', ready: 'main h1' },
  setup: { hash: '#/setup', ready: 'main h1' },
  reports: { hash: '#/reports', ready: '[data-testid="till-table"]' },
  settings: { hash: '#/settings', ready: '[data-testid="site-name-input"]' },
  tv: { hash: '#/tv', ready: '#app *' },
} as const;
const widths = [1280, 390] as const;
const LOOK_EVERY_MS = 100;
/** Only where something does not fit. */
const LOOKS = 100;

let app: HeadlessApp;
let browser: Browser;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, browser, close } = await startInBrowser(['--time-zone', zoneWhereItIs(17)]));
  await fillShop(app);
  await rpc(app, 'backup.now', {});
  // Any free port: others may be testing on this computer, too.
  await rpc(app, 'sharing.update', { isOn: true, port: 0 });
});
afterAll(() => close());

/**
 * Elements that hold text and nothing else, and whose text is wider than they are. Left out: what scrolls on
 * purpose, what is there for screen readers only, and form fields, which scroll by themselves.
 */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const hasOwnText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
      );
      if (!hasOwnText || element.closest('.visually-hidden, svg, select, textarea')) continue;
      if (element.clientWidth === 0) continue;
      const scrollsOnPurpose = element.closest('[role="region"]') !== null;
      const isCut = element.scrollWidth > element.clientWidth + 1;
      const { left, right } = element.getBoundingClientRect();
      const leaves = (right > innerWidth + 1 || left < -1) && !scrollsOnPurpose;
      // A word that is wider than its place lies over its neighbour's.
      const place = element.parentElement
        ?.closest('a, button, li, td, th, p, label')
        ?.getBoundingClientRect();
      const isBeside = place !== undefined && (left < place.left - 1 || right > place.right + 1);
      if (isCut || leaves || isBeside)
        found.push(`${element.tagName} ${element.className}: ${element.textContent}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('The page scrolls sideways');
    return found;
  });
}

/** What of a page does not fit, and goes on not to: a window that was made narrower takes a moment. There is a picture of it, in every run. */
async function misfits(page: Page, name: string, fullPage = true): Promise<string[]> {
  await picture(page, name, { fullPage });
  let found = await overflowing(page);
  for (let looks = 0; found.length > 0 && looks < LOOKS; looks++) {
    await page.waitForTimeout(LOOK_EVERY_MS);
    found = await overflowing(page);
  }
  if (found.length > 0) await takePicture(page, name, { fullPage });
  return found.map((text) => `${name}: ${text}`);
}

async function show(page: Page, name: keyof typeof screens): Promise<void> {
  const { hash, ready } = screens[name];
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await page.locator(ready).first().waitFor();
  // The layout of the new width, with what was asked for on the way.
  await page.waitForLoadState('networkidle');
}

describe.each(Object.entries(locales))('%s', (language, locale) => {
  let page: Page;
  beforeAll(async () => {
    const context = await browser.newContext({ locale });
    page = await context.newPage();
    await page.goto(app.dashboardUrl);
    await page.locator(`html[lang|="${language}"]`).waitFor();
  });
  afterAll(() => page.context().close());

  it('fits on every screen, with all there is to open', async () => {
    const found: string[] = [];
    for (const name of Object.keys(screens) as (keyof typeof screens)[]) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await show(page, name);
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        found.push(...(await misfits(page, `languages/${language}-${name}-${String(width)}`)));
      }
    }
    expect(found).toEqual([]);
  });

  it('fits in every dialog of a narrow window', async () => {
    const found: string[] = [];
    await page.setViewportSize({ width: 390, height: 900 });
    for (const dialog of dialogs) {
      await show(page, dialog.on);
      await openDialog(page, dialog);
      found.push(...(await misfits(page, `languages/${language}-dialog-${dialog.name}`, false)));
      await closeDialog(page);
      if (dialog.name === 'leave-unsaved') await page.reload();
    }
    expect(found).toEqual([]);
  });
});

describe('the first run', () => {
  let fresh: HeadlessApp;
  let removeFresh: () => Promise<void>;
  beforeAll(async () => {
    const { folder, remove } = await temporaryFolder();
    removeFresh = remove;
    fresh = await startHeadless(folder, ['--time-zone', zoneWhereItIs(17)]);
  });
  afterAll(async () => {
    await fresh.stop();
    await removeFresh();
  });

  it('fits at every step, with the first count in sight, and when it is put off', async () => {
    const found: string[] = [];
    const pages = new Map<string, Page>();
    async function look(step: string, ready: string): Promise<void> {
      for (const [language, page] of pages) {
        await page
          .getByTestId(ready)
          .waitFor()
          .catch(async (cause: unknown) => {
            const cameras = JSON.stringify(await rpc(fresh, 'cameras.list', {}));
            const shown = await page.locator('body').innerText();
            throw new Error(`${language}, ${step}, shows:\n${shown}\nCameras: ${cameras}`, { cause });
          });
        found.push(...(await misfits(page, `languages/${language}-first-${step}`)));
      }
    }
    for (const [language, locale] of Object.entries(locales)) {
      const context = await browser.newContext({ locale, viewport: { width: 390, height: 900 } });
      const page = await context.newPage();
      await page.goto(fresh.dashboardUrl);
      await page.locator(`html[lang|="${language}"]`).waitFor();
      pages.set(language, page);
    }
    await look('1', 'first-shop-name');
    for (const page of pages.values()) await page.getByTestId('first-shop-next').click();
    await look('2', 'start-demo');
    // Whoever is at that step sees the first camera that calls.
    await rpc(fresh, 'demo.start', {});
    await look('3', 'first-count');
    await rpc(fresh, 'demo.stop', {});
    await look('put-off', 'resume-first-run');
    for (const page of pages.values()) await page.context().close();
    expect(found).toEqual([]);
  });
});
