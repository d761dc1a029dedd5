import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { testCamera, zoneWhereItIs } from '../support/test-camera';

/** What docs/EXPORTS.md tells owners to paste into a spreadsheet, against the app as it runs. */

let app: HeadlessApp;
let folder: string;
let removeFolder: () => Promise<void>;
let docs: string;

beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
  docs = await readFile(resolve(import.meta.dirname, '../../docs/EXPORTS.md'), 'utf8');
  app = await startHeadless(join(folder, 'data'), ['--time-zone', zoneWhereItIs(12)]);
  const camera = testCamera(app, '201001000000000123');
  await camera.heartbeat();
  const endMs = Math.floor(Date.now() / 60_000) * 60_000;
  const counts = { in: 5, out: 4, passby: 9, turnback: 1 };
  await camera.report(counts, { startMs: endMs - 60_000, endMs });
});
afterAll(async () => {
  await app.stop();
  await removeFolder();
});

/** Of the calendar in Greenwich; where it is midday that may be another day, by one. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The block of code that follows a heading of the document. */
function recipe(after: string): string {
  const block = /```\n([\s\S]*?)```/.exec(docs.slice(docs.indexOf(after)))?.[1];
  if (block === undefined) throw new Error(`There is no recipe after "${after}"`);
  return block;
}

/** As Power Query asks: a header of its own, and no browser behind it. */
async function asPowerQuery(path: string, method: 'GET' | 'HEAD', authorization?: string) {
  const headers = {
    Accept: '*/*',
    'Accept-Encoding': 'gzip, deflate',
    'User-Agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
    ...(authorization === undefined ? {} : { Authorization: authorization }),
  };
  return new Promise<{ status: number | undefined; type: string | undefined; body: Buffer }>((done, fail) => {
    request(new URL(path, app.apiUrl), { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done({
          status: response.statusCode,
          type: response.headers['content-type'],
          body: Buffer.concat(parts),
        });
      });
    })
      .on('error', fail)
      .end();
  });
}

it('Excel: the query fetches text in which each column is that it gives a type to', async () => {
  const query = recipe('**Excel**');
  const [, path = ''] = /RelativePath = "([^"]+)"/.exec(query) ?? [];
  const [, fixed = ''] = /Query = \[from = From, to = To, ([^\]]+)\]/.exec(query) ?? [];
  const [, scheme = ''] = /Authorization = "(\w+) PASTE-THE-KEY-HERE"/.exec(query) ?? [];
  const asked = new URLSearchParams([
    ['from', daysFromNow(-31)],
    ['to', daysFromNow(2)],
    ...[...fixed.matchAll(/(\w+) = "(\w+)"/g)].map(([, name = '', value = '']) => [name, value]),
  ]);
  const address = `/${path}?${asked.toString()}`;
  // Excel asks for a preview, and again for the table.
  const [preview, table] = await Promise.all([
    asPowerQuery(address, 'GET', `${scheme} ${app.apiKey}`),
    asPowerQuery(address, 'GET', `${scheme} ${app.apiKey}`),
  ]);
  expect(preview).toEqual(table);
  expect(table).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8' });
  expect(query).toContain('Delimiter = ",", Encoding = 65001');
  const rows = parse<Record<string, string>>(table.body, { columns: true });
  expect(rows.map((row) => [row['serial'], row['in']])).toEqual([['201001000000000123', '5']]);
  expect(rows[0]?.['start']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
  const typed = [...query.matchAll(/\{"(\w+)", (?:type \w+|Int64\.Type)\}/g)].map(([, column]) => column);
  expect(typed).toEqual(expect.arrayContaining(['serial', 'start', 'in', 'out']));
  expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(typed));
  expect(await asPowerQuery(address, 'HEAD', `${scheme} ${app.apiKey}`)).toMatchObject({ status: 200 });
  // Without the header, and with the key where it would be written down.
  expect(await asPowerQuery(address, 'GET')).toMatchObject({ status: 401 });
  expect(await asPowerQuery(`${address}&key=${app.apiKey}`, 'GET')).toMatchObject({ status: 401 });
});

it('LibreOffice: the command fetches a workbook with the sheet to link to', async () => {
  const command = recipe('**LibreOffice and Google Sheets**').trim();
  const own = command
    .replace('http://127.0.0.1:8081/api/v1', app.apiUrl)
    .replace(/from=[\d-]+/, `from=${daysFromNow(-1)}`)
    .replace(/to=[\d-]+/, `to=${daysFromNow(2)}`);
  expect(own).toContain(app.apiUrl);
  await promisify(execFile)('sh', ['-c', own], { cwd: folder, env: { ...process.env, KEY: app.apiKey } });
  const { Sheets } = read(await readFile(join(folder, 'visitors.xlsx')));
  const rows = utils.sheet_to_json<Record<string, unknown>>(Sheets['Daily'] ?? {});
  // The formula on top reads the columns by their letters.
  expect(Sheets['Daily']).toMatchObject({ B1: { v: 'camera' }, D1: { v: 'start' }, G1: { v: 'in' } });
  expect(Sheets['Daily']).toMatchObject({ I1: { v: 'passby' } });
  expect(rows).toMatchObject([{ serial: '201001000000000123', in: 5 }]);
});
