import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FileRequest } from '#shared/contract';
import { fileSchema } from '#shared/contract';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import { exported } from '../../../support/exports';

const sn = '201001000000000123';
let app: TestCore;

beforeEach(async () => {
  app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-10T12:30:00Z')) });
});
afterEach(() => app.dispose());

const seconds = (iso: string) => Date.parse(iso) / 1000;
const report = (start: string, end: string, counts: Record<string, unknown>, camera = sn) =>
  app.post({ sn: camera, startTime: seconds(start), endTime: seconds(end), time: seconds(end), ...counts });

type Change = Partial<Extract<FileRequest, { kind: 'csv' }>>;
const range = { from: '2026-03-10', to: '2026-03-11' } as const;
const raw = (change: Change = {}) =>
  exported(app.core, { kind: 'csv', ...range, by: 'raw', preset: 'plain', ...change });
const rowsOf = (text: string) =>
  parse(text, { bom: true, columns: true }) as unknown as Record<string, string>[];

describe('single reports', () => {
  test('each has its own window, and they are ordered by its end', async () => {
    await report('2026-03-10T10:07:30Z', '2026-03-10T10:12:31Z', { in: 2, out: 0, avgStayTime: 2500 });
    await report('2026-03-10T10:04:00Z', '2026-03-10T10:05:00Z', { in: 3, out: 1, passby: 5, turnback: 1 });
    const { text, fileName, total, dones } = await raw();
    expect(fileName).toBe('visitors_My-shop_2026-03-10_2026-03-10_raw.csv');
    const common = { site: 'My shop', serial: sn, occupancy_end: '', coverage_pct: '', quality: 'ok' };
    expect(rowsOf(text)).toMatchObject([
      {
        ...common,
        start: '2026-03-10T11:04:00+01:00',
        end: '2026-03-10T11:05:00+01:00',
        in: '3',
        turn_in_rate: '0.375',
      },
      {
        ...common,
        start: '2026-03-10T11:07:30+01:00',
        end: '2026-03-10T11:12:31+01:00',
        passby: '',
        avg_stay_s: '2.5',
      },
    ]);
    expect([total, dones.at(-1)]).toEqual([2, 2]);
    const excel = rowsOf((await raw({ preset: 'excel' })).text);
    expect(excel[1]).toMatchObject({ start: '2026-03-10 11:07:30', serial: `SN${sn}` });
  });

  test('come to the same sums as the quarter hours', async () => {
    for (let minute = 0; minute < 120; minute++) {
      const at = (more: number) => new Date(Date.parse('2026-03-10T08:00:00Z') + (minute + more) * 60_000);
      const counts = { in: minute % 4, out: minute % 3 };
      await report(at(0).toISOString(), at(1).toISOString(), counts, minute % 2 === 0 ? 'A' : 'B');
    }
    const sum = (text: string, column: string) =>
      rowsOf(text).reduce((total, row) => total + Number(row[column]), 0);
    const quarters = await exported(app.core, { kind: 'csv', ...range, by: 'quarter', preset: 'plain' });
    const { text } = await raw();
    expect(rowsOf(text)).toHaveLength(120);
    for (const column of ['in', 'out']) {
      expect(sum(text, column)).toBe(sum(quarters.text, column));
      expect(sum(text, column)).toBeGreaterThan(100);
    }
  });

  test('belong to the day in which they end, and to the one camera that sent them', async () => {
    await report('2026-03-09T22:58:00Z', '2026-03-09T23:00:00Z', { in: 1, out: 0 });
    await report('2026-03-09T22:59:00Z', '2026-03-09T23:01:00Z', { in: 2, out: 0 });
    await app.call('cameras.replace', { sn, by: 'NEW' });
    await report('2026-03-10T09:00:00Z', '2026-03-10T09:01:00Z', { in: 4, out: 0 }, 'NEW');
    expect(rowsOf((await raw()).text).map((row) => [row['serial'], row['in']])).toEqual([
      [sn, '2'],
      ['NEW', '4'],
    ]);
  });

  test('a re-send is no report of its own, and a camera that hangs the other way round is read that way', async () => {
    for (let i = 0; i < 2; i++)
      await report('2026-03-10T09:00:00Z', '2026-03-10T09:01:00Z', { in: 4, out: 1 });
    await app.call('cameras.update', { sn, isFlipped: true });
    expect(rowsOf((await raw()).text)).toMatchObject([{ in: '1', out: '4' }]);
  });

  test('say since when they are kept; older ones are gone', async () => {
    const request = { kind: 'csv', from: '2026-01-01', to: '2026-06-01', by: 'raw' } as const;
    expect((await app.call('export.plan', request)).keptSince).toBeNull();
    await report('2026-03-10T09:00:00Z', '2026-03-10T09:01:00Z', { in: 4, out: 1 });
    expect(await app.call('export.plan', request)).toEqual({
      fileName: 'visitors_My-shop_2026-01-01_2026-05-31_raw.csv',
      rows: 1,
      keptSince: '2026-03-10T10:01:00+01:00',
    });
  });

  test('of a range without any there is the heading', async () => {
    await report('2026-03-10T09:00:00Z', '2026-03-10T09:01:00Z', { in: 4, out: 1 });
    const { text } = await raw({ from: '2026-03-11', to: '2026-03-12' });
    expect(text.split('\n')).toHaveLength(2);
  });

  test.each(['view', 'guest'] as const)('are not for the role %s', async (role) => {
    const params = fileSchema.parse({ kind: 'csv', ...range, by: 'raw' });
    expect(await app.core.openExport(params, role)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    expect(await app.core.invoke('export.plan', { kind: 'csv', ...range, by: 'raw' }, role)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
  });
});
