import { read, utils } from '@e965/xlsx';
import { expect, test } from 'vitest';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import { exported } from '../../../support/exports';

test('what the owner corrected stands in columns of its own in days and hours', async () => {
  const app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-11T12:30:00Z')) });
  const endTime = Date.parse('2026-03-10T10:05:00Z') / 1000;
  const counts = { in: 3, out: 1, passby: 5, turnback: 1 };
  await app.post({ sn: 'DOOR', startTime: endTime - 60, endTime, time: endTime, ...counts });
  const range = { from: '2026-03-10', to: '2026-03-11' };
  await app.call('corrections.put', { camera: 'DOOR', ...range, in: 30, out: 0, why: 'It was covered' });
  const { bytes } = await exported(app.core, { kind: 'xlsx', ...range });
  const book = read(bytes);
  const rowsOf = (name: string) =>
    utils.sheet_to_json<Record<string, unknown>>(book.Sheets[name] ?? {}, { defval: null });
  const corrected = { in_corrected: 30, out_corrected: 0, passby_corrected: 5, turnback_corrected: 1 };
  expect(rowsOf('Daily')).toMatchObject([{ in: 3, out: 1, quality: 'edited', ...corrected }]);
  const eleven = rowsOf('Hourly').find((row) => row['in'] === 3);
  expect(eleven).toMatchObject({ out: 1, quality: 'edited', ...corrected });
  expect(rowsOf('Summary')).toMatchObject([{ in: 3, out: 1 }]);
  await app.dispose();
});
