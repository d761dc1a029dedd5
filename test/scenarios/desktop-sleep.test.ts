import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MethodName, MethodParams, MethodResult } from '#shared/contract';
import { defaultHours, runFleet, serialOf, type FleetHandle } from '../../src/simulator/fleet';
import { CameraMemory, Shops } from '../../src/simulator/memory';
import { tallyOf } from '../../src/simulator/tally';
import { launchStandIn, type StandInDesktop } from '../stand-in/stand-in-desktop';
import { picture } from '../support/pictures';
import { zoneWhereItIs } from '../support/test-camera';

// Nights pass within moments here: only the stand-in can set the clock of the built app ahead.
const sn = serialOf(0);
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** Only against a hang. */
// So early that a long sleep ends on the same day, while the shop is open.
const timeZone = zoneWhereItIs(11);
const shop = { seed: 5, cameras: 1, timeZone, hours: defaultHours };

let folder: string;
let desktop: StandInDesktop;
let page: Page;
let aheadMs = 0;
let url: string;
const now = () => Date.now() + aheadMs;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-sleep-'));
  const args = ['--port', '0', '--dashboard-port', '0', '--time-zone', timeZone];
  desktop = await launchStandIn({ dataFolder: folder, args });
  page = await desktop.window();
  const { cameraPort } = await call('system.info', {});
  url = `http://127.0.0.1:${String(cameraPort)}`;
});
afterAll(async () => {
  await desktop.close();
  await rm(folder, { recursive: true, force: true });
});

async function call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> {
  const outcome = await page.evaluate(
    ([name, given]) => window.foyer.call(name as MethodName, given as never),
    [method, params] as const,
  );
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result as MethodResult<M>;
}

/** The camera of the shop, as it is from now on, or was since some moment. */
function camera(fromMs?: number): FleetHandle {
  return runFleet({ ...shop, url, now, ...(fromMs === undefined ? {} : { fromMs, speed: 5000 }) });
}

async function setAhead(ms: number): Promise<void> {
  aheadMs += ms;
  await desktop.advanceClock(ms);
}

/** The computer sleeps: everything is on disk before, and nobody hears the camera meanwhile. */
async function sleep(ms: number): Promise<void> {
  await desktop.power('suspend');
  await expect.poll(async () => (await call('system.health', {})).journalLag).toBe(0);
  await setAhead(ms);
  await desktop.power('resume');
}

async function gaps(): Promise<{ start: string; end: string }[]> {
  return (await call('cameras.detail', { sn })).gaps;
}

it('what a camera counted while the computer slept is asked for, comes back, and is said', async () => {
  const openedMs = Math.floor(now() / minuteMs) * minuteMs - hourMs;
  const morning = camera(openedMs);
  await expect.poll(() => morning.isCaughtUp()).toBe(true);
  await morning.stop();
  expect(await gaps()).toEqual([]);

  await sleep(3 * hourMs + 20 * minuteMs);
  const afternoon = camera();
  await expect.poll(gaps).toHaveLength(1);
  await page.evaluate((to) => (location.hash = to), `#/cameras/${sn}`);
  await page.getByTestId('gaps').waitFor();
  await picture(page, 'desktop-sleep-gap', { fullPage: true });
  // It has never answered before: the owner asks, and the next heartbeat carries the question.
  await page.getByTestId('ask-camera').click();
  await page.getByTestId('will-ask').waitFor();
  await setAhead(minuteMs);
  const outcomes = page.getByTestId('request-outcomes');
  await outcomes.getByText(/^3 h (19|2[01]) min recovered$/).waitFor();
  expect(await gaps()).toEqual([]);
  await picture(page, 'desktop-sleep-healed', { fullPage: true });
  await afternoon.stop();

  // From now on nobody has to ask.
  await sleep(hourMs + 5 * minuteMs);
  const evening = camera();
  await outcomes.getByText(/^1 h [4-7] min recovered$/).waitFor();
  const untilMs = Date.parse((await evening.stop()).simulatedUntil);

  const seen = tallyOf(new CameraMemory(new Shops(shop), 0, 0).between(openedMs, untilMs)).all;
  await expect.poll(async () => (await call('cameras.list', {}))[0]?.today).toEqual(seen);
  await page.evaluate(() => (location.hash = '#/'));
  await page.locator(`[data-testid="camera-${sn}-in"][data-value="${String(seen.in)}"]`).waitFor();
});
