import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { launchBrowser } from './support/browser';
import { recordEarlierWeeks } from './support/earlier-weeks';
import { fillShop } from './support/filled-shop';
import { startHeadless, temporaryFolder } from './support/headless';
import { zoneWhereItIs } from './support/test-camera';
import { root, say } from '../scripts/lib/project';

/** `npx tsx test/gallery.ts`: takes the pictures in docs/screens anew, of the built app with a shop's afternoon in it. */

const sn = '2010010000001234';
const screens = {
  today: { hash: '#/', ready: '[data-testid="site-in"]' },
  history: { hash: '#/history', ready: '[data-testid="week-map"]' },
  cameras: { hash: '#/cameras', ready: '[data-testid="cameras-summary"]' },
  camera: { hash: `#/cameras/${sn}`, ready: '[data-testid="flip"]' },
  setup: { hash: '#/setup', ready: 'main h1' },
  reports: { hash: '#/reports', ready: 'main h1' },
  settings: { hash: '#/settings', ready: '[data-testid="site-name-input"]' },
  tv: { hash: '#/tv', ready: '[data-testid="tv-in"]' },
};
const widths = { 1280: 860, 390: 844 };

const hour = 17;
const hourMs = 3_600_000;
const { folder, remove } = await temporaryFolder();
const app = await startHeadless(folder, ['--time-zone', zoneWhereItIs(hour)]);
const browser = await launchBrowser();
try {
  const midnightMs = Math.floor(Date.now() / hourMs) * hourMs - hour * hourMs;
  const busy = [12, 22, 31, 38, 33, 40, 36, 42, 35, 20];
  const visitors = (at: number, weeksAgo: number) =>
    Math.round((busy[at - 9] ?? 0) * (0.9 + 0.05 * (weeksAgo % 4)));
  await recordEarlierWeeks(app, { sn, weeks: 4, midnightMs, visitors });
  await fillShop(app);
  const target = join(root, 'docs/screens');
  mkdirSync(target, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    for (const [width, height] of Object.entries(widths)) {
      const viewport = { width: Number(width), height };
      const page = await browser.newPage({ colorScheme, viewport, locale: 'en-GB' });
      await page.goto(app.dashboardUrl);
      for (const [name, { hash, ready }] of Object.entries(screens)) {
        await page.evaluate((to) => location.replace(to), hash);
        await page.locator(ready).first().waitFor();
        await page.waitForLoadState('networkidle');
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
