import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { screenshotPath, launchBrowser } from '../support/browser';
import { fillShop } from '../support/filled-shop';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { zoneWhereItIs } from '../support/test-camera';

/** Every screen in every language, wide and narrow: no text may be cut off or run out of its box. */

const locales = { en: 'en-GB', es: 'es-ES', de: 'de-DE', fr: 'fr-FR', pt: 'pt-BR', zh: 'zh-CN' };
const screens = {
  today: { hash: '#/', ready: '[data-testid="site-in"]' },
  history: { hash: '#/history', ready: '[data-testid="week-map"]' },
  cameras: { hash: '#/cameras', ready: 'main h1' },
  camera: { hash: '#/cameras/2010010000001234', ready: 'main h1' },
  setup: { hash: '#/setup', ready: 'main h1' },
  settings: { hash: '#/settings', ready: '[data-testid="site-name-input"]' },
  tv: { hash: '#/tv', ready: '#app *' },
} as const;
const widths = [1280, 390] as const;

let app: HeadlessApp;
let browser: Browser;
let removeData: () => Promise<void>;

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeData = remove;
  app = await startHeadless(folder, ['--time-zone', zoneWhereItIs(17)]);
  await fillShop(app);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await removeData();
});

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
      const leaves = element.getBoundingClientRect().right > innerWidth + 1 && !scrollsOnPurpose;
      if (isCut || leaves) found.push(`${element.tagName} ${element.className}: ${element.textContent}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('The page scrolls sideways');
    return found;
  });
}

describe.each(Object.entries(locales))('%s', (language, locale) => {
  it('fits on every screen', async () => {
    const context = await browser.newContext({ locale });
    const page = await context.newPage();
    await page.goto(app.dashboardUrl);
    await page.locator(`html[lang|="${language}"]`).waitFor();
    const found: string[] = [];
    for (const [name, { hash, ready }] of Object.entries(screens)) {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.evaluate((to) => {
          location.hash = to;
        }, hash);
        await page.locator(ready).first().waitFor();
        // The layout of the new width, with what was asked for on the way.
        await page.waitForLoadState('networkidle');
        await page.screenshot({
          path: screenshotPath(`languages/${language}-${name}-${String(width)}`),
          fullPage: true,
        });
        for (const text of await overflowing(page)) found.push(`${name}, ${String(width)} wide: ${text}`);
      }
    }
    await context.close();
    expect(found).toEqual([]);
  });
});
