import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MethodName, MethodParams, MethodResult } from '#shared/contract';
import { launchStandIn, type StandInDesktop, type StandInOptions } from '../stand-in/stand-in-desktop';
import { zoneWhereItIs } from '../support/test-camera';

// Tray, notifications, sleep and menus are the system's own, which no test can look into: hence always on
// the stand-in.
const sn = '2010010000000000';
const timeZone = zoneWhereItIs(12);
/** The shell looks at the present two seconds after an event. */

let folder: string;
let desktop: StandInDesktop;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-shell-'));
});
afterEach(async () => {
  await desktop.close();
  await rm(folder, { recursive: true, force: true });
});

async function launch(options: Partial<StandInOptions> = {}, ...flags: string[]): Promise<void> {
  const args = ['--port', '0', '--dashboard-port', '0', '--time-zone', timeZone, ...flags];
  desktop = await launchStandIn({ dataFolder: folder, args, ...options });
}

async function call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> {
  const page = await desktop.window();
  const outcome = await page.evaluate(
    ([name, given]) => window.foyer.call(name as MethodName, given as never),
    [method, params] as const,
  );
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result as MethodResult<M>;
}

async function cameraUrl(): Promise<string> {
  const { cameraPort } = await call('system.info', {});
  return `http://127.0.0.1:${String(cameraPort)}/api/camera/dataUpload`;
}

/** V1.9 §2.2, for a minute of its own in the last hour or two. */
async function post(
  url: string,
  entered: number,
  minutesAgo = 0,
  nowMs = Date.now(),
): Promise<{ code: number }> {
  const end = Math.floor(nowMs / 60_000) * 60 - minutesAgo * 60;
  const window = { startTime: end - 60, endTime: end, time: end };
  const counts = { in: entered, out: 0, passby: 0, turnback: 0, avgStayTime: 0 };
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ sn, ...window, ...counts }) });
  return (await answer.json()) as { code: number };
}

const labels = () => desktop.tray()?.menu.map(({ label }) => label) ?? [];
const closeWindow = async () => (await desktop.window()).close({ runBeforeUnload: true });

describe('the tray', () => {
  it('is all there is of a hidden start, and opens the window', async () => {
    await launch({}, '--hidden');
    await expect.poll(labels).toContain('No camera has called yet');
    expect(desktop.openWindows()).toBe(0);
    await desktop.clickTray('Open Foyer');
    await expect.poll(() => desktop.openWindows()).toBe(1);
  });

  it('shows today’s figure and that cameras are well', async () => {
    await launch();
    await post(await cameraUrl(), 12);
    await expect
      .poll(labels)
      .toEqual(['12 visitors today, 12 inside', 'The camera is online', 'Open Foyer', 'Quit Foyer']);
    expect(desktop.tray()?.tooltip).toContain('12 visitors today');
  });

  it('quits', async () => {
    await launch({}, '--hidden');
    await expect.poll(labels).toContain('Quit Foyer');
    await desktop.clickTray('Quit Foyer');
    expect(await desktop.exited).toBe(0);
  });
});

describe('closing the window', () => {
  it('goes to the tray and says so, the first time only', async () => {
    await launch();
    await closeWindow();
    await expect
      .poll(() => desktop.notifications.map(({ title }) => title))
      .toEqual(['Foyer keeps counting']);
    await desktop.clickNotification(desktop.notifications[0]?.id ?? 0);
    await expect.poll(() => desktop.openWindows()).toBe(1);
    await closeWindow();
    await expect.poll(() => desktop.openWindows()).toBe(0);
    expect(await desktop.startAgain()).toBe(0);
    await expect.poll(() => desktop.openWindows()).toBe(1);
    expect(desktop.notifications).toHaveLength(1);
  });

  it('quits where the owner wants that', async () => {
    await launch();
    await call('settings.update', { closeToTray: false });
    // The tray is told at each look; the setting has been read by then.
    await post(await cameraUrl(), 1);
    await expect.poll(labels).toContain('The camera is online');
    await closeWindow();
    expect(await desktop.exited).toBe(0);
  });

  it('and opening it again puts it where it was', async () => {
    await launch();
    await desktop.window();
    await desktop.moveWindow(1, { x: 300, y: 200, width: 900, height: 700 });
    expect(await desktop.quit()).toBe(0);
    await desktop.close();
    await launch();
    await desktop.window();
    expect(await desktop.windowOptions()).toMatchObject([{ x: 300, y: 200, width: 900, height: 700 }]);
  });
});

describe('with the computer', () => {
  it('starts hidden once the owner wants that, and no more when not', async () => {
    await launch({ isPackaged: true });
    const entry = join(folder, 'autostart', 'foyer.desktop');
    await call('settings.update', { startWithComputer: true });
    if (process.platform === 'linux') {
      const text = () => (existsSync(entry) ? readFileSync(entry, 'utf8') : '');
      await expect.poll(text).toMatch(/^Exec=".+" --hidden$/m);
    }
    await call('settings.update', { startWithComputer: false });
    await expect.poll(() => existsSync(entry)).toBe(false);
  });

  it('a second hidden start does not bring the window up', async () => {
    await launch({}, '--hidden');
    await expect.poll(labels).toContain('No camera has called yet');
    expect(await desktop.startAgain()).toBe(0);
    await desktop.clickTray('Open Foyer');
    await expect.poll(() => desktop.openWindows()).toBe(1);
  });

  it('keeps it awake while that is wanted', async () => {
    await launch();
    await call('settings.update', { keepAwake: true });
    await expect.poll(() => desktop.noted('powerSaveBlocker')).toEqual(['prevent-app-suspension']);
    await call('settings.update', { keepAwake: false });
    await expect.poll(() => desktop.noted('powerSaveBlocker')).toEqual([]);
  });

  it('saves a snapshot before it sleeps, and goes on counting when it wakes', async () => {
    await launch();
    const url = await cameraUrl();
    await post(url, 4, 5);
    expect((await call('system.health', {})).journalLag).toBeGreaterThan(0);
    await desktop.power('suspend');
    await expect.poll(async () => (await call('system.health', {})).journalLag).toBe(0);
    await desktop.power('resume');
    expect(await post(url, 3)).toMatchObject({ code: 0 });
    expect((await call('cameras.list', {}))[0]?.today.in).toBe(7);
  });

  it('ends in order when the system shuts down', async () => {
    await launch();
    await post(await cameraUrl(), 4);
    await desktop.power('shutdown').catch(() => undefined);
    expect(await desktop.exited).toBe(0);
    await desktop.close();
    await launch();
    expect((await call('cameras.list', {}))[0]?.today.in).toBe(4);
    expect((await call('system.health', {})).journalLag).toBe(0);
  });
});

describe('notifications', () => {
  it('tell of what happens, and bring the window up', async () => {
    await launch();
    await call('settings.update', { alerts: { occupancyLimitPeople: 5 } });
    await post(await cameraUrl(), 7);
    await expect.poll(() => desktop.notifications).toMatchObject([{ title: '7 people are inside' }]);
    await closeWindow();
    await expect.poll(() => desktop.openWindows()).toBe(0);
    await desktop.clickNotification(desktop.notifications[0]?.id ?? 0);
    await expect.poll(() => desktop.openWindows()).toBe(1);
  });
});

describe('the menu', () => {
  it('says which Foyer this is, and copies what a maintainer asks', async () => {
    await launch();
    await post(await cameraUrl(), 2);
    await call('cameras.update', { sn, name: 'Maria’s door' });
    desktop.answerMessageBox(1);
    await desktop.clickMenu('About Foyer');
    await expect.poll(() => desktop.noted('clipboard')).toContain('1 active online');
    expect(desktop.messageBoxes[0]?.detail).toContain(folder);
    expect(desktop.noted('clipboard')).not.toMatch(/Maria|2010010000000000|127\.0\.0\.1|key/);
    desktop.answerMessageBox(2);
    await desktop.clickMenu('About Foyer');
    await expect.poll(() => desktop.noted('openPath')).toBe(folder);
  });

  it('answers who asks for updates', async () => {
    await launch();
    await desktop.window();
    await desktop.clickMenu('Check for Updates…');
    await expect
      .poll(() => desktop.messageBoxes)
      .toMatchObject([{ detail: expect.stringContaining('does not update itself') as string }]);
  });
});

it('quitting while cameras send loses nothing that was acknowledged, and counts nothing twice', async () => {
  await launch();
  const url = await cameraUrl();
  let acknowledged = 0;
  let sent = 0;
  // Were it read anew for each report, two of them would be about one minute where a minute passes between them.
  const nowMs = Date.now();
  const camera = async (first: number) => {
    for (let i = first; i < 700; i += 10) {
      sent += 1;
      // Once it has quit nobody answers; the camera keeps those.
      const reply = await post(url, 1, i, nowMs).catch(() => null);
      if (reply === null) return;
      if (reply.code === 0) acknowledged += 1;
    }
  };
  const cameras = Promise.all(Array.from({ length: 10 }, (_, first) => camera(first)));
  await expect.poll(() => acknowledged).toBeGreaterThan(50);
  expect(await desktop.quit()).toBe(0);
  await cameras;
  await desktop.close();

  await launch();
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const { rows } = await call('history.query', { from: day(-2), to: day(1), by: 'day' });
  const counted = rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
  expect(counted).toBeGreaterThanOrEqual(acknowledged);
  expect(counted).toBeLessThanOrEqual(sent);
});

it('a hostile name of a camera is text wherever it appears', async () => {
  await launch();
  await post(await cameraUrl(), 2);
  const name = '<img src=x onerror="window.hacked=1"><b>$(calc)</b>';
  await call('cameras.update', { sn, name });
  const page: Page = await desktop.window();
  await page.getByText(name).first().waitFor();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  expect(await page.locator('img[src="x"]').count()).toBe(0);
  for (const hash of ['#/history', '#/cameras', '#/settings']) {
    await page.evaluate((to) => (location.hash = to), hash);
    await page.locator('main').waitFor();
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  }
});
