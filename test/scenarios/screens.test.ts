import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser, screenshotPath } from '../support/browser';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { fillShop } from '../support/filled-shop';
import { zoneWhereItIs } from '../support/test-camera';

/** Every screen as the owner sees it: without barriers that axe can find, and as a picture to look at. */

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const screens = {
  today: 'canvas[aria-label*="busiest hour"]',
  history: '[data-testid="history-table"]',
  cameras: '[data-testid="listening"]',
  reports: '[data-testid="till-table"]',
  settings: '[data-testid="site-name-input"]',
} as const;
type ScreenName = keyof typeof screens;

let app: HeadlessApp;
let browser: Browser;
let removeData: () => Promise<void>;
let axe: string;

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeData = remove;
  app = await startHeadless(folder, ['--time-zone', zoneWhereItIs(17)]);
  browser = await launchBrowser();
  axe = await readFile(axePath, 'utf8');
});
afterAll(async () => {
  await browser.close();
  await app.stop();
  await removeData();
});

interface Look {
  colorScheme: 'light' | 'dark';
  width: number;
  height: number;
}
const looks: Look[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, width: 1280, height: 860 },
  { colorScheme, width: 390, height: 844 },
]);

async function withPage(look: Look, use: (page: Page) => Promise<void>): Promise<void> {
  const { colorScheme, width, height } = look;
  const context = await browser.newContext({ colorScheme, viewport: { width, height }, locale: 'en-GB' });
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      // Above all: styles or scripts that the content security policy turned away.
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    await page.goto(app.dashboardUrl);
    await use(page);
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
  }
}

/** What axe objects to, shortly. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(() =>
    (window as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function inspect(page: Page, name: string, fullPage = true): Promise<void> {
  await page.screenshot({ path: screenshotPath(name), fullPage });
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

describe.each(looks)('$colorScheme, $width wide, without a camera', (look) => {
  it('has no barriers', async () => {
    await withPage(look, async (page) => {
      await page.getByRole('heading', { name: 'Welcome to Foyer' }).waitFor();
      await inspect(page, `today-empty-${look.colorScheme}-${String(look.width)}`);
    });
  });
});

describe('with four cameras', () => {
  beforeAll(() => fillShop(app));

  describe.each(looks)('$colorScheme, $width wide', (look) => {
    it.each(Object.keys(screens) as ScreenName[])('%s has no barriers', async (screen) => {
      await withPage(look, async (page) => {
        await page.getByTestId(`nav-${screen}`).click();
        await page.locator(screens[screen]).waitFor();
        await inspect(page, `${screen}-${look.colorScheme}-${String(look.width)}`);
      });
    });
  });

  it('explains its figures and opens its dialogs by keyboard', async () => {
    await withPage({ colorScheme: 'light', width: 1280, height: 860 }, async (page) => {
      await page.getByRole('button', { name: 'What is “Turn-in rate”?' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('visitors ÷ (visitors + passers-by)').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Give it a name' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: 'Name this camera' }).waitFor();
      await inspect(page, 'dialog', false);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    });
  });
});
