import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser';
import { inFolder, startApp } from './support/app';
import { LiveReports } from './support/bodies';
import { SteadyLoad } from './support/steady-load';
import { median } from './support/stats';
import type { Bench, BenchOptions, Figure } from './table';

/** How long the page is blocked while cameras report in real time: one report in two seconds from each. */
export const pageLoad: Bench = async (options) => {
  const browser = await launchBrowser();
  try {
    return [await whileReporting(options, browser, 20), await whileReporting(options, browser, 200)];
  } finally {
    await browser.close();
  }
};

function whileReporting(
  { out, rounds, isQuick }: BenchOptions,
  browser: Browser,
  cameras: number,
): Promise<Figure> {
  const seconds = isQuick ? 1 : 3;
  return inFolder(async (folder) => {
    const app = await startApp(out, folder);
    const load = new SteadyLoad(app.ready.cameraUrl, new LiveReports(), cameras);
    const page = await browser.newPage();
    try {
      load.start(cameras, cameras / 2);
      await page.goto(app.ready.dashboardUrl);
      await page.getByTestId('site-in').waitFor();
      await blocked(page, seconds);
      const found: { maxMs: number; p99Ms: number }[] = [];
      for (let round = 0; round < rounds; round++) found.push(await blocked(page, seconds));
      const samples = found.map(({ maxMs }) => maxMs);
      return {
        what: `page blocked, longest in ${String(seconds)} s, ${String(cameras)} cameras in real time`,
        against: null,
        value: median(samples),
        unit: 'ms',
        target: null,
        measured: `p99 ${median(found.map(({ p99Ms }) => p99Ms)).toFixed(1)} ms`,
        samples,
      };
    } finally {
      await page.close();
      await load.stop();
      await app.stop();
    }
  });
}

/** Turns of the page's event loop, taken by messages to itself, which unlike its timers are not held back. */
function blocked(page: Page, seconds: number): Promise<{ maxMs: number; p99Ms: number }> {
  return page.evaluate(
    (ms) =>
      new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        const turns: number[] = [];
        const startedAt = performance.now();
        let last = startedAt;
        port1.onmessage = () => {
          const now = performance.now();
          turns.push(now - last);
          last = now;
          if (now - startedAt < ms) {
            port2.postMessage(null);
            return;
          }
          turns.sort((a, b) => a - b);
          resolve({ maxMs: turns.at(-1) ?? 0, p99Ms: turns[Math.floor(turns.length * 0.99)] ?? 0 });
        };
        port2.postMessage(null);
      }),
    seconds * 1000,
  );
}
