import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { picture } from '../support/pictures';
import { launchDesktopApp, type DesktopApp } from '../support/desktop-app';
import { zoneWhereItIs } from '../support/test-camera';

const sn = '2010010000000000';
const timeZone = zoneWhereItIs(12);
let dataFolder: string;
let desktop: DesktopApp;
let page: Page;
let cameraPort: number;

async function launch(): Promise<void> {
  const args = ['--port', '0', '--dashboard-port', '0', '--time-zone', timeZone];
  desktop = await launchDesktopApp({ dataFolder, args });
  page = await desktop.window();
  const info = await page.evaluate(() => window.foyer.call('system.info', {}));
  if (!info.ok || info.result.cameraPort === null) throw new Error('The camera port is not open');
  cameraPort = info.result.cameraPort;
}

/** Posts a V1.9 §2.2 report for the minute that has just ended, as a camera does. */
async function postReport(counts: { in: number; out: number }, minutesAgo = 0): Promise<unknown> {
  const end = Math.floor(Date.now() / 60_000) * 60 - minutesAgo * 60;
  const answer = await fetch(`http://127.0.0.1:${String(cameraPort)}/api/camera/dataUpload`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      sn,
      startTime: end - 60,
      endTime: end,
      time: end,
      ...counts,
      passby: 9,
      turnback: 1,
      avgStayTime: 1500,
    }),
  });
  return answer.json();
}

const shownIn = () => page.locator(`[data-testid="camera-${sn}-in"]`);

beforeAll(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'foyer-desktop-'));
  await launch();
});
afterAll(async () => {
  await desktop.close();
  await rm(dataFolder, { recursive: true, force: true });
});

describe('the main job', () => {
  it('shows a report in the window as soon as a camera posts it', async () => {
    expect(await postReport({ in: 7, out: 2 }, 1)).toMatchObject({ code: 0, data: { sn } });
    await shownIn().filter({ hasText: /^7$/ }).waitFor();
    expect(await postReport({ in: 5, out: 1 })).toMatchObject({ code: 0 });
    await shownIn().filter({ hasText: /^12$/ }).waitFor();
    await picture(page, 'desktop-today');
  });

  it('exports to the file that the owner chose', async () => {
    const path = join(dataFolder, 'my export.csv');
    await page.evaluate(() => (location.hash = '#/history'));
    await desktop.answerSaveDialog(null);
    await page.locator('[data-testid="export-csv"]').click();
    await desktop.answerSaveDialog(path);
    await page.locator('[data-testid="export-csv"]').click();
    await expect.poll(() => readdir(dataFolder)).toContain('my export.csv');

    const text = await readFile(path, 'utf8');
    const rows = parse<Record<string, string>>(text, { bom: true, columns: true, delimiter: [',', ';'] });
    const counted = rows.filter((row) => row['serial'] === `SN${sn}` && row['in'] !== '');
    expect(counted.reduce((sum, row) => sum + Number(row['in']), 0)).toBe(12);
    expect(counted.reduce((sum, row) => sum + Number(row['out']), 0)).toBe(3);
    await picture(page, 'desktop-history');
  });
});

describe('everything in one file', () => {
  it('is saved where the owner says, and taken over from there', async () => {
    const path = join(dataFolder, 'everything.foyer');
    await desktop.answerSaveDialog(null);
    expect(await page.evaluate(() => window.foyer.saveEverything())).toEqual({
      ok: true,
      result: { saved: 'cancelled' },
    });
    await desktop.answerSaveDialog(path);
    expect(await page.evaluate(() => window.foyer.saveEverything())).toEqual({
      ok: true,
      result: { saved: 'file', path },
    });

    await page.evaluate(() => (location.hash = '#/'));
    expect(await postReport({ in: 9, out: 0 }, 5)).toMatchObject({ code: 0 });
    await shownIn().filter({ hasText: /^21$/ }).waitFor();
    await desktop.answerOpenDialog(null);
    expect(await page.evaluate(() => window.foyer.openEverything())).toEqual({
      ok: true,
      result: 'cancelled',
    });
    await desktop.answerOpenDialog(path);
    expect(await page.evaluate(() => window.foyer.openEverything())).toEqual({
      ok: true,
      result: 'replaced',
    });
    await shownIn().filter({ hasText: /^12$/ }).waitFor();
  });
});

describe('the window is a closed room', () => {
  it('shows the page nothing but the carrier', async () => {
    const seen = await page.evaluate(() => ({
      carrier: Object.keys(window.foyer).sort(),
      node: ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    }));
    const carrier = [
      'call',
      'cancelExport',
      'chooseFolder',
      'onConnection',
      'openEverything',
      'pageDrawn',
      'print',
      'saveEverything',
      'savePdf',
      'showInFolder',
      'startExport',
      'subscribe',
    ];
    expect(seen).toEqual({ carrier, node: [] });
  });

  it('lets only the contract’s methods through', async () => {
    const outcomes = await page.evaluate(() => {
      const names: unknown[] = ['app.quit', 'toString', '__proto__', '', undefined, { toString: null }];
      return Promise.all(names.map((name) => window.foyer.call(name as 'system.info', {})));
    });
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  it('does not let the page go elsewhere', async () => {
    const before = page.url();
    await page.evaluate(() => {
      location.href = 'https://elsewhere.invalid/';
    });
    await page.evaluate(() => {
      location.href = 'http://127.0.0.1:9/';
    });
    // Were it on its way out, this would find no carrier.
    expect(await page.evaluate(() => window.foyer.call('system.info', {}))).toMatchObject({ ok: true });
    expect(page.url()).toBe(before);
  });

  it('opens no window, and hands only https links on to the owner’s browser', async () => {
    const opened = await page.evaluate(() => [
      window.open('https://help.invalid/page'),
      window.open('http://plain.invalid/'),
      window.open('file:///etc/passwd'),
    ]);
    expect(opened).toEqual([null, null, null]);
    await page.evaluate(() => {
      const link = document.createElement('a');
      Object.assign(link, { href: 'https://link.invalid/', target: '_blank', rel: 'noopener' });
      document.body.append(link);
      link.click();
      link.remove();
    });
    await expect
      .poll(() => desktop.openedExternally())
      .toEqual(['https://help.invalid/page', 'https://link.invalid/']);
    expect(desktop.openWindows()).toBe(1);
  });

  it('denies permissions, apart from copying', async () => {
    const seen = await page.evaluate(async () => {
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      const place = await new Promise<number>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve(0);
          },
          (error) => {
            resolve(error.code);
          },
        );
      });
      return { place, geolocation: await state('geolocation'), copying: await state('clipboard-write') };
    });
    expect(seen).toEqual({ place: 1, geolocation: 'denied', copying: 'granted' });
  });

  it('runs no inline script and fetches nothing from outside', async () => {
    const seen = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      const fetched = await fetch('https://elsewhere.invalid/').then(
        () => 'fetched',
        () => 'blocked',
      );
      return { fetched, inlineRan: 'inlineRan' in window };
    });
    expect(seen).toEqual({ fetched: 'blocked', inlineRan: false });
  });

  it('answers no page that is not ours, even with our preload script', async () => {
    const foreign = await desktop.openForeignWindow();
    const outcomes = await foreign.evaluate(async () => [
      await window.foyer.call('cameras.list', {}),
      await window.foyer.startExport(1, { kind: 'archive' }, () => undefined),
      await window.foyer.saveEverything(),
      await window.foyer.openEverything(),
    ]);
    const refused = { ok: false, error: { code: 'forbidden' } };
    expect(outcomes).toMatchObject([refused, refused, refused, refused]);
    await foreign.close();
  });
});

describe('starting and quitting', () => {
  it('a second start ends by itself and leaves the one window', async () => {
    expect(await desktop.startAgain()).toBe(0);
    expect(desktop.openWindows()).toBe(1);
    expect(await page.evaluate(() => window.foyer.call('system.info', {}))).toMatchObject({ ok: true });
  });

  it('quits with everything on disk, and shows it again after the next start', async () => {
    expect(await desktop.quit()).toBe(0);
    await desktop.close();
    await launch();
    await shownIn().filter({ hasText: /^12$/ }).waitFor();
  });

  it('closing the window leaves it counting; a second start brings the window back', async () => {
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => desktop.openWindows()).toBe(0);
    expect(await postReport({ in: 3, out: 0 }, 2)).toMatchObject({ code: 0 });
    expect(await desktop.startAgain()).toBe(0);
    await expect.poll(() => desktop.openWindows()).toBe(1);
    page = await desktop.window();
    await shownIn().filter({ hasText: /^15$/ }).waitFor();
  });
});
