import type { Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser';
import { startApp } from './support/app';
import { LiveReports } from './support/bodies';
import { makeShop } from './support/shop';
import { median } from './support/stats';
import { SteadyLoad } from './support/steady-load';
import type { Bench, Figure } from './table';

const cameras = 20;
const years = 5;
/** In the order in which they are visited, with what is there once the view is drawn. */
const views = [
  { hash: '#/history', landmark: '[data-testid="history-table"], [data-testid="history-total-in"]' },
  { hash: '#/cameras', landmark: '[data-testid="cameras-summary"]' },
  { hash: '#/settings', landmark: '[data-testid="site-name-input"]' },
  { hash: '#/', landmark: '[data-testid="site-in"]' },
];

/** Whether the pages stay smooth: tasks that block them while counts come in, and the way from view to view. */
export const screens: Bench = async ({ out, rounds, isQuick }) => {
  const shop = await makeShop(isQuick ? 4 : cameras, isQuick ? 1 : years);
  const size = `${String(cameras)} cameras in real time, data of ${String(shop.cameras)} cameras × ${String(shop.years)} years`;
  const browser = await launchBrowser();
  const app = await startApp(out, shop.folder);
  const load = new SteadyLoad(app.ready.cameraUrl, new LiveReports(), cameras);
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  try {
    await page.goto(app.ready.dashboardUrl);
    await page.getByTestId('site-in').waitFor();
    load.start(cameras, cameras / 2);
    // What a page loads once is no part of either.
    await tour(page);
    const live = await longTasks(page, isQuick ? 3 : 30);
    const switches: number[] = [];
    for (let round = 0; round < Math.max(3, rounds); round++) switches.push(...(await tour(page)));
    return [longest(live, isQuick ? 3 : 30, size), switching(switches, size)];
  } finally {
    await page.close();
    await load.stop();
    await app.stop();
    await browser.close();
  }
};

/** Tasks of more than 50 ms, as the browser itself reports them. @returns their lengths in ms */
function longTasks(page: Page, seconds: number): Promise<number[]> {
  return page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const lengths: number[] = [];
        const observer = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) lengths.push(duration);
        });
        observer.observe({ type: 'longtask' });
        setTimeout(() => {
          observer.disconnect();
          resolve(lengths);
        }, ms);
      }),
    seconds * 1000,
  );
}

/** From the change of the address to the frame that shows the view. @returns one length for each view, in ms */
async function tour(page: Page): Promise<number[]> {
  const lengths: number[] = [];
  for (const view of views) {
    lengths.push(
      await page.evaluate(
        ({ hash, landmark }) =>
          new Promise<number>((resolve) => {
            const startedAt = performance.now();
            location.hash = hash;
            const looking = setInterval(() => {
              if (!document.querySelector(landmark)) return;
              clearInterval(looking);
              // The frame after the one in which it is found has it on the screen.
              requestAnimationFrame(() => {
                resolve(performance.now() - startedAt);
              });
            }, 1);
          }),
        view,
      ),
    );
    // The next change begins on a page at rest.
    await page.waitForLoadState('networkidle');
  }
  return lengths;
}

function longest(tasks: number[], seconds: number, size: string): Figure {
  return {
    what: `longest task of the page above 50 ms, ${String(seconds)} s live: ${size}`,
    against: null,
    value: Math.max(0, ...tasks),
    unit: 'ms',
    target: { op: '≤', value: 50 },
    measured: `${String(tasks.length)} tasks of more than 50 ms`,
    samples: tasks,
  };
}

function switching(lengths: number[], size: string): Figure {
  return {
    what: `from view to view: ${size}`,
    against: null,
    value: median(lengths),
    unit: 'ms',
    target: { op: '≤', value: 100 },
    measured: `longest of ${String(lengths.length)}: ${Math.max(...lengths).toFixed(0)} ms`,
    samples: lengths,
  };
}
