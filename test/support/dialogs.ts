import type { Page } from 'playwright-core';

/** What opens over the screens of a filled shop, whose figures are shared and of which there is a backup. */
export interface Dialog {
  on: 'today' | 'history' | 'cameras' | 'camera' | 'reports' | 'settings';
  name: string;
  /** What opens it. */
  press: string;
  /** Needed before that. */
  before?(page: Page): Promise<void>;
  /** What makes it show all it can. */
  fill?(page: Page): Promise<void>;
}

/** As a till prints it, with a line that cannot be read. */
const tillText = '02.11.2026;41;812,30\n03.11.2026;37;790,00\n34.11.2026;1;1,00';

export const dialogs: readonly Dialog[] = [
  { on: 'today', name: 'empty-now', press: '[data-testid="inside-empty"]' },
  { on: 'today', name: 'set-inside', press: '[data-testid="inside-set"]' },
  { on: 'history', name: 'note', press: '[data-testid="add-note"]' },
  {
    on: 'history',
    name: 'correction',
    press: '[data-testid="correct-day"]',
    fill: (page) => page.getByTestId('correction-part').check(),
  },
  { on: 'cameras', name: 'add-camera', press: '[data-testid="add-camera"]' },
  { on: 'camera', name: 'rename', press: 'main [data-testid^="rename-"]' },
  { on: 'camera', name: 'replace', press: '[data-testid="replace"]' },
  { on: 'camera', name: 'retire', press: '[data-testid="retire"]' },
  { on: 'camera', name: 'block', press: '[data-testid="block"]' },
  { on: 'camera', name: 'remove', press: '[data-testid="remove"]' },
  {
    on: 'reports',
    name: 'till-paste',
    press: '[data-testid="till-paste"]',
    async fill(page) {
      await page.getByTestId('till-text').fill(tillText);
      await page.getByTestId('till-preview').waitFor();
      await page.getByTestId('till-problems').locator('summary').click();
    },
  },
  { on: 'settings', name: 'add-shop', press: '[data-testid="add-shop"]' },
  { on: 'settings', name: 'restore', press: '[data-testid="backup-list"] button' },
  {
    on: 'settings',
    name: 'invite',
    press: '[data-testid="sharing-add"]',
    fill: (page) => page.getByTestId('pair-code').waitFor(),
  },
  { on: 'settings', name: 'add-key', press: '[data-testid="key-add"]' },
  {
    on: 'settings',
    name: 'key-made',
    press: '[data-testid="key-add"]',
    async fill(page) {
      await page.getByTestId('key-name').fill('Dashboard');
      await page.getByTestId('key-make').click();
      await page.getByTestId('new-key').waitFor();
    },
  },
  {
    on: 'settings',
    name: 'revoke-key',
    press: '[data-testid="keys"] li button',
  },
  {
    on: 'settings',
    name: 'leave-unsaved',
    press: '[data-testid="nav-today"]',
    before: (page) => page.getByTestId('site-name-input').fill('Corner Books'),
  },
];

/** Opens a dialog of the screen that is shown. All that can be unfolded is, so that whatever opens it is there. */
export async function openDialog(page: Page, { press, before, fill }: Dialog): Promise<void> {
  await page
    .locator(press.split(' ')[0] ?? press)
    .first()
    .waitFor({ state: 'attached' });
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
  await before?.(page);
  await page.locator(press).first().click();
  await page.locator('[role$="dialog"]').waitFor();
  await fill?.(page);
}

export async function closeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await page.locator('[role$="dialog"]').waitFor({ state: 'detached' });
}
