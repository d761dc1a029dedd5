import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { afterEach, expect, test } from 'vitest';
import { runFleet, type FleetHandle, type FleetOptions } from '../../src/simulator/fleet';
import type { FleetReport } from '../../src/simulator/report';
import { launchBrowser } from '../support/browser';
import { camerasToday, historyTotals, plus, type Whole } from '../support/figures';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { ownPort } from '../support/own-port';
import { zoneWhereItIs } from '../support/test-camera';

const hourMs = 3_600_000;
/** Counters are delivered one by one: a busy machine takes its time. Only against a hang. */
const longestEndMs = 150_000;
const directions = ['in', 'out', 'passby', 'turnback'] as const;
// Mid-afternoon, so that a shop's morning lies behind and midnight is far.
const timeZone = zoneWhereItIs(16);

let app: HeadlessApp;
let removeData: () => Promise<void>;
let folder: string;

async function start(args: readonly string[] = []): Promise<void> {
  app = await startHeadless(folder, ['--time-zone', timeZone, ...args]);
}

afterEach(async () => {
  await app.stop();
  await removeData();
});

function fleet(options: Partial<FleetOptions>): FleetHandle {
  // From the morning on; six hours pass within seconds.
  return runFleet({
    url: app.cameraUrl,
    cameras: 4,
    timeZone,
    fromMs: Date.now() - 6 * hourMs,
    speed: 2000,
    ...options,
  });
}

async function untilCaughtUp(handle: FleetHandle): Promise<void> {
  while (!handle.isCaughtUp()) await sleep(100);
}

function acknowledged(report: FleetReport): Map<string, Whole> {
  return new Map(report.cameras.map((camera) => [camera.sn, { ...camera.acknowledged }]));
}

function dates(): { from: string; to: string } {
  const local = (ms: number) => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(ms);
  return { from: local(Date.now()), to: local(Date.now() + 24 * hourMs) };
}

test('what four cameras sent is what the API, the screen and the CSV say', async () => {
  ({ folder, remove: removeData } = await temporaryFolder());
  await start();
  const handle = fleet({ seed: 7 });
  await untilCaughtUp(handle);
  const report = await handle.stop(longestEndMs);
  expect(report.pending).toBe(0);
  const truth = acknowledged(report);
  expect([...truth.values()].reduce((sum, counts) => sum + counts.passby, 0)).toBeGreaterThan(100);

  expect(await camerasToday(app)).toEqual(truth);
  const { from, to } = dates();
  for (const by of ['quarter', 'hour', 'day', 'month']) {
    expect(await historyTotals(app, `from=${from}&to=${to}&by=${by}`)).toEqual(truth);
  }
  const quarters = new Map<string, Whole>();
  for (const { sn, start: quarter, ...counts } of handle.truth().quarters) {
    quarters.set(`${sn} ${String(Date.parse(quarter))}`, counts);
  }
  const history = (await (await app.api(`/history?from=${from}&to=${to}&by=quarter`)).json()) as {
    rows: ({ camera: string; start: string; quality: string } & Whole)[];
  };
  for (const row of history.rows) {
    const sent = quarters.get(`${row.camera} ${String(Date.parse(row.start))}`);
    for (const direction of directions) expect(row[direction] ?? 0).toBe(sent?.[direction] ?? 0);
  }

  const csv = await (await app.api(`/export.csv?from=${from}&to=${to}&by=hour&preset=plain`)).text();
  const inFile = new Map<string, Whole>();
  for (const row of parse(csv, { columns: true }) as unknown as Record<string, string>[]) {
    const [entered, left, passby, turnback] = directions.map((direction) => Number(row[direction]));
    const counts = { in: entered ?? 0, out: left ?? 0, passby: passby ?? 0, turnback: turnback ?? 0 };
    inFile.set(row['serial'] ?? '', plus(inFile.get(row['serial'] ?? ''), counts));
  }
  expect(inFile).toEqual(truth);

  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(app.dashboardUrl);
    for (const [sn, counts] of truth) {
      for (const direction of directions) {
        const figure = page.getByTestId(`camera-${sn}-${direction}`);
        await figure.waitFor();
        expect(await figure.getAttribute('data-value')).toBe(String(counts[direction]));
      }
    }
    const visitors = [...truth.values()].reduce((sum, counts) => sum + counts.in, 0);
    expect(await page.getByTestId('site-in').getAttribute('data-value')).toBe(String(visitors));
  } finally {
    await browser.close();
  }
});

test.each(['Add', 'Total'] as const)(
  'with every fault, and the app killed twice in between, nobody is lost or counted twice (%s)',
  async (mode) => {
    ({ folder, remove: removeData } = await temporaryFolder());
    const port = String(await ownPort());
    await start(['--port', port]);
    const handle = fleet({ seed: 11, faults: true, mode });
    for (let kill = 0; kill < 2; kill++) {
      await sleep(2000);
      await app.stop('SIGKILL');
      await start(['--port', port]);
    }
    await untilCaughtUp(handle);
    const report = await handle.stop(longestEndMs);
    expect(report.pending).toBe(0);
    const truth = acknowledged(report);
    expect([...truth.values()].reduce((sum, counts) => sum + counts.passby, 0)).toBeGreaterThan(100);
    const { from, to } = dates();
    // A wrong clock may put people an hour or so off, but not away.
    const wide = `from=${from}&to=${to}&by=day`;
    expect(await historyTotals(app, wide)).toEqual(truth);
  },
);
