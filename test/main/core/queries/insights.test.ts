import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import { exported } from '../../../support/exports';

const hourMs = 3_600_000;
let app: TestCore;

beforeEach(async () => {
  app = await TestCore.open({
    clock: new FakeClock(Date.parse('2026-01-05T00:00:00Z')),
    timeZone: 'Europe/Madrid',
  });
});
afterEach(() => app.dispose());

/** An hour in which the camera was heard throughout and so many came in; it is told at its end. */
async function hour(start: string, entered: number, sn = 'A'): Promise<void> {
  const startMs = Date.parse(start);
  const [startTime, endTime] = [startMs / 1000, (startMs + hourMs) / 1000];
  app.clock.set(Math.max(app.clock.now(), startMs + hourMs));
  await app.post({ sn, startTime, endTime, time: endTime, in: entered, out: 0, passby: 0, turnback: 0 });
}

/** A day recorded from midnight to midnight with visitors at eleven and twelve, local time. */
async function day(date: string, eleven: number, twelve: number): Promise<void> {
  const midnight = Date.parse(`${date}T00:00:00+01:00`);
  for (let i = 0; i < 24; i++) {
    await hour(new Date(midnight + i * hourMs).toISOString(), i === 11 ? eleven : i === 12 ? twelve : 0);
  }
}

const compare = (
  from: string,
  to: string,
  more: { with?: 'week' | 'year' | 'before'; hours?: 'all' | 'open' | 'closed' } = {},
) => app.call('insights.compare', { site: 'main', from, to, ...more });

describe('insights.compare', () => {
  test('holds a day that goes on against the same minutes a week before', async () => {
    await day('2026-03-03', 10, 20);
    app.clock.set(Date.parse('2026-03-10T12:05:00+01:00'));
    await hour('2026-03-10T11:00:00+01:00', 15);
    expect(await compare('2026-03-10', '2026-03-11')).toMatchObject({
      from: '2026-03-10T00:00:00+01:00',
      to: '2026-03-10T12:00:00+01:00',
      partnerFrom: '2026-03-03T00:00:00+01:00',
      partnerTo: '2026-03-03T12:00:00+01:00',
      now: { in: 15 },
      // Not the 20 of noon, which has only begun; and only the hour that both sides recorded.
      before: { in: 10 },
      comparedHours: 1,
      leftOutHours: 11,
    });
  });

  test('is of the chosen hours only, on both sides', async () => {
    const weekly = Array.from({ length: 7 }, () => [{ from: '12:00', to: '20:00' }]);
    await app.call('sites.update', { id: 'main', openingHours: { weekly, exceptions: [] } });
    await day('2026-03-03', 10, 20);
    await day('2026-03-10', 1, 2);
    const of = (hours: 'all' | 'open' | 'closed') => compare('2026-03-10', '2026-03-11', { hours });
    expect(await of('open')).toMatchObject({ now: { in: 2 }, before: { in: 20 }, comparedHours: 8 });
    expect(await of('closed')).toMatchObject({ now: { in: 1 }, before: { in: 10 }, comparedHours: 16 });
    expect(await of('all')).toMatchObject({ now: { in: 3 }, before: { in: 30 }, comparedHours: 24 });
  });

  test('of a year is with the same weekday, 364 days before', async () => {
    await hour('2025-03-11T11:00:00+01:00', 4);
    app.clock.set(Date.parse('2026-03-11T00:00:00+01:00'));
    await hour('2026-03-10T11:00:00+01:00', 6);
    const year = await compare('2026-03-10', '2026-03-11', { with: 'year' });
    expect(year).toMatchObject({ now: { in: 6 }, before: { in: 4 }, comparedHours: 1 });
  });

  test.each([
    ['a day', '2026-03-10', '2026-03-11', '2026-03-03', '2026-03-04'],
    ['a week in which clocks change', '2026-03-23', '2026-03-30', '2026-03-16', '2026-03-23'],
    ['February', '2026-02-01', '2026-03-01', '2026-01-04', '2026-02-01'],
    ['a month', '2026-03-01', '2026-04-01', '2026-01-25', '2026-02-25'],
  ])('of %s with as many whole weeks before', async (_name, from, to, partnerFrom, partnerTo) => {
    app.clock.set(Date.parse('2026-05-01T00:00:00+02:00'));
    const found = await compare(from, to, { with: 'before' });
    expect([found.partnerFrom.slice(0, 10), found.partnerTo.slice(0, 10)]).toEqual([partnerFrom, partnerTo]);
  });

  test('keeps to local time across a change of clocks', async () => {
    await hour('2026-03-24T11:00:00+01:00', 4);
    app.clock.set(Date.parse('2026-04-01T00:00:00+02:00'));
    await hour('2026-03-31T11:00:00+02:00', 6);
    expect(await compare('2026-03-31', '2026-04-01')).toMatchObject({ now: { in: 6 }, before: { in: 4 } });
  });

  test('without common hours knows nothing, rather than zero', async () => {
    app.clock.set(Date.parse('2026-03-11T00:00:00+01:00'));
    await hour('2026-03-10T11:00:00+01:00', 6);
    const lonely = await compare('2026-03-10', '2026-03-11');
    expect(lonely).toMatchObject({
      now: { in: null },
      before: { in: null },
      comparedHours: 0,
      leftOutHours: 1,
    });
  });

  test('an hour that one of two doors did not record is left out', async () => {
    for (const start of ['2026-03-03T11:00:00+01:00', '2026-03-03T12:00:00+01:00']) await hour(start, 5);
    await hour('2026-03-03T11:00:00+01:00', 2, 'B');
    app.clock.set(Date.parse('2026-03-11T00:00:00+01:00'));
    for (const start of ['2026-03-10T11:00:00+01:00', '2026-03-10T12:00:00+01:00']) await hour(start, 5);
    await hour('2026-03-10T11:00:00+01:00', 2, 'B');
    expect(await compare('2026-03-10', '2026-03-11')).toMatchObject({
      now: { in: 7 },
      before: { in: 7 },
      comparedHours: 1,
      // Noon, and the quarter hour of the minute in which the last report arrived.
      leftOutHours: 1.25,
    });
  });

  test('a site that is not there is said', async () => {
    const outcome = await app.core.invoke(
      'insights.compare',
      { site: 'x', from: '2026-03-10', to: '2026-03-11' },
      'view',
    );
    expect(outcome).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});

describe('insights.usualDay', () => {
  test('is the middle of the last same weekdays that were recorded', async () => {
    await day('2026-02-17', 10, 1);
    await day('2026-02-24', 20, 2);
    await day('2026-03-03', 60, 3);
    // Recorded for an hour only: no usual day.
    await hour('2026-02-10T11:00:00+01:00', 1000);
    app.clock.set(Date.parse('2026-03-10T12:20:00+01:00'));
    const usual = await app.call('insights.usualDay', { site: 'main', date: '2026-03-10' });
    expect(usual.days).toBe(3);
    expect(usual.hours[11]?.visitors).toEqual({ low: 12, median: 20, high: 52 });
    expect(usual.hours[12]?.soFar.median).toBe(22);
    // Until a quarter past twelve: the hour before, and a quarter of the next.
    expect(usual.soFar?.median).toBe(21);

    const weekly = Array.from({ length: 7 }, () => [{ from: '12:00', to: '20:00' }]);
    await app.call('sites.update', { id: 'main', openingHours: { weekly, exceptions: [] } });
    const open = await app.call('insights.usualDay', { site: 'main', date: '2026-03-10', hours: 'open' });
    expect([open.hours[11]?.visitors.median, open.hours[12]?.soFar.median]).toEqual([0, 2]);
  });

  test('with fewer than three days nothing is called usual', async () => {
    await day('2026-03-03', 60, 3);
    app.clock.set(Date.parse('2026-03-10T12:20:00+01:00'));
    const usual = await app.call('insights.usualDay', { site: 'main', date: '2026-03-10' });
    expect(usual).toEqual({ date: '2026-03-10', days: 1, hours: [], soFar: null });
  });
});

describe('insights.weekMap', () => {
  test('gives the mean of each hour of the week, and null where nothing was recorded', async () => {
    await hour('2026-03-03T11:00:00+01:00', 5);
    app.clock.set(Date.parse('2026-03-11T00:00:00+01:00'));
    await hour('2026-03-10T11:00:00+01:00', 8);
    await hour('2026-03-10T12:00:00+01:00', 0);
    const cells = await app.call('insights.weekMap', { site: 'main', from: '2026-03-01', to: '2026-03-15' });
    expect(cells).toHaveLength(7 * 24);
    const tuesday = (wanted: number) => cells.find((cell) => cell.weekday === 2 && cell.hour === wanted);
    expect(tuesday(11)).toEqual({ weekday: 2, hour: 11, mean: 6.5, days: 2 });
    expect(tuesday(12)).toEqual({ weekday: 2, hour: 12, mean: 0, days: 1 });
    expect(tuesday(13)).toEqual({ weekday: 2, hour: 13, mean: null, days: 0 });
    expect(cells.filter((cell) => cell.mean !== null)).toHaveLength(2);
  });
});

describe('notes', () => {
  test('belong to a day, can be changed and taken away, and stand in the export', async () => {
    await hour('2026-01-04T10:00:00Z', 3);
    const put = (text: string) => app.call('notes.put', { site: 'main', date: '2026-01-04', text });
    const list = () => app.call('notes.list', { from: '2026-01-01', to: '2026-02-01' });
    await put('Sale');
    await put('Sale, and rain');
    expect(await list()).toEqual([{ site: 'main', date: '2026-01-04', text: 'Sale, and rain' }]);
    const range = { from: '2026-01-04', to: '2026-01-05', by: 'day' } as const;
    const { text } = await exported(app.core, { kind: 'csv', ...range, preset: 'plain' });
    const rows = parse<{ note: string }>(text, { columns: true });
    expect(rows.map(({ note }) => note)).toEqual(['Sale, and rain']);
    await put('');
    expect(await list()).toEqual([]);
  });
});

describe('a removed camera', () => {
  test('leaves no trace, also not after a restart', async () => {
    await app.heartbeat('A');
    await hour('2026-01-04T10:00:00Z', 3);
    await hour('2026-01-04T10:00:00Z', 5, 'B');
    await app.call('cameras.remove', { sn: 'A' });
    const total = async () =>
      (await app.call('history.query', { from: '2026-01-01', to: '2026-02-01', by: 'month' })).rows.map(
        (row) => [row.camera, row.in],
      );
    expect(await total()).toEqual([['B', 5]]);
    expect(await app.call('quality.list', { sn: 'A' })).toEqual([]);
    await app.close();
    app = await TestCore.open({ folder: app.folder, clock: app.clock });
    expect(await total()).toEqual([['B', 5]]);
    // Should it call again it is a new camera with nothing behind it.
    await app.heartbeat('A');
    expect((await app.camera('A')).state).toBe('new');
  });
});
