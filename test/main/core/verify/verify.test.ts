import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { crc32c } from '../../../../src/main/core/storage/crc32c';
import { nodeFileSystem } from '../../../../src/main/core/storage/file-system';
import { nameEnding } from '../../../../src/main/core/storage/snapshot';
import { loadSqlite, Sql } from '../../../../src/main/core/storage/sql';
import { verify } from '../../../../src/main/core/verify/verify';
import { someMorning } from '../../../support/clock';
import { silentLog, sqliteWasmPath } from '../../../support/core';
import {
  copyAsIs,
  firstQuarterMs,
  openEngine,
  postOf,
  countedReports,
  flipBit,
  namesIn,
  onlyFile,
  openCore,
  reportOf,
  sn,
  testFolder,
} from '../storage/support';

const dayMs = 86_400_000;

/** A shop with live reports, history, old reports that were removed, and a snapshot. */
async function filledFolder(): Promise<string> {
  const folder = testFolder();
  const engine = await openEngine(folder);
  const start = someMorning / 1000 - 3 * 86_400;
  const bodies = [
    ...Array.from({ length: 10 }, (_, i) => reportOf(i)),
    { sn, data: [{ startTime: start, endTime: start + 7200, in: 11, out: 2, avgStayTime: 900 }] },
    { sn, startTime: start + 600, endTime: start + 660, time: start + 660, in: 3, out: 1 },
    { ...reportOf(11), in: 5 },
  ];
  await engine.receive(bodies.map((body, i) => postOf(i, body)));
  await engine.command('retention.apply', { before: firstQuarterMs + 7 * 900_000 }, someMorning);
  await engine.snapshot(someMorning);
  engine.files.close();
  return folder;
}

async function check(folder: string, repair = false): Promise<{ wrong: string[]; right: string[] }> {
  const options = { folder, wasmPath: sqliteWasmPath, repair, now: someMorning + dayMs };
  const findings = await verify(options, nodeFileSystem, silentLog);
  const texts = (isInOrder: boolean) =>
    findings.filter((finding) => finding.isInOrder === isInOrder).map((finding) => finding.text);
  return { wrong: texts(false), right: texts(true) };
}

/** Changes the database behind Foyer's back, as a defect would: the file itself is whole. */
async function tamper(folder: string, statements: string): Promise<void> {
  const path = onlyFile(folder, '.sqlite');
  const sql = new Sql(await loadSqlite(sqliteWasmPath), readFileSync(path));
  sql.exec(statements);
  const bytes = sql.export();
  writeFileSync(join(folder, `foyer-${nameEnding(9999, crc32c(bytes))}`), bytes);
}

it('finds nothing wrong where nothing is, and says what it looked at', async () => {
  const folder = await filledFolder();
  const { wrong, right } = await check(folder);
  expect(wrong).toEqual([]);
  expect(right.join('\n')).toMatch(/1 snapshot in order/);
  expect(right.join('\n')).toMatch(/The sums of \d+ quarter hours agree with 5 reports and history/);
  expect(right.join('\n')).toMatch(/The journal has \d+ messages/);
});

it('changes nothing', async () => {
  const folder = await filledFolder();
  const before = namesIn(folder, '').map((name) => [name, crcOf(join(folder, name))]);
  await check(folder);
  expect(namesIn(folder, '').map((name) => [name, crcOf(join(folder, name))])).toEqual(before);
});

function crcOf(path: string): number | null {
  return path.endsWith('archive') || path.endsWith('backups') ? null : crc32c(readFileSync(path));
}

/** A day that holds all quarter hours, and one person more than they. */
const dayOfAll = `
  INSERT INTO day_sum (camera_id, "from", until, covered, "in")
  SELECT camera_id, min(quarter), max(quarter) + 1, sum(covered), sum("in") + 1 FROM quarter GROUP BY camera_id`;

describe('figures that do not agree with their reports', () => {
  it.each([
    ['a sum', 'UPDATE quarter SET "in" = 7 WHERE "in" = 5', /in 7, should be 5/],
    ['minutes', 'UPDATE quarter SET covered = 15 WHERE "in" = 5', /covered 15, should be 1/],
    ['a missing quarter hour', 'DELETE FROM quarter WHERE "in" = 5', /in unknown, should be 5/],
    ['the sum of a day', dayOfAll, /sums of 1 day are not those/],
    ['what history adds', 'UPDATE addition SET "in" = "in" + 1 WHERE "in" > 0', /additions? from history/],
  ])('%s: named, and put right by a repair', async (_, statements, sentence) => {
    const folder = await filledFolder();
    await tamper(folder, statements);
    expect((await check(folder)).wrong.join('\n')).toMatch(sentence);
    expect((await check(folder)).wrong, 'looking did not mend it').not.toEqual([]);
    const repaired = await check(folder, true);
    expect(repaired.wrong).toEqual([]);
    expect(repaired.right.join('\n')).toMatch(/Worked out again/);
    expect((await check(folder)).wrong).toEqual([]);
    const test = await openCore({ folder });
    expect((await countedReports(test, 12))[11]).toBe(5);
  });
});

it('names files that are damaged', async () => {
  const folder = await filledFolder();
  const test = await openCore({ folder });
  for (let i = 20; i < 23; i++) await test.post(reportOf(i));
  const copy = copyAsIs(folder);
  const [newest = ''] = namesIn(copy, 'journal-').slice(-1);
  flipBit(join(copy, newest), 60);
  flipBit(onlyFile(copy, '.sqlite'), 5000);
  const { wrong } = await check(copy);
  expect(wrong.join('\n')).toMatch(/The snapshot .*: its bytes are not the ones that were written/);
  expect(wrong.join('\n')).toMatch(/The journal file .*damaged byte.*1 record/);
});

it('stays away from a folder that Foyer has open', async () => {
  const test = await openCore();
  await expect(check(test.folder)).rejects.toMatchObject({ reason: 'locked' });
});
