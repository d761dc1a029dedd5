import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HistoryRow } from '#shared/domain';
import { FakeClock } from '../support/clock';
import { removeFolder, TestCore, temporaryFolder } from '../support/core';
import { exported } from '../support/exports';

/**
 * LibreOffice opens the files as an owner would, and writes what it sees in its cells as CSV. Every cell must
 * be what the API says.
 */

const sn = '201001000000000123';
const range = { from: '2026-10-24', to: '2026-10-27', by: 'hour' } as const;
const names = [
  '=1+1',
  '+49 shop',
  '-x',
  '@home',
  'Größe "L", señor; 門口',
  "d'accord, «çà»",
  'two\nlines',
  'SUM(A1:A9)',
];
let app: TestCore;
let folder: string;
let rows: HistoryRow[];

beforeAll(async () => {
  const version = spawnSync('soffice', ['--version']);
  if (version.status !== 0) {
    throw new Error('LibreOffice (soffice) is not installed here: nothing was opened, and nothing is shown.');
  }
  folder = temporaryFolder();
  const clock = new FakeClock(Date.parse('2026-10-23T08:00:00Z'));
  app = await TestCore.open({ clock });
  for (const [i, name] of names.entries()) {
    await app.heartbeat(`${sn}${String(i)}`);
    await app.call('cameras.update', { sn: `${sn}${String(i)}`, name });
  }
  // Around the change of clocks, with a gap in between.
  for (let hour = 0; hour < 48; hour += 3) {
    clock.set(Date.parse('2026-10-24T20:00:00Z') + hour * 3_600_000);
    const endTime = clock.now() / 1000;
    const counts = {
      in: hour + 3,
      out: hour,
      passby: 5,
      turnback: 1,
      inAdult: hour,
      inChild: 3,
      avgStayTime: 2500,
    };
    await app.post({ sn: `${sn}0`, startTime: endTime - 600, endTime, time: endTime, ...counts });
  }
  clock.set(Date.parse('2026-10-28T12:00:00Z'));
  await app.call('notes.put', { site: 'main', date: '2026-10-25', text: '=HYPERLINK("http://x")' });
  ({ rows } = await app.call('history.query', range));
}, 120_000);
afterAll(async () => {
  await app.dispose();
  removeFolder(folder);
});

/** @param input LibreOffice's own filter options; @returns the cells as it shows them */
function seenBy(name: string, bytes: Buffer, sheet: number, input: string | null): Record<string, string>[] {
  const file = join(folder, name);
  const seen = mkdtempSync(join(folder, 'seen-'));
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  // Comma, quote, UTF-8, all columns as formatted, this sheet.
  const output = `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,true,false,false,${String(sheet)}`;
  const filter = input === null ? [] : [`--infilter=CSV:${input}`];
  execFileSync(
    'soffice',
    [profile, '--headless', ...filter, '--convert-to', output, '--outdir', seen, file],
    {
      stdio: 'ignore',
      timeout: 300_000,
    },
  );
  const [written = ''] = readdirSync(seen);
  return parse(readFileSync(join(seen, written), 'utf8'), { bom: true, columns: true });
}

const text = (value: number | string | null) => (value === null ? '' : String(value));
const nameOf = (row: HistoryRow) => names[Number(row.camera.slice(sn.length))] ?? '';
const local = (instant: string) => `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;

describe('LibreOffice', () => {
  test('sees in the workbook what the API says', async () => {
    const { bytes } = await exported(app.core, { kind: 'xlsx', ...range });
    const seen = seenBy('book.xlsx', bytes, 3, null);
    expect(
      seen.map((row) => [row['serial'], row['camera'], row['start'], row['end'], row['utc_offset']]),
    ).toEqual(
      rows.map((row) => [row.camera, nameOf(row), local(row.start), local(row.end), row.start.slice(19)]),
    );
    expect(seen.map((row) => [row['in'], row['out'], row['in_adult'], row['quality']])).toEqual(
      rows.map((row) => [text(row.in), text(row.out), text(row.inAdult), row.quality]),
    );
    expect(seen.map((row) => row['coverage'])).toEqual(
      rows.map((row) => `${(row.coverage * 100).toFixed(1)}%`),
    );
    expect(seen.some((row) => row['note'] === '=HYPERLINK("http://x")')).toBe(true);
    expect(seen.some((row) => row['in'] === '')).toBe(true);
  }, 300_000);

  test('sees the same dates as a second reader of the workbook', async () => {
    const { bytes } = await exported(app.core, { kind: 'xlsx', ...range });
    const days = seenBy('days.xlsx', bytes, 2, null);
    const sheet = read(bytes).Sheets['Daily'] ?? {};
    const other = utils.sheet_to_json<Record<string, string>>(sheet, { raw: false });
    expect(days.map((row) => row['start'])).toEqual(other.map((row) => row['start']));
    expect(days[0]?.['start']).toBe('2026-10-24');
  }, 300_000);

  test.each([
    // Separator, quote, UTF-8, first line; language; quoted text is not forced; special numbers are found.
    ['excel', '.', '44,34,76,1,,1033,false,true'],
    ['excel', ',', '59,34,76,1,,1031,false,true'],
    ['tab', '.', '9,34,76,1,,1033,false,true'],
  ] as const)(
    'sees in the %s file with decimal %s what the API says',
    async (preset, decimal, input) => {
      const { bytes } = await exported(app.core, { kind: 'csv', ...range, preset, decimal });
      const seen = seenBy(`${preset}-${decimal === ',' ? 'comma' : 'point'}.csv`, bytes, 1, input);
      const harmless = (name: string) => (/^[=+\-@]/.test(name) ? `'${name}` : name);
      // A spreadsheet takes +02:00 for a time of day; the repeated hour is told apart by it all the same.
      const offsetHour = (shown = '') => Number(/\d+/.exec(shown)?.[0]);
      expect(seen.map((row) => [row['serial'], row['camera'], offsetHour(row['utc_offset'])])).toEqual(
        rows.map((row) => [`SN${row.camera}`, harmless(nameOf(row)), offsetHour(row.start.slice(19))]),
      );
      expect(seen.map((row) => [row['in'], row['out'], row['quality']])).toEqual(
        rows.map((row) => [text(row.in), text(row.out), row.quality]),
      );
      // The seconds are LibreOffice's: it took the text for a date.
      expect(seen.map((row) => row['start'])).toEqual(rows.map((row) => `${local(row.start)}:00`));
      // A number, shown the way it shows numbers, where text would stay as it is.
      expect(seen.map((row) => row['avg_stay_s']).filter((value) => value !== '')).toContain('2.5');
    },
    300_000,
  );
});
