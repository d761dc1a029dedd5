import { cpSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { HistoryRow } from '#shared/domain';
import type { MethodParams } from '#shared/contract';
import { FakeClock } from '../../../support/clock';
import { silentLog, sqliteWasmPath, temporaryFolder, TestCore } from '../../../support/core';
import { nodeFileSystem } from '../../../../src/main/core/storage/file-system';
import { verify } from '../../../../src/main/core/verify/verify';

const sn = '2010010000000001';
const day = { from: '2026-03-02', to: '2026-03-03' };
const seconds = (iso: string) => Date.parse(iso) / 1000;
const because = { why: 'The door stood open and the curtain moved' };

let app: TestCore;
afterEach(() => app.dispose());

async function open(now = '2026-03-10T09:00:00Z', timeZone = 'Europe/Madrid'): Promise<void> {
  app = await TestCore.open({ clock: new FakeClock(Date.parse(now)), timeZone });
}

async function report(end: string, counts: Record<string, number>, camera = sn): Promise<void> {
  const endTime = seconds(end);
  const reply = await app.post({ sn: camera, startTime: endTime - 60, endTime, time: endTime, ...counts });
  expect(reply.code).toBe(0);
}

async function aDay(): Promise<void> {
  await report('2026-03-02T10:10:00Z', { in: 1, out: 0, passby: 4, turnback: 0 });
  await report('2026-03-02T10:50:00Z', { in: 3, out: 2, passby: 5, turnback: 1 });
  await report('2026-03-02T17:20:00Z', { in: 6, out: 8, passby: 6, turnback: 0 });
}

const put = (more: Partial<MethodParams<'corrections.put'>> = {}) =>
  app.call('corrections.put', { camera: sn, ...day, in: 100, ...because, ...more });
const rows = async (by: 'quarter' | 'hour' | 'day', more = {}) =>
  (await app.call('history.query', { ...day, by, ...more })).rows;
const sum = (list: HistoryRow[], pick: (row: HistoryRow) => number | null) =>
  list.reduce((total, row) => total + (pick(row) ?? 0), 0);

async function refusal(params: Partial<MethodParams<'corrections.put'>>): Promise<string> {
  const outcome = await app.core.invoke(
    'corrections.put',
    { camera: sn, ...day, in: 1, ...because, ...params },
    'manage',
  );
  return outcome.ok ? 'accepted' : `${outcome.error.code}: ${outcome.error.message}`;
}

describe('a corrected day', () => {
  test('stands beside what was counted, marked, and adds up by hours and quarter hours', async () => {
    await open();
    await aDay();
    const before = await rows('day');
    await put();
    const [corrected] = await rows('day');
    expect(corrected).toEqual({
      ...before[0],
      quality: 'edited',
      corrected: { in: 100, out: 10, passby: 15, turnback: 1 },
    });
    for (const by of ['hour', 'quarter'] as const) {
      const parts = await rows(by);
      expect(sum(parts, (row) => row.corrected?.in ?? null)).toBe(100);
      expect(sum(parts, (row) => row.in)).toBe(10);
    }
    // As the counted people came: one in ten, three in ten, six in ten.
    const busy = (await rows('quarter')).filter((row) => (row.corrected?.in ?? 0) > 0);
    expect(busy.map((row) => [row.start.slice(11, 16), row.corrected?.in])).toEqual([
      ['11:00', 10],
      ['11:45', 30],
      ['18:15', 60],
    ]);
  });

  test('goes back to what it was when it is taken back, and the list keeps both', async () => {
    await open();
    await aDay();
    const before = await rows('quarter');
    const { id } = await put({ out: 90 });
    app.clock.advance(60_000);
    const takenBack = await app.call('corrections.remove', { id });
    expect(takenBack.takenBackAt).toBe('2026-03-10T10:01:00+01:00');
    expect(await rows('quarter')).toEqual(before);
    const list = await app.call('corrections.list', day);
    expect(list).toEqual([
      {
        id,
        camera: sn,
        start: '2026-03-02T00:00:00+01:00',
        end: '2026-03-03T00:00:00+01:00',
        stated: { in: 100, out: 90, passby: null, turnback: null },
        counted: { in: 10, out: 10, passby: 15, turnback: 1 },
        ...because,
        by: 'owner',
        at: '2026-03-10T10:00:00+01:00',
        takenBackAt: '2026-03-10T10:01:00+01:00',
      },
    ]);
  });

  test('is corrected again by a new statement; another time inside it is refused', async () => {
    await open();
    await aDay();
    const first = await put();
    const second = await put({ in: 20 });
    expect((await rows('day'))[0]?.corrected?.in).toBe(20);
    const list = await app.call('corrections.list', { ...day, camera: sn });
    expect(list.map(({ id, takenBackAt }) => [id, takenBackAt !== null])).toEqual([
      [second.id, false],
      [first.id, true],
    ]);
    const inside = { from: '2026-03-02T10:00:00Z', to: '2026-03-02T11:00:00Z' };
    expect(await refusal(inside)).toBe(
      'conflict: Part of this time is corrected already. Take that correction back first.',
    );
    await app.call('corrections.remove', { id: second.id });
    expect(await refusal(inside)).toBe('accepted');
  });

  test('says what cannot be corrected', async () => {
    await open();
    await aDay();
    expect(await refusal({ camera: 'nobody' })).toMatch(/^not-found: There is no camera nobody/);
    expect(await refusal({ from: '2026-03-10', to: '2026-03-11' })).toBe(
      'invalid: Only what is over can be corrected.',
    );
    expect(await refusal({ from: '2026-03-02T10:05:00Z' })).toBe(
      'invalid: Times have to be on a quarter hour.',
    );
    expect(await refusal({ from: '2026-03-03' })).toBe('invalid: The time has to end after it begins.');
    expect(await refusal({ from: '2026-01-02' })).toBe('invalid: At most a month can be corrected at once.');
    expect(await refusal({ in: null })).toBe('invalid: Say at least one figure.');
    expect(await refusal({ why: ' ' })).toMatch(/A reason is needed/);
    expect(await refusal({ in: -1 })).toMatch(/^invalid/);
    expect(
      (await app.core.invoke('corrections.put', { camera: sn, ...day, in: 1, ...because }, 'view')).ok,
    ).toBe(false);
    expect(await app.call('corrections.list', day)).toEqual([]);
  });

  test('of which nothing is known lies in the opening hours, and raw stays unknown', async () => {
    await open();
    await report('2026-02-27T10:10:00Z', { in: 1, out: 0, passby: 0, turnback: 0 });
    const evening = { from: '18:00', to: '20:00' };
    const weekly = Array.from({ length: 7 }, () => [evening]);
    await app.call('sites.update', { id: 'main', openingHours: { weekly, exceptions: [] } });
    await put({ in: 17 });
    const [row] = await rows('day');
    expect(row).toMatchObject({ in: null, coverage: 0, quality: 'edited' });
    expect(row?.corrected).toEqual({ in: 17, out: null, passby: null, turnback: null });
    const open8 = await rows('quarter', { hours: 'open' });
    expect(open8.map((quarter) => quarter.corrected?.in)).toEqual([3, 2, 2, 2, 2, 2, 2, 2]);
    expect(sum(await rows('hour', { hours: 'closed' }), (hour) => hour.corrected?.in ?? null)).toBe(0);
  });

  test('a zero is a figure: nobody came', async () => {
    await open();
    await aDay();
    await put({ in: 0, passby: 0 });
    expect((await rows('day'))[0]?.corrected).toEqual({ in: 0, out: 10, passby: 0, turnback: 1 });
  });
});

describe('a correction stays what it is', () => {
  test('after a restart, with late reports, and after single reports have gone', async () => {
    await open();
    await aDay();
    await put({ out: 40 });
    const folder = app.folder;
    await app.close();
    app = await TestCore.open({ folder, clock: app.clock });
    await report('2026-03-02T12:10:00Z', { in: 5, out: 5, passby: 0, turnback: 0 });
    const [row] = await rows('day');
    expect(row).toMatchObject({ in: 15, out: 15, corrected: { in: 100, out: 40 } });
    const reports = async () => (await app.call('export.plan', { kind: 'csv', ...day, by: 'raw' })).rows;
    expect(await reports()).toBe(4);
    app.clock.advance(60 * 24 * 3_600_000);
    await app.heartbeat(sn);
    await expect.poll(reports).toBe(0);
    expect((await rows('day'))[0]).toMatchObject({ in: 15, corrected: { in: 100, out: 40 } });
  });

  test('after the power went before any snapshot', async () => {
    await open();
    await aDay();
    await report('2026-03-02T18:20:00Z', { in: 20, out: 0, passby: 0, turnback: 0 }, 'NEW');
    await app.call('cameras.replace', { sn, by: 'NEW' });
    await put({ camera: 'NEW', in: 90 });
    await report('2026-03-10T08:30:00Z', { in: 9, out: 2, passby: 0, turnback: 0 }, 'NEW');
    await app.call('sites.setOccupancy', { id: 'main', inside: 3 });
    const inside = async () => (await app.call('sites.list', {}))[0]?.occupancy.counted;
    const before = { rows: await rows('quarter'), inside: await inside() };
    const copy = temporaryFolder();
    cpSync(app.folder, copy, { recursive: true });
    await app.dispose();
    app = await TestCore.open({ folder: copy, clock: app.clock });
    expect({ rows: await rows('quarter'), inside: await inside() }).toEqual(before);
    // Undone, each camera has the share it had: a third of the people came past the old one.
    await app.call('cameras.replace', { sn, by: null });
    expect((await rows('day')).map((row) => row.corrected?.in)).toEqual([30, 60]);
  });

  test('when another camera takes over from this one, and when that is undone', async () => {
    await open();
    await aDay();
    await report('2026-03-02T18:20:00Z', { in: 10, out: 0, passby: 0, turnback: 0 }, 'NEW');
    await app.call('cameras.replace', { sn, by: 'NEW' });
    await put({ camera: 'NEW', in: 100 });
    expect((await rows('day'))[0]).toMatchObject({ camera: 'NEW', in: 20, corrected: { in: 100 } });
    await app.call('cameras.replace', { sn, by: null });
    const apart = await rows('day');
    expect(apart.map((row) => [row.in, row.corrected?.in])).toEqual([
      [10, 50],
      [10, 50],
    ]);
    expect(await app.call('corrections.list', { ...day, camera: sn })).toHaveLength(1);
  });

  test('whichever way round the camera hangs, it speaks of who came in', async () => {
    await open();
    await aDay();
    await app.call('cameras.update', { sn, isFlipped: true });
    await put({ in: 50 });
    expect((await rows('day'))[0]).toMatchObject({ in: 10, out: 10, corrected: { in: 50, out: 10 } });
    await app.call('cameras.update', { sn, isFlipped: false });
    expect((await rows('day'))[0]?.corrected?.in).toBe(50);
  });

  test('and goes with its camera', async () => {
    await open();
    await aDay();
    await put();
    await app.call('cameras.remove', { sn });
    expect(await app.call('corrections.list', day)).toEqual([]);
  });

  test('and the check of the folder finds every sum as its reports say', async () => {
    await open();
    await aDay();
    await put();
    const { folder } = app;
    await app.close();
    const options = { folder, wasmPath: sqliteWasmPath, repair: true, now: app.clock.now() };
    const findings = await verify(options, nodeFileSystem, silentLog);
    expect(findings.filter(({ isInOrder }) => !isInOrder)).toEqual([]);
    app = await TestCore.open({ folder, clock: app.clock });
    expect((await rows('day'))[0]).toMatchObject({ in: 10, corrected: { in: 100 } });
  });

  test('in a backup', async () => {
    await open();
    await aDay();
    await put();
    const { name } = await app.call('backup.now', {});
    await put({ in: 7 });
    await app.call('backup.restore', { name });
    expect((await rows('day'))[0]?.corrected?.in).toBe(100);
  });
});

test('comparisons, usual days and the map of the week are made with corrections, or without where asked', async () => {
  await open('2026-03-10T22:00:00Z');
  for (const date of ['2026-02-10', '2026-02-17', '2026-02-24', '2026-03-03', '2026-03-10']) {
    for (let minute = 0; minute < 60; minute++) {
      const end = new Date(Date.parse(`${date}T10:01:00Z`) + minute * 60_000).toISOString();
      await report(end, { in: minute < 10 ? 1 : 0, out: 0, passby: 0, turnback: 0 });
    }
  }
  const weekly = Array.from({ length: 7 }, () => [{ from: '11:00', to: '12:00' }]);
  await app.call('sites.update', { id: 'main', openingHours: { weekly, exceptions: [] } });
  await put({ from: '2026-03-03', to: '2026-03-04', in: 40 });
  const today = { site: 'main', from: '2026-03-10', to: '2026-03-11' };
  const applied = await app.call('insights.compare', today);
  expect(applied).toMatchObject({ now: { in: 10 }, before: { in: 40, out: 0 }, isEdited: true });
  const counted = await app.call('insights.compare', { ...today, corrections: false });
  expect(counted).toMatchObject({ now: { in: 10 }, before: { in: 10 }, isEdited: false });
  const usual = await app.call('insights.usualDay', { site: 'main', date: '2026-03-10' });
  expect(usual.hours[11]?.visitors).toMatchObject({ median: 10, high: expect.closeTo(31) as number });
  const map = { site: 'main', from: '2026-02-10', to: '2026-03-11' };
  const eleven = async (more: object) =>
    (await app.call('insights.weekMap', { ...map, ...more })).find(
      ({ weekday, hour }) => weekday === 2 && hour === 11,
    );
  expect(await eleven({})).toMatchObject({ mean: 16, days: 5 });
  // Whatever the owner says of a day: hours of it that nobody recorded stay unknown.
  const unknown = (await app.call('insights.weekMap', map)).find(
    ({ weekday, hour }) => weekday === 2 && hour === 9,
  );
  expect(unknown).toMatchObject({ mean: null, days: 0 });
  expect(await eleven({ corrections: false })).toMatchObject({ mean: 10, days: 5 });
});

test.each([
  ['spring', '2026-03-29', '2026-03-30', 92],
  ['autumn', '2026-10-25', '2026-10-26', 100],
])('a day of %s has all of its quarter hours corrected', async (_name, from, to, quarters) => {
  await open('2026-11-10T09:00:00Z');
  await report(`${from}T00:30:00Z`, { in: 1, out: 0, passby: 0, turnback: 0 });
  await report(`${from}T01:30:00Z`, { in: 1, out: 0, passby: 0, turnback: 0 });
  await put({ from, to, in: 9 });
  const all = (await app.call('history.query', { from, to, by: 'quarter' })).rows;
  expect(all).toHaveLength(quarters);
  expect(sum(all, (row) => row.corrected?.in ?? null)).toBe(9);
});

/** The sums themselves, as they lie in the database. */
function rawSums(list: HistoryRow[]): unknown[] {
  return list
    .filter((row) => row.quality !== 'edited' || row.in !== null || row.out !== null)
    .map((row) => [row.start, row.in, row.out, row.passby, row.turnback]);
}

test('whatever is stated: raw sums do not move, corrected ones are exact, and taking all back undoes all', async () => {
  await open();
  const start = seconds('2026-03-02T06:00:00Z');
  const figure = fc.option(fc.nat(500), { nil: null });
  const arbitrary = fc.record({
    reports: fc.array(fc.record({ minute: fc.nat(700), in: fc.nat(9), out: fc.nat(9) }), { maxLength: 12 }),
    windows: fc.array(
      fc.record({ first: fc.nat(40), length: fc.integer({ min: 1, max: 30 }), in: figure, out: figure }),
      { minLength: 1, maxLength: 4 },
    ),
  });
  let run = 0;
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ reports, windows }) => {
      // A camera of its own for each run; what was is not cleared.
      const camera = `P${String(run++)}`;
      await report('2026-03-01T10:00:00Z', { in: 0, out: 0 }, camera);
      for (const each of reports) {
        const endTime = start + each.minute * 60;
        await app.post({
          sn: camera,
          startTime: endTime - 60,
          endTime,
          time: endTime,
          in: each.in,
          out: each.out,
        });
      }
      const ask = async (by: 'quarter' | 'day') =>
        (await app.call('history.query', { ...day, by, cameras: [camera] })).rows;
      const before = await ask('quarter');
      const ids: number[] = [];
      for (const { first, length, ...stated } of windows) {
        const at = (quarter: number) => new Date((start + quarter * 900) * 1000).toISOString();
        const window = { from: at(first), to: at(first + length) };
        const outcome = await app.core.invoke(
          'corrections.put',
          { camera, ...window, ...stated, ...because },
          'manage',
        );
        if (!outcome.ok) continue;
        ids.push((outcome.result as { id: number }).id);
        const inside = (await app.call('history.query', { ...window, by: 'quarter', cameras: [camera] }))
          .rows;
        for (const name of ['in', 'out'] as const) {
          if (stated[name] !== null)
            expect(sum(inside, (row) => row.corrected?.[name] ?? null)).toBe(stated[name]);
        }
      }
      const [whole] = await ask('day');
      const parts = await ask('quarter');
      expect(rawSums(parts)).toEqual(rawSums(before));
      for (const name of ['in', 'out'] as const) {
        const shown = sum(parts, (row) => (row.corrected ?? row)[name]);
        expect((whole?.corrected ?? whole)?.[name] ?? 0).toBe(shown);
        for (const row of parts) expect(row.corrected?.[name] ?? 0).toBeGreaterThanOrEqual(0);
      }
      for (const id of ids) await app.call('corrections.remove', { id });
      expect(await ask('quarter')).toEqual(before);
    }),
    { numRuns: 25 },
  );
});
