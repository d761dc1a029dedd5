import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileRequest } from '#shared/contract';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import { exported as exportFrom } from '../../../support/exports';

const sn = '201001000000000123';
let app: TestCore;

type CsvRequest = Extract<FileRequest, { kind: 'csv' }>;

const exported = (change: Partial<CsvRequest> = {}) =>
  exportFrom(app.core, { kind: 'csv', from: '2026-03-10', to: '2026-03-11', by: 'hour', ...change });

const cells = (text: string, delimiter = ',') =>
  parse(text, { bom: true, delimiter, columns: true }) as unknown as Record<string, string>[];

beforeEach(async () => {
  app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-10T12:30:00Z')) });
  const endTime = Date.parse('2026-03-10T10:05:00Z') / 1000;
  const counts = { in: 3, out: 1, passby: 5, turnback: 1, inAdult: 2, inChild: 1, avgStayTime: 2500 };
  await app.post({ sn, startTime: endTime - 60, endTime, time: endTime, ...counts });
});
afterEach(() => app.dispose());

describe('CSV', () => {
  test('has the agreed columns in the agreed order', async () => {
    const { text } = await exported({ preset: 'plain' });
    expect(text.split('\n')[0]).toBe(
      'site,camera,serial,start,end,utc_offset,in,out,passby,turnback,in_adult,in_child,in_staff,avg_stay_s,' +
        'occupancy_end,occupancy_max,turn_in_rate,coverage_pct,quality,note,' +
        'in_corrected,out_corrected,passby_corrected,turnback_corrected',
    );
  });

  test('what the owner corrected stands in columns of its own, never in those of what was counted', async () => {
    app.clock.advance(24 * 3_600_000);
    const range = { from: '2026-03-10T10:00:00Z', to: '2026-03-10T11:00:00Z' };
    await app.call('corrections.put', { camera: sn, ...range, in: 30, turnback: 0, why: 'It was covered' });
    const { text } = await exported({ preset: 'plain' });
    const rows = cells(text).filter(({ quality }) => quality === 'edited');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      in: '3',
      out: '1',
      turnback: '1',
      turn_in_rate: '0.375',
      in_corrected: '30',
      out_corrected: '1',
      passby_corrected: '5',
      turnback_corrected: '0',
    });
    const [other] = cells(text).filter(({ quality }) => quality !== 'edited');
    expect(other).toMatchObject({ in_corrected: '', out_corrected: '', turnback_corrected: '' });
  });

  test('Excel preset: byte order mark, CRLF, local times, a serial that Excel leaves alone', async () => {
    const { text, fileName } = await exported();
    expect(text.startsWith('\ufeffsite,camera')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(cells(text)[0]).toMatchObject({
      serial: `SN${sn}`,
      start: '2026-03-10 11:00',
      end: '2026-03-10 12:00',
      utc_offset: '+01:00',
    });
    expect(fileName).toBe('visitors_My-shop_2026-03-10_2026-03-10_hour.csv');
  });

  test('a decimal comma makes the Excel preset separate by semicolons', async () => {
    const { text } = await exported({ decimal: ',' });
    expect(cells(text, ';')[0]).toMatchObject({ avg_stay_s: '2,5', turn_in_rate: '0,375' });
  });

  test('plain preset: no mark, LF, ISO times, bare serial, dots whatever the locale', async () => {
    const { text } = await exported({ preset: 'plain', decimal: ',' });
    expect(text.startsWith('site')).toBe(true);
    expect(text).not.toContain('\r');
    expect(cells(text)[0]).toMatchObject({
      serial: sn,
      start: '2026-03-10T11:00:00+01:00',
      avg_stay_s: '2.5',
    });
  });

  test('tab preset separates by tabs', async () => {
    const { text } = await exported({ preset: 'tab' });
    expect(cells(text, '\t')[0]).toMatchObject({ in: '3' });
  });

  test('a gap has empty cells and says that it is missing', async () => {
    app.clock.advance(3 * 3_600_000);
    await app.heartbeat(sn);
    const gap = cells((await exported()).text).find((row) => row['quality'] === 'missing');
    expect(gap).toMatchObject({ in: '', out: '', occupancy_end: '', turn_in_rate: '', coverage_pct: '0' });
  });

  test.each(['=1+1', '+49 shop', '-x', '@home', '\tx'])(
    'the name %j cannot become a formula',
    async (name) => {
      await app.call('cameras.update', { sn, name: `${name}` });
      const stored = (await app.camera(sn)).name;
      const cell = cells((await exported()).text)[0]?.['camera'];
      expect(cell).toBe(/^[=+\-@\t\r]/.test(stored) ? `'${stored}` : stored);
    },
  );

  test('quotes, separators, line breaks and accents in names survive', async () => {
    const name = 'Größe "L", señor;\n門口';
    await app.call('cameras.update', { sn, name });
    expect(cells((await exported()).text)[0]?.['camera']).toBe(name);
  });

  test('the file name is safe on Windows', async () => {
    await app.call('sites.update', { id: 'main', name: 'A/B: C*?.' });
    const { fileName } = await exported();
    expect(fileName).toBe('visitors_A-B--C--_2026-03-10_2026-03-10_hour.csv');
  });
});
