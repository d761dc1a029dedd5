import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, test } from 'vitest';
import { removeFolder } from '../../../../support/core';
import { ScheduledShop, dayMs, minuteMs } from './scheduled-shop';

let shop: ScheduledShop;
afterEach(() => shop.dispose());

const monday = '2026-03-09T12:00:00+01:00';
const dayName = (day: number) => {
  const date = `2026-03-${String(day).padStart(2, '0')}`;
  return `visitors_My-shop_${date}_${date}_hour.csv`;
};

async function open(now = monday, formats = { day: ['csv' as const] }): Promise<void> {
  shop = await ScheduledShop.open(now);
  await shop.call('schedule.update', { folder: shop.target, formats });
}

describe('the files of a schedule', () => {
  test('appear when their day is over, with what was counted, and not before', async () => {
    await open();
    await shop.visitors('2026-03-09T12:30:00+01:00', 7);
    await shop.lookForAWhile();
    expect(shop.names()).toEqual([]);
    expect((await shop.call('schedule.get', {})).nextAt).toBe('2026-03-10T05:00:00+01:00');
    shop.clock.set(Date.parse('2026-03-10T04:48:00+01:00'));
    await shop.lookForAWhile();
    expect(shop.names()).toEqual([]);
    await shop.lookForAWhile();
    expect(shop.names()).toEqual([dayName(9)]);
    const rows = parse<Record<string, string>>(shop.text(dayName(9)), { columns: true, bom: true });
    expect(rows.filter((row) => row['in'] === '7').map((row) => row['start'])).toEqual(['2026-03-09 12:00']);
    expect(await shop.list()).toMatchObject([
      {
        site: 'main',
        period: 'day',
        format: 'csv',
        from: '2026-03-09',
        to: '2026-03-09',
        outcome: 'written',
      },
    ]);
  });

  test('are a CSV and a workbook where both are wanted, and each opens', async () => {
    shop = await ScheduledShop.open(monday);
    await shop.visitors('2026-03-09T12:30:00+01:00', 7);
    await shop.call('schedule.update', { folder: shop.target, formats: { month: ['xlsx', 'csv'] } });
    shop.clock.set(Date.parse('2026-04-01T12:00:00+02:00'));
    await shop.runner.run(false);
    const xlsx = 'visitors_My-shop_2026-03-01_2026-03-31.xlsx';
    expect(shop.names()).toEqual([xlsx, 'visitors_My-shop_2026-03-01_2026-03-31_day.csv']);
    const book = read(readFileSync(join(shop.target, xlsx)));
    const days = utils.sheet_to_json<Record<string, unknown>>(book.Sheets['Daily'] ?? {});
    expect(days.filter((day) => day['in'] === 7)).toHaveLength(1);
  });

  test('are workbooks in the language of whoever set the schedule up', async () => {
    shop = await ScheduledShop.open(monday);
    await shop.visitors('2026-03-09T12:30:00+01:00', 7);
    const change = { folder: shop.target, formats: { day: ['xlsx' as const] }, language: 'de' as const };
    await shop.call('schedule.update', change);
    // Of whatever else is changed later, the language stays.
    await shop.call('schedule.update', { graceMinutes: 30 });
    shop.clock.advance(dayMs);
    await shop.runner.run(false);
    const [name = ''] = shop.names();
    const { Sheets } = read(readFileSync(join(shop.target, name)));
    expect(Sheets['About']).toMatchObject({ A2: { v: 'Von' }, B2: { v: '2026-03-09' } });
  });

  test('are made up for after five days off, each once, and not at once after the start', async () => {
    await open();
    await shop.offFor(5);
    await shop.runner.look();
    shop.clock.advance(5 * minuteMs);
    await shop.runner.look();
    // Cameras tell first what they counted meanwhile.
    expect(shop.names()).toEqual([]);
    await shop.lookForAWhile();
    expect(shop.names()).toEqual([9, 10, 11, 12, 13].map(dayName));
    expect(shop.files.written).toHaveLength(5);
    await shop.lookForAWhile();
    await shop.call('schedule.runNow', {});
    await shop.offFor(0);
    await shop.lookForAWhile();
    expect(shop.files.written).toHaveLength(5);
    expect(await shop.list()).toHaveLength(5);
  });

  test('wait for the cameras after sleep, too', async () => {
    await open();
    await shop.lookForAWhile();
    shop.clock.advance(2 * dayMs);
    await shop.runner.look();
    expect(shop.names()).toEqual([]);
    await shop.lookForAWhile();
    expect(shop.names()).toEqual([9, 10].map(dayName));
  });

  test('that are asked for at the same time are written once', async () => {
    await open();
    shop.clock.advance(3 * dayMs);
    const rounds = await Promise.all([shop.runner.run(true), shop.runner.run(true), shop.runner.run(false)]);
    expect(rounds.map((files) => files.length)).toEqual([3, 0, 0]);
    expect(shop.files.written).toHaveLength(3);
  });

  test('of a day that is there already under that name are left alone', async () => {
    await open();
    writeFileSync(join(shop.target, dayName(9).toUpperCase().replace('.CSV', '.csv')), 'my own notes');
    shop.clock.advance(dayMs);
    await shop.lookForAWhile();
    expect(shop.names()).toHaveLength(1);
    expect(shop.text(shop.names()[0] ?? '')).toBe('my own notes');
    expect(await shop.list()).toMatchObject([{ outcome: 'found' }]);
  });

  test.each([
    ['2026-03-28T12:00:00+01:00', '2026-03-29', 23],
    ['2026-10-24T12:00:00+02:00', '2026-10-25', 25],
  ])('from %s on, over a change of clocks, have all hours of the day', async (now, date, hours) => {
    await open(now);
    await shop.visitors(now, 1);
    shop.clock.advance(2 * dayMs);
    await shop.lookForAWhile();
    const text = shop.text(`visitors_My-shop_${date}_${date}_hour.csv`);
    expect(parse<string[]>(text, { columns: true, bom: true })).toHaveLength(hours);
  });

  test('come once in another time zone, too', async () => {
    await open();
    shop.clock.advance(dayMs);
    await shop.lookForAWhile();
    await shop.call('sites.update', { id: 'main', timeZone: 'Pacific/Auckland' });
    shop.clock.advance(2 * dayMs);
    await shop.lookForAWhile();
    await shop.call('sites.update', { id: 'main', timeZone: 'America/Los_Angeles', name: 'Elsewhere' });
    shop.clock.advance(2 * dayMs);
    await shop.lookForAWhile();
    const days = (await shop.list()).map(({ from }) => from).sort();
    expect(days).toEqual(['2026-03-09', '2026-03-10', '2026-03-11', '2026-03-12']);
    expect(shop.names()).toHaveLength(4);
  });

  test('of two shops with the same name have names of their own', async () => {
    await open();
    await shop.call('sites.add', { name: 'My shop' });
    shop.clock.advance(dayMs);
    await shop.lookForAWhile();
    expect(shop.names()).toEqual([
      'visitors_My-shop_2026-03-09_2026-03-09_hour_main.csv',
      'visitors_My-shop_2026-03-09_2026-03-09_hour_site-2.csv',
    ]);
  });

  test('noted by a clock that was a year ahead are written when their day has really been', async () => {
    await open();
    shop.clock.advance(30 * dayMs);
    await shop.runner.run(false);
    expect(await shop.list()).toHaveLength(30);
    shop.clock.advance(-29 * dayMs);
    await shop.lookForAWhile();
    await shop.lookForAWhile();
    expect((await shop.list()).map(({ from }) => from)).toEqual(['2026-03-09']);
  });
});

describe('what can be in the way', () => {
  const problem = async () => (await shop.call('schedule.get', {})).problem?.problem;
  async function lookAgain(): Promise<void> {
    shop.clock.advance(6 * minuteMs);
    await shop.runner.look();
  }

  test('a crash between writing and renaming leaves no half file under a real name, and it is made up for', async () => {
    await open();
    shop.files.diesAt = 'rename';
    shop.clock.advance(2 * dayMs);
    void shop.runner.run(false);
    await expect.poll(() => shop.names()).toEqual([`.${dayName(9)}.foyer-partial`]);
    shop.files.diesAt = null;
    await shop.powerCut();
    await shop.lookForAWhile();
    expect(shop.names()).toEqual([9, 10].map(dayName));
  });

  test('a crash between renaming and noting does not write it twice', async () => {
    await open();
    const real = shop.files.rename;
    shop.files.rename = async (from, to) => {
      await real(from, to);
      return new Promise(() => undefined);
    };
    shop.clock.advance(dayMs);
    void shop.runner.run(false);
    await expect.poll(() => shop.names()).toEqual([dayName(9)]);
    const before = shop.text(dayName(9));
    shop.files.rename = real;
    await shop.powerCut();
    await shop.lookForAWhile();
    expect(shop.files.written).toHaveLength(1);
    expect(shop.text(dayName(9))).toBe(before);
    expect(await shop.list()).toMatchObject([{ outcome: 'found' }]);
  });

  test.each([
    ['writeDurably', 'ENOSPC', 'disk-full'],
    ['writeDurably', 'EACCES', 'not-allowed'],
    ['list', 'EROFS', 'read-only'],
    ['list', 'EIO', 'unknown'],
    ['rename', 'EPERM', 'open-elsewhere'],
  ] as const)(
    '%s that fails with %s is said, leaves nothing, and is tried again',
    async (call, code, said) => {
      await open();
      shop.files.fails = { [call]: code };
      shop.clock.advance(dayMs);
      await shop.lookForAWhile();
      const state = await shop.runner.run(false);
      expect(state).toMatchObject([{ outcome: 'failed', from: '2026-03-09' }]);
      expect(state[0]?.message).toMatch(/^[A-Z].*\.$/);
      expect(shop.runner.problem?.problem).toBe(said);
      expect(shop.runner.failed()).toHaveLength(1);
      expect(shop.names()).toEqual([]);
      shop.files.fails = {};
      await shop.runner.look();
      expect(shop.names(), 'not with every look').toEqual([]);
      await lookAgain();
      expect(shop.names()).toEqual([dayName(9)]);
      expect(shop.runner.problem).toBeNull();
      expect(shop.runner.failed()).toEqual([]);
    },
  );

  test('a folder that is gone is said once, with since when, and filled when it is back', async () => {
    await open();
    const away = `${shop.target}-away`;
    renameSync(shop.target, away);
    shop.clock.advance(3 * dayMs);
    await shop.lookForAWhile();
    const first = shop.runner.problem;
    expect(first).toMatchObject({ problem: 'folder-missing' });
    expect(shop.runner.failed()).toHaveLength(1);
    await lookAgain();
    expect(shop.runner.problem).toEqual(first);
    renameSync(away, shop.target);
    await lookAgain();
    expect(shop.names()).toEqual([9, 10, 11].map(dayName));
    expect(shop.runner.problem).toBeNull();
  });

  test('a folder that cannot be used is not taken', async () => {
    await open();
    const refusal = async (folder: string) => {
      const outcome = await shop.core.invoke('schedule.update', { folder }, 'manage');
      return outcome.ok ? 'taken' : outcome.error.message;
    };
    expect(await refusal('reports')).toBe('Write the whole path of the folder, from the drive on.');
    expect(await refusal(join(shop.target, 'nowhere'))).toMatch(/no longer there/);
    expect((await shop.call('schedule.get', {})).schedule.folder).toBe(shop.target);
    expect(shop.names()).toEqual([]);
  });

  test('what failed is on the list and in the state, until it is written', async () => {
    await open();
    const away = `${shop.target}-away`;
    renameSync(shop.target, away);
    shop.clock.advance(dayMs);
    const message = 'This folder is no longer there. Choose another one.';
    expect(await shop.call('schedule.runNow', {})).toMatchObject([{ outcome: 'failed', message }]);
    expect(await shop.list()).toMatchObject([
      { outcome: 'failed', from: '2026-03-09', message, sentence: { id: 'folder-missing' } },
    ]);
    const { problem: said } = await shop.call('schedule.get', {});
    expect((await shop.call('system.info', {})).scheduleProblem).toBe('folder-missing');
    const sentence = { id: 'folder-missing', values: {} };
    expect(said).toEqual({
      problem: 'folder-missing',
      message,
      sentence,
      since: '2026-03-10T11:00:00+00:00',
    });
    renameSync(away, shop.target);
    await shop.call('schedule.runNow', {});
    expect(await problem()).toBeUndefined();
    expect((await shop.call('system.info', {})).scheduleProblem).toBeNull();
    expect(await shop.list()).toMatchObject([{ outcome: 'written' }]);
  });

  test('without a folder nothing is written and nothing is wrong', async () => {
    await open();
    await shop.call('schedule.update', { folder: null });
    shop.clock.advance(3 * dayMs);
    await shop.lookForAWhile();
    expect(await problem()).toBeUndefined();
    const outcome = await shop.core.invoke('schedule.runNow', {}, 'manage');
    expect(outcome).toMatchObject({ ok: false, error: { message: 'Choose a folder first.' } });
  });
});

describe('a page as PDF', () => {
  const page = new TextEncoder().encode('%PDF-1.7 a page');

  test('is printed where there is a window, and waits for one where there is none', async () => {
    shop = await ScheduledShop.open(monday);
    await shop.call('schedule.update', { folder: shop.target, formats: { week: ['pdf', 'csv'] } });
    expect((await shop.call('schedule.get', {})).unavailable).toEqual([
      { format: 'pdf', problem: 'no-window' },
    ]);
    shop.clock.advance(7 * dayMs);
    await shop.lookForAWhile();
    const week = 'visitors_My-shop_2026-03-09_2026-03-15_day';
    expect(shop.names()).toEqual([`${week}.csv`]);
    const asked: unknown[] = [];
    await shop.offFor(0, {
      pdf: (request) => {
        asked.push(request);
        return Promise.resolve({ ok: true, result: page });
      },
    });
    await shop.lookForAWhile();
    expect(asked).toEqual([{ site: 'main', kind: 'week', from: '2026-03-09', to: '2026-03-16' }]);
    expect(shop.names()).toEqual([`${week}.csv`, `${week}.pdf`]);
    expect(shop.text(`${week}.pdf`)).toBe('%PDF-1.7 a page');
    expect((await shop.call('schedule.get', {})).unavailable).toEqual([]);
  });

  test('that cannot be printed does not hold up the other files', async () => {
    const message = 'The page took too long to print.';
    const pdf = () =>
      Promise.resolve({ ok: false as const, error: { code: 'unavailable' as const, message } });
    shop = await ScheduledShop.open(monday, { pdf });
    await shop.call('schedule.update', { folder: shop.target, formats: { day: ['pdf', 'csv'] } });
    shop.clock.advance(2 * dayMs);
    const files = await shop.runner.run(false);
    expect(files.map(({ format, outcome }) => `${format} ${outcome}`)).toEqual([
      'pdf failed',
      'csv written',
      'pdf failed',
      'csv written',
    ]);
    expect(shop.runner.problem?.message).toBe(message);
    expect(shop.names()).toEqual([9, 10].map(dayName));
  });
});

test('everything of it comes back after a power cut', async () => {
  await open();
  shop.clock.advance(dayMs);
  await shop.lookForAWhile();
  // The target is emptied: whoever takes files away does not get them again.
  removeFolder(join(shop.target, dayName(9)));
  await shop.powerCut();
  await shop.lookForAWhile();
  expect(shop.names()).toEqual([]);
  expect((await shop.call('schedule.get', {})).schedule).toMatchObject({
    folder: shop.target,
    formats: { day: ['csv'], week: [], month: [] },
  });
});
