import { read, utils, type WorkBook } from '@e965/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileRequest } from '#shared/contract';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import { exported } from '../../../support/exports';

const sn = '201001000000000123';
let app: TestCore;

beforeEach(async () => {
  app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-10T12:30:00Z')) });
  const endTime = Date.parse('2026-03-10T10:05:00Z') / 1000;
  const counts = { in: 3, out: 1, passby: 5, turnback: 1, inAdult: 2, inChild: 1, avgStayTime: 2500 };
  await app.post({ sn, startTime: endTime - 60, endTime, time: endTime, ...counts });
});
afterEach(() => app.dispose());

async function workbook(change: Partial<Extract<FileRequest, { kind: 'xlsx' }>> = {}): Promise<WorkBook> {
  const { bytes } = await exported(app.core, {
    kind: 'xlsx',
    from: '2026-03-10',
    to: '2026-03-11',
    ...change,
  });
  return read(bytes, { cellNF: true, cellStyles: true });
}

const rowsOf = (book: WorkBook, name: string) => {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`There is no sheet ${name}`);
  return utils.sheet_to_json<Record<string, unknown>>(sheet, { defval: null });
};
const cell = (book: WorkBook, name: string, address: string) => {
  const found = book.Sheets[name]?.[address] as { t: string; v: unknown; w?: string; z?: string } | undefined;
  return found && { t: found.t, v: found.v, w: found.w, z: found.z };
};

test('has its sheets in the agreed order, under the agreed name', async () => {
  expect((await workbook()).SheetNames).toEqual(['Summary', 'Daily', 'Hourly', 'Cameras', 'About']);
  const { fileName } = await exported(app.core, { kind: 'xlsx', from: '2026-03-10', to: '2026-03-12' });
  expect(fileName).toBe('visitors_My-shop_2026-03-10_2026-03-11.xlsx');
});

test('dates are dates, serials text, rates percentages', async () => {
  const book = await workbook();
  expect(cell(book, 'Hourly', 'C2')).toMatchObject({ t: 's', v: sn });
  expect(cell(book, 'Hourly', 'D2')).toMatchObject({ t: 'n', w: '2026-03-10 11:00' });
  expect(cell(book, 'Daily', 'D2')).toMatchObject({ t: 'n', w: '2026-03-10' });
  expect(cell(book, 'Hourly', 'Q2')).toEqual({ t: 'n', v: 0.375, w: '37.5%', z: '0.0%' });
});

test('days and hours hold what the history says', async () => {
  const { rows } = await app.call('history.query', { from: '2026-03-10', to: '2026-03-11', by: 'hour' });
  const hours = rowsOf(await workbook(), 'Hourly');
  expect(hours).toHaveLength(rows.length);
  expect(hours.map((row) => [row['in'], row['out'], row['coverage'], row['quality']])).toEqual(
    rows.map((row) => [row.in, row.out, row.coverage, row.quality]),
  );
});

test('the summary adds the days up, and knows the busiest', async () => {
  const [row] = rowsOf(await workbook(), 'Summary');
  expect(row).toMatchObject({
    serial: sn,
    in: 3,
    out: 1,
    turn_in_rate: 0.375,
    turn_back_rate: 0.25,
    days_counted: 1,
  });
  expect(cell(await workbook(), 'Summary', 'O2')).toMatchObject({ w: '2026-03-10' });
});

test('cameras, and what the figures mean, come along', async () => {
  const book = await workbook({ hours: 'open' });
  expect(rowsOf(book, 'Cameras')).toMatchObject([
    { serial: sn, state: 'new', turned_round: 'no', replaces: null },
  ]);
  const about = new Map(rowsOf(book, 'About').map((row) => [row['what'], row['about']]));
  expect(about.get('Time zone')).toBe('Europe/Madrid');
  expect(about.get('Hours')).toBe('opening hours only');
  expect(String(about.get('coverage'))).toContain('sign of life');
});

describe('text', () => {
  test.each([
    '=1+1',
    '+49 shop',
    '-x',
    '@home',
    'Größe "L", señor;\n門口',
    '<b>&amp;</b>',
    '_x000D_ as it stands',
    'bell \x07, return \r, end',
    '😀 ‮ok',
  ])('%j is in the cell as it is, as text and not as a formula', async (name) => {
    await app.call('cameras.update', { sn, name });
    const stored = (await app.camera(sn)).name;
    const book = await workbook();
    for (const sheet of ['Summary', 'Daily', 'Hourly', 'Cameras']) {
      expect(cell(book, sheet, 'B2')).toMatchObject({ t: 's', v: stored });
    }
  });

  test('a note stands with its day', async () => {
    await app.call('notes.put', { site: 'main', date: '2026-03-10', text: '=HYPERLINK("x")\nrain' });
    expect(rowsOf(await workbook(), 'Daily')[0]).toMatchObject({ note: '=HYPERLINK("x")\nrain' });
  });
});

describe('days on which the clocks change', () => {
  const hoursOf = async (date: string, next: string) => {
    app.clock.set(Date.parse(`${next}T12:00:00Z`));
    await app.heartbeat(sn);
    const book = await workbook({ from: date, to: next });
    return utils
      .sheet_to_json<Record<string, string>>(book.Sheets['Hourly'] ?? {}, { raw: false })
      .map((row) => `${row['start'] ?? ''} ${row['utc_offset'] ?? ''}`);
  };

  test('the skipped hour has no row', async () => {
    const hours = await hoursOf('2026-03-29', '2026-03-30');
    expect(hours).toHaveLength(23);
    expect(hours.slice(1, 3)).toEqual(['2026-03-29 01:00 +01:00', '2026-03-29 03:00 +02:00']);
  });

  test('the repeated hour is two rows told apart by the offset', async () => {
    const hours = await hoursOf('2026-10-25', '2026-10-26');
    expect(hours).toHaveLength(25);
    expect(hours.slice(2, 4)).toEqual(['2026-10-25 02:00 +02:00', '2026-10-25 02:00 +01:00']);
  });

  test('a gap has empty cells', async () => {
    await hoursOf('2026-03-29', '2026-03-30');
    const [row] = rowsOf(await workbook({ from: '2026-03-29', to: '2026-03-30' }), 'Hourly');
    expect(row).toMatchObject({
      in: null,
      out: null,
      occupancy_end: null,
      turn_in_rate: null,
      quality: 'missing',
    });
  });
});
