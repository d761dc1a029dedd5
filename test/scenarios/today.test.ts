import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Comparison, DayNote, History, OccupancyDay, SiteSummary, UsualDay } from '#shared/domain';
import { openPage, startInBrowser } from '../support/app-in-browser';
import { breakableProxy } from '../support/breakable-proxy';
import { picture } from '../support/pictures';
import { recordEarlierWeeks } from '../support/earlier-weeks';
import type { HeadlessApp } from '../support/headless';
import { barriersOf } from '../support/barriers';
import { rpc } from '../support/rpc';
import { testCamera, zoneWhereItIs, type TestCamera } from '../support/test-camera';

/** Today and the television, over the built app: what they show is what the API says, and the owner can set it right. */

const hourMs = 3_600_000;
const sn = '2010010000001234';
const other = '2010010000001235';
let app: HeadlessApp;
let browser: Browser;
let page: Page;
let camera: TestCamera;
let close: () => Promise<void>;
let site: SiteSummary;
let midnightMs: number;
const complaints: string[] = [];

const byId = (id: string) => page.getByTestId(id);
const shown = (id: string, value: number) =>
  page.locator(`[data-testid="${id}"][data-value="${String(value)}"]`);
const siteNow = async () => {
  const [first] = await rpc<SiteSummary[]>(app, 'sites.list', {});
  if (!first) throw new Error('There is no site');
  return first;
};
const open = async (look: { width: number; height: number; colorScheme?: 'light' | 'dark' }, hash = '') => {
  const { width, height, colorScheme = 'light' } = look;
  const opened = await openPage(browser, complaints, { colorScheme, viewport: { width, height } });
  await opened.goto(app.dashboardUrl + hash);
  return opened;
};

function reportHour(door: TestCamera, hour: number, share: number): Promise<void> {
  const startMs = midnightMs + hour * hourMs;
  const counts = {
    in: hour * 4 * share,
    out: hour * 2 * share,
    passby: hour * 10 * share,
    turnback: hour * 2 * share,
  };
  return door.report(counts, { startMs, endMs: startMs + hourMs });
}

beforeAll(async () => {
  const nowMs = Date.now();
  ({ app, browser, close } = await startInBrowser(['--time-zone', zoneWhereItIs(15, nowMs)]));
  midnightMs = Math.floor(nowMs / hourMs) * hourMs - 15 * hourMs;
  camera = testCamera(app, sn);
  for (const [door, share] of [
    [camera, 1],
    [testCamera(app, other), 0.5],
  ] as const) {
    await door.heartbeat();
    for (let hour = 8; hour < 15; hour++) await reportHour(door, hour, share);
  }
  const visitors = (hour: number, weeksAgo: number) => (hour < 8 || hour > 19 ? 0 : 20 + weeksAgo * 4);
  for (const serial of [sn, other])
    await recordEarlierWeeks(app, { sn: serial, weeks: 4, midnightMs, visitors });
  await rpc(app, 'cameras.update', { sn, name: 'Main door' });
  site = await siteNow();
  page = await open({ width: 1280, height: 860 });
});
afterAll(() => close());

describe('Today', () => {
  it('shows visitors against the usual and a week ago, as the API has them', async () => {
    const range = { site: site.id, from: site.date, to: nextDay(site.date) };
    await shown('site-in', site.today.in ?? -1).waitFor();
    // Both figures move on at the end of a quarter hour, which may be now.
    await expect
      .poll(async () => {
        const usual = await rpc<UsualDay>(app, 'insights.usualDay', { site: site.id, date: site.date });
        const { low = 0, high = 0 } = usual.soFar ?? {};
        expect(usual.days).toBe(4);
        return (await byId('usual').textContent())?.includes(
          `Usually ${String(Math.round(low))}–${String(Math.round(high))} by now`,
        );
      })
      .toBe(true);
    await expect
      .poll(async () => {
        const { now, before } = await rpc<Comparison>(app, 'insights.compare', range);
        return (await byId('last-week').textContent())?.includes(
          `(${String(now.in)} today, ${String(before.in)} then)`,
        );
      })
      .toBe(true);
  });

  it('explains a total by its cameras and by what was put right', async () => {
    // The same report once more counts nothing, and leaves a mark.
    await reportHour(camera, 14, 1);
    await byId('explain-in').click();
    const explanation = byId('explanation');
    const day = await rpc<History>(app, 'history.query', {
      site: site.id,
      from: site.date,
      to: nextDay(site.date),
      by: 'day',
    });
    for (const row of day.rows) {
      await explanation
        .locator(`[data-value="${String(row.in)}"]`)
        .first()
        .waitFor();
    }
    await explanation.getByText('Main door').waitFor();
    expect(await byId('explained-total').getAttribute('data-value')).toBe(String(site.today.in));
    await explanation.getByText('1× The same report came again; it was counted once.').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await explanation.waitFor({ state: 'detached' });
  });

  it('says the day in words', async () => {
    const story = byId('day-words');
    await story.getByText(/visitors so far, /).waitFor();
    await story.getByText('The busiest hour was 14:00–15:00 with 84 visitors.').waitFor();
  });

  it('has its chart as a table, by hours and quarter hours', async () => {
    await byId('day-table').locator('summary').click();
    const row = byId('day-table').getByRole('row', { name: '14:00–15:00' });
    expect(await row.getByRole('cell').first().textContent()).toBe('84');
    await page.getByText('Quarter hours', { exact: true }).click();
    await byId('day-table').getByRole('row', { name: '14:00–14:15' }).waitFor();
    await page.getByText('Hours', { exact: true }).click();
    await row.waitFor();
  });

  it('sets the people inside by keyboard, and sets them back', async () => {
    const before = site.occupancy.counted ?? 0;
    await shown('site-inside', before).waitFor();
    await byId('inside-empty').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Is the shop empty?' }).waitFor();
    expect((await siteNow()).occupancy.counted).toBe(before);
    await byId('inside-confirm').focus();
    await page.keyboard.press('Enter');
    await shown('site-inside', 0).waitFor();
    // Of now: an earlier minute may lie in the quarter hour before the one in which the number was set.
    const endMs = Math.ceil(Date.now() / 1000) * 1000;
    await camera.report({ in: 2, out: 0, passby: 0, turnback: 0 }, { startMs: endMs - 1000, endMs });
    await shown('site-inside', 2).waitFor();
    await byId('inside-undo').click();
    await shown('site-inside', before + 2).waitFor();
    expect((await siteNow()).occupancy.counted).toBe(before + 2);

    await byId('explain-inside').click();
    const corrections = byId('corrections').locator('li');
    await corrections.nth(1).waitFor();
    const day = await rpc<OccupancyDay>(app, 'sites.occupancyDay', { id: site.id });
    expect(await corrections.count()).toBe(day.corrections.length);
    await page.keyboard.press('Escape');
  });

  it('refuses a number that is none, beside the field', async () => {
    await byId('inside-set').click();
    await byId('inside-input').fill('many');
    await page.keyboard.press('Enter');
    await page.getByText('A whole number from 0 to 100,000.').waitFor();
    await byId('inside-input').fill('7');
    await page.keyboard.press('Enter');
    await shown('site-inside', 7).waitFor();
  });

  it('keeps a note of the day', async () => {
    await byId('note-edit').click();
    await byId('note-input').fill('Street fair');
    await byId('note-save').click();
    await byId('note-text').filter({ hasText: 'Street fair' }).waitFor();
    const notes = await rpc<DayNote[]>(app, 'notes.list', {
      site: site.id,
      from: site.date,
      to: nextDay(site.date),
    });
    expect(notes.map(({ text }) => text)).toEqual(['Street fair']);
  });

  it('counts opening hours by default, and shows the rest beside them', async () => {
    const weekly = Array.from({ length: 7 }, () => [{ from: '10:00', to: '19:00' }]);
    await rpc(app, 'sites.update', { id: site.id, openingHours: { weekly, exceptions: [] } });
    const { todayByHours, today } = await siteNow();
    await shown('site-in', todayByHours?.open.in ?? -1).waitFor();
    expect(await byId('site-in-outside').textContent()).toContain(String(todayByHours?.closed.in));
    await page.getByText('Whole day', { exact: true }).click();
    await shown('site-in', today.in ?? -1).waitFor();
    await page.getByText('Opening hours', { exact: true }).click();
    await shown('site-in', todayByHours?.open.in ?? -1).waitFor();
  });

  it('has a switch where there are more than two shops', async () => {
    await rpc(app, 'sites.add', { name: 'Harbour' });
    const third = await rpc<SiteSummary>(app, 'sites.add', { name: 'Station' });
    await rpc(app, 'cameras.update', { sn: other, site: third.id });
    await page.reload();
    await byId(`site-${site.id}`).waitFor();
    expect(await byId(`site-${third.id}`).count()).toBe(0);
    await page.getByText('Station', { exact: true }).click();
    await byId(`site-${third.id}`).waitFor();
    expect(await byId(`site-${site.id}`).count()).toBe(0);
    await picture(page, 'today-sites', { fullPage: true });
  });
});

describe('the television', () => {
  const sizes = [
    { width: 1920, height: 1080, colorScheme: 'dark' as const },
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ];

  it.each(sizes)('fits $width × $height without scrolling', async (look) => {
    const tv = await open(look, `#/tv/${site.id}`);
    const { todayByHours } = await siteNow();
    await tv.locator(`[data-testid="tv-in"][data-value="${String(todayByHours?.open.in)}"]`).waitFor();
    await tv.getByText(/^Usually/).waitFor();
    const rest = await tv.evaluate(() => {
      const { scrollWidth, scrollHeight } = document.documentElement;
      return [scrollWidth - innerWidth, scrollHeight - innerHeight];
    });
    expect(rest).toEqual([0, 0]);
    for (const id of ['tv-in', 'tv-inside', 'tv-clock']) {
      const box = await tv.getByTestId(id).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= look.width && box.y + box.height <= look.height).toBe(
        true,
      );
    }
    expect(await barriersOf(tv)).toEqual([]);
    await picture(tv, `tv-${String(look.width)}`);
    await tv.context().close();
  });

  it('shows several shops side by side', async () => {
    const tv = await open({ width: 1280, height: 720 }, '#/tv');
    for (const { id } of await rpc<SiteSummary[]>(app, 'sites.list', {})) {
      await tv.getByTestId(`tv-site-${id}`).getByTestId('tv-in').waitFor();
    }
    expect(await tv.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
    await picture(tv, 'tv-several');
    await tv.context().close();
  });

  it('goes to full screen, and rests its pointer when nobody moves it', async () => {
    const tv = await open({ width: 1280, height: 720 }, `#/tv/${site.id}`);
    await tv.getByTestId('tv-fullscreen').waitFor({ state: 'attached' });
    // On a slow computer they may be resting already.
    await tv.mouse.move(10, 10);
    await tv.getByTestId('tv-fullscreen').click();
    await tv.waitForFunction(() => document.fullscreenElement !== null);
    await tv.getByTestId('tv-fullscreen').getByText('Leave full screen').waitFor({ state: 'attached' });
    await tv.waitForFunction(() => {
      const view = document.querySelector('[data-testid="tv"]');
      return view !== null && getComputedStyle(view).cursor === 'none';
    });
    await tv.context().close();
  });

  it('says when it is not connected, and goes on by itself', async () => {
    const proxy = await breakableProxy(app.dashboardUrl);
    const tv = await open({ width: 1280, height: 720 });
    await tv.goto(`${proxy.url}#/tv/${site.id}`);
    const before = Number(await tv.getByTestId('tv-in').getAttribute('data-value'));
    proxy.cut();
    await tv
      .getByTestId('tv-troubles')
      .getByText(/^As of \d\d:\d\d, not connected$/)
      .waitFor();
    await camera.report({ in: 3, out: 0, passby: 0, turnback: 0 });
    proxy.mend();
    await tv.locator(`[data-testid="tv-in"][data-value="${String(before + 3)}"]`).waitFor();
    await tv
      .getByTestId('tv-troubles')
      .getByText(/not connected/)
      .waitFor({ state: 'detached' });
    complaints.length = 0;
    await tv.context().close();
    await proxy.close();
  });
});

it('leaves the console silent', () => {
  expect(complaints).toEqual([]);
});

function nextDay(date: string): string {
  return new Date(Date.parse(date) + 24 * hourMs).toISOString().slice(0, 10);
}
