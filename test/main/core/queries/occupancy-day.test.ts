import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OccupancyDay, SiteSummary } from '#shared/domain';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';

const seconds = (iso: string) => Date.parse(iso) / 1000;
let app: TestCore;

async function report(end: string, counts: { in: number; out: number }, sn = 'A'): Promise<void> {
  const endTime = seconds(end);
  await app.post({ sn, startTime: endTime - 60, endTime, time: endTime, ...counts });
}

const site = async (): Promise<SiteSummary> => (await app.call('sites.list', {}))[0] as SiteSummary;
const day = (date?: string): Promise<OccupancyDay> =>
  app.call('sites.occupancyDay', { id: 'main', ...(date === undefined ? {} : { date }) });

describe('people inside', () => {
  beforeEach(async () => {
    app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-10T12:00:00Z')) });
  });
  afterEach(() => app.dispose());

  test('are counted over all doors of the site, and no door by itself', async () => {
    // In through one door and out through the other: clamping each door would see two people.
    await report('2026-03-10T10:05:00Z', { in: 2, out: 0 }, 'A');
    await report('2026-03-10T10:10:00Z', { in: 0, out: 2 }, 'B');
    expect((await site()).occupancy.counted).toBe(0);
  });

  test('begin anew when more have left than came', async () => {
    await report('2026-03-10T10:05:00Z', { in: 1, out: 4 });
    await report('2026-03-10T11:05:00Z', { in: 3, out: 1 });
    expect((await site()).occupancy.counted).toBe(2);
    expect((await day()).corrections).toEqual([
      { at: '2026-03-10T11:15:00+01:00', kind: 'automatic', before: -3, after: 0 },
    ]);
  });

  test('are what the owner says, from that moment on', async () => {
    await report('2026-03-10T11:59:00Z', { in: 9, out: 1 });
    await app.call('sites.setOccupancy', { id: 'main', inside: 0 });
    expect((await site()).occupancy.counted).toBe(0);
    app.clock.advance(60_000);
    await report('2026-03-10T12:01:00Z', { in: 3, out: 1 });
    expect((await site()).occupancy.counted).toBe(2);
    expect((await day()).corrections).toEqual([
      { at: '2026-03-10T13:00:00+01:00', kind: 'manual', before: 8, after: 0 },
    ]);
  });

  test('are told as they were when the owner speaks twice in a quarter hour', async () => {
    await report('2026-03-10T11:59:00Z', { in: 9, out: 1 });
    await app.call('sites.setOccupancy', { id: 'main', inside: 0 });
    app.clock.advance(60_000);
    await report('2026-03-10T12:01:00Z', { in: 3, out: 1 });
    await app.call('sites.setOccupancy', { id: 'main', inside: 10 });
    expect((await site()).occupancy.counted).toBe(10);
    expect((await day()).corrections.map(({ before, after }) => [before, after])).toEqual([
      [8, 0],
      [2, 10],
    ]);
  });

  test('follow the business day, not midnight', async () => {
    app.clock.set(Date.parse('2026-03-10T01:00:00Z'));
    await report('2026-03-09T22:30:00Z', { in: 5, out: 1 });
    // 02:00 local: the day that began at 04:00 yesterday goes on.
    expect((await site()).occupancy.counted).toBe(4);
    app.clock.set(Date.parse('2026-03-10T03:00:00Z'));
    await app.heartbeat('A');
    expect((await site()).occupancy.counted).toBe(0);
    await app.call('sites.update', { id: 'main', dayStartHour: 6 });
    expect((await site()).occupancy.counted).toBe(4);
  });

  test('of a day that is over are corrected for drift and end at zero', async () => {
    await report('2026-03-09T10:05:00Z', { in: 10, out: 0 });
    await report('2026-03-09T12:05:00Z', { in: 0, out: 4 });
    await report('2026-03-09T14:05:00Z', { in: 0, out: 4 });
    const yesterday = await day('2026-03-09');
    expect(yesterday).toMatchObject({ isCorrected: true, date: '2026-03-09', imbalance: 0.2 });
    // 8 left of 10 that came: each leaving stands for 1.25.
    expect(yesterday.points.map((point) => point.inside)).toEqual([10, 5, 0]);
    expect(yesterday.max).toEqual({ inside: 10, at: '2026-03-09T11:15:00+01:00' });
  });

  test('seen by the cameras are told apart from counted ones', async () => {
    const time = app.clock.now() / 1000;
    await app.post({ sn: 'A', time, currentStay: 3, info: [] });
    await app.post({ sn: 'B', time, info: [{ id: 1, height: 170, status: 1, staytime: 2000 }] });
    expect((await site()).occupancy).toMatchObject({ seen: 4, counted: 0 });
    app.clock.advance(10 * 60_000);
    expect((await site()).occupancy.seen).toBeNull();
  });
});

describe('average visit', () => {
  beforeEach(async () => {
    app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-09T03:00:00Z')) });
  });
  afterEach(() => app.dispose());

  async function runDay(visitors: number, left: number): Promise<OccupancyDay> {
    const end = Date.parse('2026-03-10T03:10:00Z');
    for (; app.clock.now() < end; app.clock.advance(3 * 60_000)) await app.heartbeat('A');
    await report('2026-03-09T10:01:00Z', { in: visitors, out: 0 });
    await report('2026-03-09T11:01:00Z', { in: 0, out: left });
    return day('2026-03-09');
  }

  test('is the time spent inside by everyone over the people who came', async () => {
    const whole = await runDay(40, 40);
    // All 40 inside from one quarter hour to four later; changes count half.
    expect(whole).toMatchObject({
      coverage: 1,
      imbalance: 0,
      averageVisitMissing: [],
      averageVisitSeconds: 3600,
    });
  });

  test('is not shown where it would mean nothing, and why is said', async () => {
    const few = await runDay(20, 10);
    expect(few.averageVisitSeconds).toBeNull();
    expect(few.averageVisitMissing).toEqual(['imbalance', 'few-visitors']);
  });
});
