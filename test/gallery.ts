import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './support/browser';
import { cityWhereItIs, furnishShop, mainDoor } from './support/gallery-shop';
import { startHeadless, temporaryFolder } from './support/headless';
import { root, say } from '../scripts/lib/project';

/** `npx tsx test/gallery.ts`: takes the pictures in docs/screens anew, of the built app with a shop's afternoon in it. */

const screens = {
  today: { hash: '#/', ready: '[data-testid="till-words"]' },
  history: { hash: '#/history', press: '[data-testid="range-last7"]', ready: '[data-testid="week-map"]' },
  cameras: { hash: '#/cameras', ready: '[data-testid="refused"]' },
  camera: { hash: `#/cameras/${mainDoor}`, ready: '[data-testid="flip"]' },
  setup: { hash: '#/setup', ready: 'main h1' },
  reports: { hash: '#/reports', ready: '[data-testid="till-table"]' },
  settings: { hash: '#/settings', ready: '[data-testid="backup-list"]' },
  tv: { hash: '#/tv', ready: '[data-testid="tv-in"]' },
} as const;
const settleMs = 500;
const widths = { 1280: 860, 390: 844 };

const hour = 17;
/** What cameras are told by default, and the reader of the README finds again. */
const cameraPort = '8080';
const { folder, remove } = await temporaryFolder();
const app = await startHeadless(folder, ['--time-zone', cityWhereItIs(hour), '--port', cameraPort]);
const browser = await launchBrowser();
try {
  await furnishShop(app, hour);
  const target = join(root, 'docs/screens');
  mkdirSync(target, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height] of Object.entries(widths)) {
      const viewport = { width: Number(width), height };
      const page = await browser.newPage({ colorScheme, viewport, locale: 'en-GB' });
      await page.goto(app.dashboardUrl);
      for (const [name, { hash, ready, ...rest }] of Object.entries(screens)) {
        await page.evaluate((to) => location.replace(to), hash);
        if ('press' in rest) await page.locator(rest.press).check({ force: true });
        await page.locator(ready).first().waitFor();
        // What was asked for last is drawn, too.
        await page.waitForTimeout(settleMs);
        const path = join(target, `${name}-${colorScheme}-${width}.png`);
        await page.screenshot({ path, animations: 'disabled' });
        say(path);
      }
      await page.close();
    }
  }
} finally {
  await browser.close();
  await app.stop();
  await remove();
}
