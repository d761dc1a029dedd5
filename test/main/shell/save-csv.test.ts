import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ExportParams } from '#shared/contract';
import { saveCsv, type SaveCsvDeps } from '../../../src/main/shell/save-csv';

let folder: string;
let asked: string[];
let exported: ExportParams[];
let ended: boolean;
let logged: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-save-'));
  asked = [];
  exported = [];
  ended = false;
  logged = [];
});
afterEach(() => rm(folder, { recursive: true }));

const request = { from: '2026-03-01', to: '2026-03-08', by: 'day' };

function deps(answer: string | null, text: (() => AsyncIterable<string>) | null = rows): SaveCsvDeps {
  const say = (message: string) => void logged.push(message);
  return {
    log: { info: say, warn: say, error: say },
    askForPath: (fileName) => {
      asked.push(fileName);
      return Promise.resolve(answer);
    },
    core: {
      exportCsv: (params) => {
        exported.push(params);
        return Promise.resolve(
          text
            ? { ok: true, result: { fileName: 'visitors_shop.csv', text: text() } }
            : { ok: false, error: { code: 'not-found', message: 'There is no such camera.' } },
        );
      },
    },
  };
}

function rows(): AsyncIterable<string> {
  const pieces = ['site,in\r\n', 'Shop,12\r\n'].values();
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => Promise.resolve(pieces.next()),
      return: () => {
        ended = true;
        return Promise.resolve({ done: true, value: undefined });
      },
    }),
  };
}

it('writes where the owner says, having suggested the export’s own name', async () => {
  const path = join(folder, 'mine.csv');
  expect(await saveCsv(request, deps(path))).toEqual({ ok: true, result: { saved: 'file', path } });
  expect(asked).toEqual(['visitors_shop.csv']);
  expect(exported).toMatchObject([{ ...request, preset: 'excel', decimal: '.' }]);
  expect(await readFile(path, 'utf8')).toBe('site,in\r\nShop,12\r\n');
});

it('called off: no file, and the export is ended', async () => {
  expect(await saveCsv(request, deps(null))).toEqual({ ok: true, result: { saved: 'cancelled' } });
  expect(ended).toBe(true);
  expect(await readdir(folder)).toEqual([]);
});

it.each([[undefined], [null], ['text'], [{}], [{ ...request, by: 'minute' }], [{ ...request, more: 1 }]])(
  'refuses %o without asking anything',
  async (bad) => {
    const outcome = await saveCsv(bad, deps(join(folder, 'a.csv')));
    expect(outcome).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(asked).toEqual([]);
    expect(exported).toEqual([]);
  },
);

it('passes on what the core says of a range it cannot export', async () => {
  const outcome = await saveCsv(request, deps(join(folder, 'a.csv'), null));
  expect(outcome).toEqual({ ok: false, error: { code: 'not-found', message: 'There is no such camera.' } });
  expect(asked).toEqual([]);
});

it('a place that cannot be written to is a sentence for the owner', async () => {
  const outcome = await saveCsv(request, deps(join(folder, 'gone', 'a.csv')));
  expect(outcome).toEqual({
    ok: false,
    error: { code: 'unavailable', message: 'This folder is no longer there. Choose another one.' },
  });
});

it('an export that breaks leaves no half file and no stack', async () => {
  async function* breaking(): AsyncGenerator<string> {
    yield await Promise.resolve('half');
    throw new Error('SQLITE_CORRUPT');
  }
  const outcome = await saveCsv(request, deps(join(folder, 'a.csv'), breaking));
  expect(outcome).toEqual({
    ok: false,
    error: { code: 'internal', message: 'The file could not be saved.' },
  });
  expect(await readdir(folder)).toEqual([]);
  expect(logged).toEqual(['An export failed']);
});
