import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { HistoryRow } from '#shared/domain';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';

const sn = '2010010000000001';
const seconds = (iso: string) => Date.parse(iso) / 1000;

let app: TestCore;

async function open(now: string, timeZone = 'Europe/Madrid'): Promise<void> {
  app = await TestCore.open({ clock: new FakeClock(Date.parse(now)), timeZone });
}

/** A minute's report that ends at the given instant. */
async function report(end: string, counts: Record<string, number>, camera = sn): Promise<void> {
  const endTime = seconds(end);
  const reply = await app.post({ sn: camera, startTime: endTime - 60, endTime, time: endTime, ...counts });
  expect(reply.code).toBe(0);
}

async function rows(
  from: string,
  to: string,
  by: 'quarter' | 'hour' | 'day' | 'week' | 'month',
  more = {},
): Promise<HistoryRow[]> {
  return (await app.call('history.query', { from, to, by, ...more })).rows;
}

const known = (list: HistoryRow[]) => list.filter((row) => row.quality !== 'missing');
/** Rows with somebody in them. */
const busy = (list: HistoryRow[]) => list.filter((row) => (row.in ?? 0) > 0);

describe('history.query', () => {
  beforeEach(() => open('2026-03-10T09:00:00Z'));
  afterEach(() => app.dispose());

  test('sums the same reports into quarters, hours, days, weeks and months', async () => {
    await report('2026-03-02T10:10:00Z', { in: 1, out: 0, passby: 4, turnback: 0 });
    await report('2026-03-02T10:20:00Z', { in: 2, out: 1, passby: 5, turnback: 1 });
    await report('2026-03-03T10:20:00Z', { in: 4, out: 2, passby: 6, turnback: 0 });
    const starts = async (by: 'quarter' | 'hour' | 'day' | 'week' | 'month') =>
      known(await rows('2026-03-01', '2026-03-09', by)).map((row) => [
        row.start,
        row.in,
        row.out,
        row.passby,
      ]);
    expect(await starts('quarter')).toEqual([
      ['2026-03-02T11:00:00+01:00', 1, 0, 4],
      ['2026-03-02T11:15:00+01:00', 2, 1, 5],
      ['2026-03-03T11:15:00+01:00', 4, 2, 6],
    ]);
    expect(await starts('hour')).toEqual([
      ['2026-03-02T11:00:00+01:00', 3, 1, 9],
      ['2026-03-03T11:00:00+01:00', 4, 2, 6],
    ]);
    expect(await starts('day')).toEqual([
      ['2026-03-02T00:00:00+01:00', 3, 1, 9],
      ['2026-03-03T00:00:00+01:00', 4, 2, 6],
    ]);
    // The week of Monday the 2nd; the range cuts nothing off it.
    expect(await starts('week')).toEqual([['2026-03-02T00:00:00+01:00', 7, 3, 15]]);
    expect(await starts('month')).toEqual([['2026-03-01T00:00:00+01:00', 7, 3, 15]]);
  });

  test('takes local dates and instants; from is inclusive, to exclusive', async () => {
    await report('2026-03-02T11:01:00Z', { in: 1, out: 0 });
    await report('2026-03-02T12:01:00Z', { in: 2, out: 0 });
    const between = await rows('2026-03-02T12:00:00+01:00', '2026-03-02T12:00:00Z', 'hour');
    expect(known(between).map((row) => [row.start, row.in])).toEqual([['2026-03-02T12:00:00+01:00', 1]]);
  });

  test('a gap is a row without counts, and not a zero', async () => {
    await app.heartbeat(sn);
    app.clock.advance(60_000);
    await app.heartbeat(sn);
    app.clock.advance(3 * 3_600_000);
    await app.heartbeat(sn);
    const day = await rows('2026-03-10', '2026-03-11', 'hour');
    expect(day.map((row) => [row.start.slice(11, 16), row.in, row.quality])).toEqual([
      ['10:00', 0, 'partial'],
      ['11:00', null, 'missing'],
      ['12:00', null, 'missing'],
      // Only its first minute has passed.
      ['13:00', 0, 'ok'],
    ]);
    expect(day[1]).toMatchObject({ out: null, passby: null, turnback: null, coverage: 0 });
  });

  test('before the first message and in the future there is nothing at all', async () => {
    await app.heartbeat(sn);
    expect(await rows('2026-03-01', '2026-03-10', 'day')).toEqual([]);
    expect(await rows('2026-03-11', '2026-03-15', 'day')).toEqual([]);
  });

  test('a direction that the camera never reports stays unknown', async () => {
    await report('2026-03-10T08:59:00Z', { in: 3, out: 1 });
    const [row] = await rows('2026-03-10', '2026-03-11', 'day');
    expect(row).toMatchObject({ in: 3, out: 1, passby: null, turnback: null });
  });

  test('average stay is weighted by people', async () => {
    await report('2026-03-10T08:50:00Z', { in: 1, out: 0, avgStayTime: 10_000 });
    await report('2026-03-10T08:52:00Z', { in: 9, out: 0, avgStayTime: 2000 });
    const [row] = await rows('2026-03-10', '2026-03-11', 'day');
    expect(row?.avgStaySeconds).toBe(2.8);
  });

  test('coverage counts the minutes that have passed', async () => {
    for (let minute = 0; minute < 30; minute++) {
      await app.heartbeat(sn);
      app.clock.advance(60_000);
    }
    // 09:00 to 09:30, nothing since: ten minutes later it is 30 of 40.
    app.clock.advance(10 * 60_000);
    const [row] = await rows('2026-03-10T09:00:00Z', '2026-03-10T10:00:00Z', 'hour');
    expect(row).toMatchObject({ coverage: 0.75, quality: 'partial' });
  });

  test('an online camera is not missing the minutes since its last heartbeat', async () => {
    for (let minute = 0; minute < 5; minute++) {
      await app.heartbeat(sn);
      app.clock.advance(60_000);
    }
    app.clock.advance(59_000);
    const [row] = await rows('2026-03-10T09:00:00Z', '2026-03-10T10:00:00Z', 'hour');
    expect(row).toMatchObject({ coverage: 1, quality: 'ok' });
  });

  test('cameras can be chosen, and come in the order in which they were first seen', async () => {
    await report('2026-03-10T08:50:00Z', { in: 1, out: 0 }, 'B');
    await report('2026-03-10T08:50:00Z', { in: 2, out: 0 }, 'A');
    const all = await rows('2026-03-10', '2026-03-11', 'day');
    expect(all.map((row) => [row.camera, row.in])).toEqual([
      ['B', 1],
      ['A', 2],
    ]);
    const one = await rows('2026-03-10', '2026-03-11', 'day', { cameras: ['A'] });
    expect(one.map((row) => row.camera)).toEqual(['A']);
    expect(await rows('2026-03-10', '2026-03-11', 'day', { site: 'nowhere' })).toEqual([]);
  });
});

describe('days when the clocks change', () => {
  afterEach(() => app.dispose());

  test('the repeated autumn hour is two rows, told apart by their offset', async () => {
    await open('2026-10-26T09:00:00Z');
    await report('2026-10-25T00:30:00Z', { in: 1, out: 0 });
    await report('2026-10-25T01:30:00Z', { in: 2, out: 0 });
    const hours = known(await rows('2026-10-25', '2026-10-26', 'hour'));
    expect(hours.map((row) => [row.start, row.end, row.in])).toEqual([
      ['2026-10-25T02:00:00+02:00', '2026-10-25T02:00:00+01:00', 1],
      ['2026-10-25T02:00:00+01:00', '2026-10-25T03:00:00+01:00', 2],
    ]);
    const [day] = known(await rows('2026-10-25', '2026-10-26', 'day'));
    expect(day).toMatchObject({
      in: 3,
      start: '2026-10-25T00:00:00+02:00',
      end: '2026-10-26T00:00:00+01:00',
    });
  });

  test('the skipped spring hour has no row', async () => {
    await open('2026-03-28T09:00:00Z');
    await app.heartbeat(sn);
    app.clock.set(Date.parse('2026-03-30T09:00:00Z'));
    await report('2026-03-29T00:30:00Z', { in: 1, out: 0 });
    await report('2026-03-29T01:30:00Z', { in: 2, out: 0 });
    const hours = await rows('2026-03-29', '2026-03-30', 'hour');
    expect(known(hours).map((row) => row.start)).toEqual([
      '2026-03-29T01:00:00+01:00',
      '2026-03-29T03:00:00+02:00',
    ]);
    // Nor one that says that nothing is known of it.
    expect(hours).toHaveLength(23);
    for (const [i, { end }] of hours.slice(0, -1).entries()) expect(hours[i + 1]?.start).toBe(end);
  });

  test('days follow the zone also at a quarter to', async () => {
    await open('2026-03-10T09:00:00Z', 'Asia/Kathmandu');
    await report('2026-03-09T18:14:00Z', { in: 1, out: 0 });
    await report('2026-03-09T18:17:00Z', { in: 2, out: 0 });
    const days = known(await rows('2026-03-08', '2026-03-12', 'day'));
    expect(days.map((row) => [row.start, row.in])).toEqual([
      ['2026-03-09T00:00:00+05:45', 1],
      ['2026-03-10T00:00:00+05:45', 2],
    ]);
  });

  test('a changed zone moves the days, not what was counted', async () => {
    await open('2026-03-10T09:00:00Z');
    await report('2026-03-09T23:30:00Z', { in: 5, out: 0 });
    const day = async () =>
      busy(await rows('2026-03-08', '2026-03-12', 'day')).map((row) => [row.start, row.in]);
    expect(await day()).toEqual([['2026-03-10T00:00:00+01:00', 5]]);
    await app.call('sites.update', { id: 'main', timeZone: 'Atlantic/Azores' });
    expect(await day()).toEqual([['2026-03-09T00:00:00-01:00', 5]]);
  });
});

describe('doors', () => {
  beforeEach(() => open('2026-03-10T09:00:00Z'));
  afterEach(() => app.dispose());

  test('a camera that hangs the other way round is read the other way round', async () => {
    await report('2026-03-10T08:50:00Z', {
      in: 5,
      out: 2,
      passby: 7,
      turnback: 1,
      inAdult: 4,
      inChild: 1,
      outAdult: 2,
      outChild: 0,
    });
    await app.call('cameras.update', { sn, isFlipped: true });
    const [row] = await rows('2026-03-10', '2026-03-11', 'day');
    expect(row).toMatchObject({
      in: 2,
      out: 5,
      passby: 7,
      turnback: 1,
      inAdult: 2,
      inChild: 0,
      inStaff: null,
    });
    expect((await app.camera(sn)).today).toEqual({ in: 2, out: 5, passby: 7, turnback: 1 });
    expect((await app.call('sites.list', {}))[0]?.today.in).toBe(2);
  });

  test('an inner door does not count for the site', async () => {
    await report('2026-03-10T08:50:00Z', { in: 5, out: 2 });
    await report('2026-03-10T08:50:00Z', { in: 50, out: 20 }, 'INNER');
    await app.call('cameras.update', { sn: 'INNER', role: 'inner' });
    expect((await app.call('sites.list', {}))[0]).toMatchObject({
      today: { in: 5 },
      occupancy: { counted: 3 },
    });
    expect((await app.camera('INNER')).today.in).toBe(50);
  });

  test('a replaced camera goes on under its successor, and back again', async () => {
    await report('2026-03-09T08:50:00Z', { in: 5, out: 2 });
    await app.call('cameras.update', { sn, name: 'Door' });
    await report('2026-03-10T08:50:00Z', { in: 3, out: 1 }, 'NEW');
    const replaced = await app.call('cameras.replace', { sn, by: 'NEW' });
    expect(replaced).toMatchObject({ sn: 'NEW', name: 'Door', state: 'active', replaces: sn });
    const both = busy(await rows('2026-03-09', '2026-03-11', 'day'));
    expect(both.map((row) => [row.camera, row.in])).toEqual([
      ['NEW', 5],
      ['NEW', 3],
    ]);
    await app.call('cameras.replace', { sn, by: null });
    const apart = busy(await rows('2026-03-09', '2026-03-11', 'day'));
    expect(apart.map((row) => [row.camera, row.in])).toEqual([
      [sn, 5],
      ['NEW', 3],
    ]);
  });

  test('opening hours divide the figures, holidays and nights included', async () => {
    await report('2026-03-10T08:50:00Z', { in: 5, out: 0 });
    await report('2026-03-09T20:50:00Z', { in: 2, out: 0 });
    const day = [{ from: '09:00', to: '20:00' }];
    const openingHours = { weekly: [day, day, day, day, day, [], []], exceptions: [] };
    await app.call('sites.update', { id: 'main', openingHours });
    const total = async (hours: 'all' | 'open' | 'closed') =>
      (await rows('2026-03-09', '2026-03-11', 'day', { hours })).reduce((sum, row) => sum + (row.in ?? 0), 0);
    expect([await total('all'), await total('open'), await total('closed')]).toEqual([7, 5, 2]);
    expect((await app.call('sites.list', {}))[0]?.todayByHours).toMatchObject({
      open: { in: 5 },
      closed: { in: null },
    });
    const holiday = [{ date: '2026-03-10', intervals: [], label: 'Holiday' }];
    await app.call('sites.update', { id: 'main', openingHours: { ...openingHours, exceptions: holiday } });
    expect([await total('open'), await total('closed')]).toEqual([0, 7]);
    const evening = [{ from: '18:00', to: '02:00' }];
    const bar = { weekly: [evening, evening, evening, evening, evening, [], []], exceptions: [] };
    await app.call('sites.update', { id: 'main', openingHours: bar });
    expect([await total('open'), await total('closed')]).toEqual([2, 5]);
  });
});
