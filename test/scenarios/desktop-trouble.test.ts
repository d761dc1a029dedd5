import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MethodName, MethodParams, MethodResult } from '#shared/contract';
import { launchStandIn, type StandInDesktop } from '../stand-in/stand-in-desktop';
import { zoneWhereItIs } from '../support/test-camera';

// What a page's process, the system and hostile names do to the app, on the stand-in: no test can have a real
// system do so.
const sn = '2010010000000000';
const timeZone = zoneWhereItIs(12);

let folder: string;
let desktop: StandInDesktop;
let url: string;

async function launch(): Promise<void> {
  const args = ['--port', '0', '--dashboard-port', '0', '--time-zone', timeZone];
  desktop = await launchStandIn({ dataFolder: folder, args });
  const { cameraPort } = await call('system.info', {});
  url = `http://127.0.0.1:${String(cameraPort)}/api/camera/dataUpload`;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-trouble-'));
  await launch();
});
afterAll(async () => {
  await desktop.close();
  await rm(folder, { recursive: true, force: true });
});

async function call<M extends MethodName>(method: M, params: MethodParams<M>): Promise<MethodResult<M>> {
  const page = await desktop.window();
  const outcome = await page.evaluate(
    ([name, given]) => window.foyer.call(name as MethodName, given as never),
    [method, params] as const,
  );
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.result as MethodResult<M>;
}

/** V1.9 §2.2, for a minute of its own. */
async function post(entered: number, minutesAgo = 0, nowMs = Date.now()): Promise<{ code: number }> {
  const end = Math.floor(nowMs / 60_000) * 60 - minutesAgo * 60;
  const window = { startTime: end - 60, endTime: end, time: end };
  const counts = { in: entered, out: 0, passby: 0, turnback: 0, avgStayTime: 0 };
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify({ sn, ...window, ...counts }) });
  return (await answer.json()) as { code: number };
}

const labels = () => desktop.tray()?.menu.map(({ label }) => label) ?? [];

describe('a page', () => {
  it('that crashes is opened anew, without a word', async () => {
    const lost = await desktop.window();
    await desktop.crashPage(1);
    const page = await desktop.window();
    expect(page).not.toBe(lost);
    await page.locator('main').waitFor();
    expect(desktop.messageBoxes).toEqual([]);
  });

  it('that crashes again soon is opened anew when the owner says so', async () => {
    await desktop.crashPage(1);
    const page = await desktop.window();
    await page.locator('main').waitFor();
    expect(desktop.messageBoxes.splice(0)).toMatchObject([
      { message: 'The window stopped working', buttons: ['Open it anew', 'Close the window'] },
    ]);
    expect(await post(1, 9)).toMatchObject({ code: 0 });
  });

  it('that does not answer is waited for, or opened anew', async () => {
    const page = await desktop.window();
    await desktop.pageAnswers(1, false);
    await expect.poll(() => desktop.messageBoxes).toHaveLength(1);
    await desktop.pageAnswers(1, true);
    expect(await desktop.window()).toBe(page);

    const closed = page.waitForEvent('close');
    desktop.answerMessageBox(1);
    await desktop.pageAnswers(1, false);
    await closed;
    const next = await desktop.window();
    await next.locator('main').waitFor();
    const frozen = { message: 'The window does not answer', buttons: ['Wait', 'Open it anew'] };
    expect(desktop.messageBoxes.splice(0)).toMatchObject([frozen, frozen]);
    expect(desktop.openWindows()).toBe(1);
  });
});

describe('the owner’s language', () => {
  it('is that of the tray, the menu and its boxes as soon as it is chosen', async () => {
    await call('settings.update', { language: 'de' });
    await expect.poll(labels).toContain('Foyer beenden');
    expect(labels()).toContain('heute 1 Besucher, 1 im Geschäft');
    await desktop.clickMenu('Über Foyer');
    await expect.poll(() => desktop.messageBoxes).toHaveLength(1);
    expect(desktop.messageBoxes.splice(0)[0]).toMatchObject({
      detail: expect.stringContaining('Alles bleibt auf diesem Computer.') as string,
      buttons: ['OK', 'Diagnose kopieren', 'Datenordner öffnen'],
    });
    await call('settings.update', { language: 'auto' });
    await expect.poll(labels).toContain('Quit Foyer');
  });
});

describe('a hostile name', () => {
  const hostile = 'Tür\n\u202E<a href="file:///etc">exe.</a> & Söhne';
  const shown = 'Tür ‹a href="file:///etc"›exe.‹/a› & Sö…';

  it('is one line of text in a notification and in the tray', async () => {
    const [site] = await call('sites.list', {});
    await call('sites.update', { id: site?.id ?? '', name: hostile });
    await call('sites.add', { name: 'Other shop', timeZone });
    await call('settings.update', { alerts: { occupancyLimitPeople: 5 } });
    await post(7, 8);
    await expect
      .poll(() => desktop.notifications)
      .toMatchObject([{ title: '8 people are inside', body: `${shown}: the limit is 5.` }]);
    expect(labels()).toContain(`${shown.replace('&', '&&')}: 8 visitors today, 8 inside`);
  });
});

it('Windows ending the session loses nothing that was acknowledged, and counts nothing twice', async () => {
  let acknowledged = 8;
  let sent = 8;
  // Were it read anew for each report, two of them would be about one minute where a minute passes between them.
  const nowMs = Date.now();
  const camera = async (first: number) => {
    for (let i = first; i < 900; i += 10) {
      sent += 1;
      // Once it has ended nobody answers; the camera keeps those.
      const reply = await post(1, i, nowMs).catch(() => null);
      if (reply === null) return;
      if (reply.code === 0) acknowledged += 1;
    }
  };
  const cameras = Promise.all(Array.from({ length: 10 }, (_, i) => camera(20 + i)));
  await expect.poll(() => acknowledged).toBeGreaterThan(60);
  await desktop.endSession();
  expect(await desktop.exited).toBe(0);
  await cameras;
  await desktop.close();

  await launch();
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const { rows } = await call('history.query', { from: day(-2), to: day(1), by: 'day' });
  const counted = rows.reduce((sum, row) => sum + (row.in ?? 0), 0);
  expect(counted).toBeGreaterThanOrEqual(acknowledged);
  expect(counted).toBeLessThanOrEqual(sent);
  // It had the time for its last snapshot.
  expect((await call('system.health', {})).journalLag).toBe(0);
});
