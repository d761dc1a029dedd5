import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { MethodName, MethodParams } from '#shared/contract';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';

const site = 'main';
const march = { site, from: '2026-03-01', to: '2026-04-01' };
const seconds = (iso: string) => Date.parse(iso) / 1000;

let app: TestCore;
beforeEach(async () => {
  app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-10T09:00:00Z')) });
});
afterEach(() => app.dispose());

const book = async () =>
  (await app.call('till.list', march)).days.map((day) => [day.date, day.transactions, day.takings]);
const put = (date: string, transactions: number | null, takings: number | null = null) =>
  app.call('till.put', { site, date, transactions, takings });

async function refusal<M extends MethodName>(method: M, params: MethodParams<M>): Promise<string> {
  const outcome = await app.core.invoke(method, params, 'manage');
  return outcome.ok ? 'accepted' : `${outcome.error.code}: ${outcome.error.message}`;
}

async function visitors(end: string, entered: number, camera = 'DOOR'): Promise<void> {
  const endTime = seconds(end);
  const counts = { in: entered, out: 0, passby: 0, turnback: 0 };
  const reply = await app.post({ sn: camera, startTime: endTime - 60, endTime, time: endTime, ...counts });
  expect(reply.code).toBe(0);
}

describe('the notebook', () => {
  test('keeps what is noted, each day with its currency', async () => {
    await put('2026-03-02', 41);
    await app.call('till.setCurrency', { site, currency: 'HRK' });
    await put('2026-03-03', 50, 123_450);
    await app.call('till.setCurrency', { site, currency: 'EUR' });
    expect(await put('2026-03-04', null, 99)).toEqual({
      site,
      date: '2026-03-04',
      transactions: null,
      takings: 99,
      currency: 'EUR',
    });
    expect(await app.call('till.list', march)).toEqual({
      site,
      currency: 'EUR',
      days: [
        { site, date: '2026-03-02', transactions: 41, takings: null, currency: null },
        { site, date: '2026-03-03', transactions: 50, takings: 123_450, currency: 'HRK' },
        { site, date: '2026-03-04', transactions: null, takings: 99, currency: 'EUR' },
      ],
    });
  });

  test('takes a day out, and knows a zero from nothing', async () => {
    await put('2026-03-02', 0);
    expect(await book()).toEqual([['2026-03-02', 0, null]]);
    await put('2026-03-02', null);
    expect(await book()).toEqual([]);
  });

  test('survives a restart and a backup', async () => {
    await app.call('till.setCurrency', { site, currency: 'EUR' });
    await put('2026-03-02', 12, 34_56);
    const { folder, clock } = app;
    await app.close();
    app = await TestCore.open({ folder, clock });
    const { name } = await app.call('backup.now', {});
    await put('2026-03-02', null);
    await app.call('backup.restore', { name });
    expect(await book()).toEqual([['2026-03-02', 12, 34_56]]);
    expect((await app.call('till.list', march)).currency).toBe('EUR');
  });

  test('says what it cannot note', async () => {
    const cannot = 'conflict: Choose the currency of the takings first.';
    expect(await refusal('till.put', { site, date: '2026-03-02', transactions: 1, takings: 5 })).toBe(cannot);
    expect(await refusal('till.import', { site, days: [{ date: '2026-03-02', takings: 5 }] })).toBe(cannot);
    expect(await refusal('till.list', { ...march, site: 'nowhere' })).toMatch(/^not-found/);
    expect(await refusal('till.put', { site, date: '2026-03-02', transactions: 1.5, takings: null })).toMatch(
      /^invalid/,
    );
    expect(await refusal('till.setCurrency', { site, currency: 'euro' })).toMatch(/^invalid/);
    expect(await refusal('till.undo', { undo: 77 })).toMatch(/^not-found/);
    expect(await book()).toEqual([]);
  });
});

describe('an import', () => {
  beforeEach(() => app.call('till.setCurrency', { site, currency: 'EUR' }));

  test('changes what the file tells, leaves the rest, and can be taken back', async () => {
    await put('2026-03-02', 10, 1000);
    await put('2026-03-03', 20, 2000);
    const before = await book();
    const { undo, changed } = await app.call('till.import', {
      site,
      days: [
        { date: '2026-03-02', transactions: 11 },
        { date: '2026-03-03', transactions: 20, takings: 2000 },
        { date: '2026-03-04', takings: 4000 },
      ],
    });
    expect(changed).toBe(2);
    expect(await book()).toEqual([
      ['2026-03-02', 11, 1000],
      ['2026-03-03', 20, 2000],
      ['2026-03-04', null, 4000],
    ]);
    expect(await app.call('till.undo', { undo })).toEqual({ restored: 2, kept: 0 });
    expect(await book()).toEqual(before);
    expect(await refusal('till.undo', { undo })).toMatch(/cannot be taken back any more/);
  });

  test('taken back leaves alone what somebody has changed since', async () => {
    const { undo } = await app.call('till.import', {
      site,
      days: [
        { date: '2026-03-02', transactions: 1 },
        { date: '2026-03-03', transactions: 2 },
      ],
    });
    await put('2026-03-03', 3);
    expect(await app.call('till.undo', { undo })).toEqual({ restored: 1, kept: 1 });
    expect(await book()).toEqual([['2026-03-03', 3, null]]);
  });

  test('whatever it held, also after a restart, taking it back gives the notebook of before', async () => {
    const figure = fc.option(fc.nat(9999), { nil: undefined });
    const date = fc.integer({ min: 1, max: 9 }).map((day) => `2026-03-0${String(day)}`);
    const days = fc.array(fc.record({ date, transactions: figure, takings: figure }), {
      minLength: 1,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(days, days, async (noted, imported) => {
        await app.call('till.import', { site, days: noted });
        const before = await book();
        const { undo } = await app.call('till.import', { site, days: imported });
        const { folder, clock } = app;
        await app.close();
        app = await TestCore.open({ folder, clock });
        expect((await app.call('till.undo', { undo })).kept).toBe(0);
        expect(await book()).toEqual(before);
      }),
      { numRuns: 15 },
    );
  });
});

describe('reports.till', () => {
  const ask = (more: Partial<MethodParams<'reports.till'>> = {}) =>
    app.call('reports.till', { site, from: '2026-03-02', to: '2026-03-09', ...more });

  test('holds transactions and takings against the visitors of the same days', async () => {
    await app.call('till.setCurrency', { site, currency: 'EUR' });
    await visitors('2026-03-02T11:00:00Z', 40);
    await visitors('2026-03-03T11:00:00Z', 60);
    await visitors('2026-03-04T11:00:00Z', 100);
    await put('2026-03-02', 10, 50_00);
    await put('2026-03-03', 15);
    // A day on which the doors told nothing: its sales have nothing to be held against.
    await put('2026-03-06', 99, 99_00);
    const { rows, total } = await ask({ to: '2026-03-07' });
    expect(rows.map((row) => [row.start.slice(0, 10), row.visitors, row.transactions, row.takings])).toEqual([
      ['2026-03-02', 40, 10, 5000],
      ['2026-03-03', 60, 15, null],
      ['2026-03-04', 100, null, null],
      ['2026-03-05', null, null, null],
      ['2026-03-06', null, 99, 9900],
    ]);
    expect(rows[0]).toMatchObject({
      conversion: { numerator: 10, denominator: 40, rate: 0.25, days: 1 },
      valuePerVisitor: { numerator: 5000, denominator: 40, rate: 125, days: 1 },
    });
    expect(rows[2]).toMatchObject({ conversion: null, valuePerVisitor: null });
    expect(rows[4]).toMatchObject({ conversion: null, valuePerVisitor: null });
    expect(total).toMatchObject({
      days: 5,
      notedDays: 3,
      visitors: 200,
      transactions: 124,
      takings: 14_900,
      conversion: { numerator: 25, denominator: 100, rate: 0.25, days: 2 },
      valuePerVisitor: { numerator: 5000, denominator: 40, rate: 125, days: 1 },
    });
  });

  test('counts the business day, and of it the opening hours unless asked for all', async () => {
    const weekly = Array.from({ length: 7 }, () => [{ from: '18:00', to: '02:00' }]);
    await app.call('sites.update', { id: site, openingHours: { weekly, exceptions: [] } });
    await visitors('2026-03-02T11:00:00Z', 1);
    await visitors('2026-03-02T20:00:00Z', 20);
    // Half past one at night is still Monday's evening; half past four is Tuesday.
    await visitors('2026-03-03T00:30:00Z', 5);
    await visitors('2026-03-03T03:30:00Z', 2);
    await put('2026-03-02', 5);
    const [monday] = (await ask()).rows;
    expect(monday).toMatchObject({ visitors: 25, conversion: { numerator: 5, denominator: 25, rate: 0.2 } });
    const all = (await ask({ hours: 'all' })).rows;
    expect(all.slice(0, 2).map((row) => row.visitors)).toEqual([26, 2]);
    expect((await ask({ hours: 'closed' })).rows[0]?.visitors).toBe(1);
  });

  test('adds up by weeks and months; nobody at the door is no rate, money of two kinds no sum', async () => {
    await app.call('till.setCurrency', { site, currency: 'HRK' });
    await put('2026-02-27', 4, 400);
    await app.call('till.setCurrency', { site, currency: 'EUR' });
    await put('2026-03-02', 3, 300);
    await visitors('2026-02-27T11:00:00Z', 0);
    await visitors('2026-03-02T11:00:00Z', 12);
    const range = { from: '2026-02-23', to: '2026-03-09' };
    const weeks = await ask({ ...range, by: 'week' });
    expect(
      weeks.rows.map((row) => [row.start.slice(0, 10), row.visitors, row.takings, row.currency]),
    ).toEqual([
      ['2026-02-23', 0, 400, 'HRK'],
      ['2026-03-02', 12, 300, 'EUR'],
    ]);
    expect(weeks.rows[0]).toMatchObject({ conversion: null, valuePerVisitor: null });
    expect(weeks.total).toMatchObject({
      transactions: 7,
      takings: null,
      currency: null,
      valuePerVisitor: null,
    });
    const months = await ask({ ...range, by: 'month' });
    expect(months.rows.map((row) => [row.start.slice(0, 10), row.transactions])).toEqual([
      ['2026-02-23', 4],
      ['2026-03-01', 3],
    ]);
  });

  test('uses corrected visitors and says so', async () => {
    await visitors('2026-03-02T11:00:00Z', 40);
    await put('2026-03-02', 10);
    const why = 'A school class went in and out ten times';
    await app.call('corrections.put', { camera: 'DOOR', from: '2026-03-02', to: '2026-03-03', in: 20, why });
    const [row] = (await ask()).rows;
    expect(row).toMatchObject({
      visitors: 20,
      isEdited: true,
      conversion: { numerator: 10, denominator: 20 },
    });
  });

  test('of days when the clocks change, and of none', async () => {
    app.clock.set(Date.parse('2026-04-02T09:00:00Z'));
    await visitors('2026-03-29T01:30:00Z', 7);
    await visitors('2026-03-29T02:30:00Z', 9);
    await put('2026-03-29', 4);
    const report = await ask({ from: '2026-03-28', to: '2026-03-30', hours: 'all' });
    expect(report.rows.map((row) => [row.start, row.end, row.visitors])).toEqual([
      ['2026-03-28T04:00:00+01:00', '2026-03-29T04:00:00+02:00', 7],
      ['2026-03-29T04:00:00+02:00', '2026-03-30T04:00:00+02:00', 9],
    ]);
    expect(await ask({ from: '2026-05-01', to: '2026-05-03' })).toMatchObject({ rows: [], total: null });
  });
});
