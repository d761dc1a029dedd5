import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../test/support/browser';
import { zoneWhereItIs } from '../test/support/test-camera';
import { inFolder, startApp, type App } from './support/app';
import { ReportMaker } from './support/bodies';
import { median } from './support/stats';
import type { Bench, Figure } from './table';

/** What the pages weigh, how soon they are there, and how soon a report is on them. */
export const renderer: Bench = async ({ out, rounds, isQuick }) => {
  const browser = await launchBrowser();
  try {
    return await inFolder(async (folder) => {
      // Whenever it is run: the reports of the last hour are of today.
      const app = await startApp(out, folder, [], zoneWhereItIs(12));
      try {
        return [
          ...weight(join(out, 'renderer/assets')),
          await firstPaint(browser, app, rounds),
          await reportToScreen(browser, app, isQuick ? 5 : 30),
        ];
      } finally {
        await app.stop();
      }
    });
  } finally {
    await browser.close();
  }
};

function weight(assets: string): Figure[] {
  const files = readdirSync(assets).map((name) => readFileSync(join(assets, name)));
  const megabytes = (sizes: number[]) => sizes.reduce((sum, size) => sum + size, 0) / 1e6;
  const all = megabytes(files.map((file) => file.byteLength));
  const packed = megabytes(files.map((file) => gzipSync(file).byteLength));
  return [
    {
      what: 'pages: everything that a browser may load',
      against: null,
      value: all,
      unit: 'MB',
      target: null,
      measured: `${packed.toFixed(2)} MB gzipped`,
      samples: [all],
    },
  ];
}

async function firstPaint(browser: Browser, app: App, rounds: number): Promise<Figure> {
  const samples: number[] = [];
  for (let round = 0; round < rounds; round++) {
    // A context of its own has an empty cache.
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(app.ready.dashboardUrl);
    samples.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) => {
              for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
            }).observe({ type: 'paint', buffered: true });
          }),
      ),
    );
    await context.close();
  }
  return {
    what: 'first paint of the dashboard in Chromium, empty cache',
    against: null,
    value: median(samples),
    unit: 'ms',
    target: null,
    samples,
  };
}

async function reportToScreen(browser: Browser, app: App, reports: number): Promise<Figure> {
  const today = Math.floor(Date.now() / 60_000) - reports * 2;
  const maker = new ReportMaker(0, today);
  const post = () =>
    fetch(`${app.ready.cameraUrl}/api/camera/dataUpload`, { method: 'POST', body: maker.next(0) });
  await post();
  const page = await browser.newPage();
  await page.goto(app.ready.dashboardUrl);
  await page.getByTestId('site-in').waitFor();
  await watch(page);
  const samples: number[] = [];
  for (let report = 0; report < reports; report++) {
    const sentAt = Date.now();
    await post();
    const seenAt = await page.waitForFunction(
      (count) => (window as unknown as { seen: number[] }).seen[count],
      report,
    );
    samples.push(Number(await seenAt.jsonValue()) - sentAt);
  }
  await page.close();
  return {
    what: 'report → new number on screen',
    against: null,
    value: median(samples),
    unit: 'ms',
    target: { op: '≤', value: 250 },
    measured: `longest of ${String(reports)}: ${String(Math.max(...samples))} ms`,
    samples,
  };
}

/** Notes when the number changes, in the frame that shows it. Both clocks are this computer's. */
function watch(page: Page): Promise<void> {
  return page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { seen });
    const number = document.querySelector('[data-testid="site-in"]');
    if (!number) throw new Error('There is no total on the page');
    new MutationObserver(() => requestAnimationFrame(() => seen.push(Date.now()))).observe(number, {
      attributes: true,
      attributeFilter: ['data-value'],
    });
  });
}
