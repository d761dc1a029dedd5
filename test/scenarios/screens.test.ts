import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { barriersOf } from '../support/barriers';
import { picture } from '../support/pictures';
import { closeDialog, dialogs, openDialog } from '../support/dialogs';
import type { HeadlessApp } from '../support/headless';
import { fillShop } from '../support/filled-shop';
import { rpc } from '../support/rpc';
import { zoneWhereItIs } from '../support/test-camera';

/** Every screen as the owner sees it: without barriers that axe can find, and as a picture to look at. */

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
let close: () => Promise<void>;

beforeAll(async () => {
  ({ app, browser, close } = await startInBrowser(['--time-zone', zoneWhereItIs(17)]));
});
afterAll(() => close());

interface Look {
  colorScheme: 'light' | 'dark';
  width: number;
  height: number;
}
const looks: Look[] = (['light', 'dark'] as const).flatMap((colorScheme) => [
  { colorScheme, width: 1280, height: 860 },
  { colorScheme, width: 390, height: 844 },
]);

/** A page for the tests of one block, which take it from screen to screen as the owner would. */
function pageWith({ colorScheme, width, height }: Look): () => Page {
  let page: Page;
  const complaints: string[] = [];
  beforeAll(async () => {
    const viewport = { width, height };
    page = await openPage(browser, complaints, { colorScheme, viewport });
    await page.goto(app.dashboardUrl);
  });
  afterEach(() => {
    expect(complaints.splice(0)).toEqual([]);
  });
  afterAll(() => page.context().close());
  return () => page;
}

async function inspect(page: Page, name: string, fullPage = true): Promise<void> {
  await picture(page, name, { fullPage });
  expect(await barriersOf(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

describe.each(looks)('$colorScheme, $width wide, without a camera', (look) => {
  const page = pageWith(look);

  it('has no barriers', async () => {
    await page().getByRole('heading', { name: 'Welcome to Foyer' }).waitFor();
    await inspect(page(), `today-empty-${look.colorScheme}-${String(look.width)}`);
  });
});

describe('with four cameras', () => {
  beforeAll(() => fillShop(app));

  describe.each(looks)('$colorScheme, $width wide', (look) => {
    const page = pageWith(look);

    it.each(Object.keys(screens) as ScreenName[])('%s has no barriers', async (screen) => {
      await page().getByTestId(`nav-${screen}`).click();
      await page().locator(screens[screen]).waitFor();
      await inspect(page(), `${screen}-${look.colorScheme}-${String(look.width)}`);
    });
  });

  describe('at the keyboard', () => {
    const page = pageWith({ colorScheme: 'light', width: 1280, height: 860 });

    it('explains its figures and opens its dialogs', async () => {
      await page().getByRole('button', { name: 'What is “Turn-in rate”?' }).focus();
      await page().keyboard.press('Enter');
      await page().getByText('visitors ÷ (visitors + passers-by)').waitFor();
      expect(await barriersOf(page())).toEqual([]);
      await page().keyboard.press('Escape');
      await page().getByRole('button', { name: 'Give it a name' }).focus();
      await page().keyboard.press('Enter');
      await page().getByRole('dialog', { name: 'Name this camera' }).waitFor();
      await inspect(page(), 'dialog', false);
      await page().keyboard.press('Escape');
      await page().getByRole('dialog').waitFor({ state: 'detached' });
    });

    it('closes an explanation by its own mark, and by a press elsewhere', async () => {
      await page().getByTestId('nav-today').click();
      const mark = page().getByTestId('explain-coverage');
      const opened = page().getByTestId('explanation');
      await mark.click();
      await opened.waitFor();
      await mark.click();
      await opened.waitFor({ state: 'detached' });
      await mark.click();
      await opened.waitFor();
      await page().getByRole('heading', { level: 1 }).click();
      await opened.waitFor({ state: 'detached' });
      await mark.press('Enter');
      await opened.waitFor();
      await page().keyboard.press('Escape');
      await opened.waitFor({ state: 'detached' });
      await page().locator('[data-testid="explain-coverage"]:focus').waitFor();
    });

    it('goes from the contents of a long page to a group of it', async () => {
      await page().getByTestId('nav-settings').click();
      await page().getByTestId('settings-contents').getByRole('button', { name: 'Backup' }).focus();
      await page().keyboard.press('Enter');
      await page().locator('#settings-backup:focus').waitFor();
    });
  });

  describe('opened over a screen', () => {
    const page = pageWith({ colorScheme: 'dark', width: 1280, height: 860 });
    beforeAll(async () => {
      await rpc(app, 'backup.now', {});
      // Any free port: others may be testing on this computer, too.
      await rpc(app, 'sharing.update', { isOn: true, port: 0 });
    });

    it('nothing has barriers', async () => {
      const found: string[] = [];
      for (const dialog of dialogs) {
        const { on, name } = dialog;
        await page()
          .getByTestId(`nav-${on === 'camera' ? 'cameras' : on}`)
          .click();
        if (on === 'camera') await page().getByTestId('open-2010010000001234').click();
        await openDialog(page(), dialog);
        for (const text of await barriersOf(page(), '[role$="dialog"]')) found.push(`${name}: ${text}`);
        await closeDialog(page());
      }
      expect(found).toEqual([]);
    });
  });
});
