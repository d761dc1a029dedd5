import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Outcome } from '#shared/contract';
import { savePdf, type SavePdfDeps } from '../../../src/main/shell/save-pdf';

const request = { site: 'main', kind: 'month', from: '2026-10-01', to: '2026-11-01' };
const bytes = new TextEncoder().encode('%PDF-1.7');
let folder: string;
let asked: string[];
let printed: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-pdf-'));
  asked = [];
  printed = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function deps(answer: string | null, pdf: Outcome<Uint8Array> = { ok: true, result: bytes }): SavePdfDeps {
  const quiet = () => undefined;
  return {
    core: {
      invoke: () =>
        Promise.resolve({
          ok: true,
          result: { fileName: 'visitors_Shop_2026-10-01_2026-10-31_day.csv', rows: 31, keptSince: null },
        }),
    },
    log: { info: quiet, warn: quiet, error: quiet },
    pdf: (wanted) => {
      printed.push(wanted);
      return Promise.resolve(pdf);
    },
    askForPath: (fileName) => {
      asked.push(fileName);
      return Promise.resolve(answer);
    },
  };
}

it('saves the page where the owner says, named as an export is', async () => {
  const path = join(folder, 'October.pdf');
  expect(await savePdf(request, deps(path))).toEqual({ ok: true, result: { saved: 'file', path } });
  expect(asked).toEqual(['visitors_Shop_2026-10-01_2026-10-31_day.pdf']);
  expect(printed).toEqual([request]);
  expect(new Uint8Array(await readFile(path))).toEqual(bytes);
});

it('prints nothing when the owner thinks better of it', async () => {
  expect(await savePdf(request, deps(null))).toEqual({ ok: true, result: { saved: 'cancelled' } });
  expect(printed).toEqual([]);
});

it('takes nothing but a page that there is', async () => {
  for (const odd of [null, {}, { ...request, kind: 'year' }, { ...request, from: '../..' }]) {
    expect(await savePdf(odd, deps(join(folder, 'x.pdf')))).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  }
  expect(asked).toEqual([]);
});

it('leaves no file when the page cannot be drawn, or the file not be written', async () => {
  const refused: Outcome<never> = { ok: false, error: { code: 'unavailable', message: 'Not drawn.' } };
  expect(await savePdf(request, deps(join(folder, 'a.pdf'), refused))).toEqual(refused);
  await mkdir(join(folder, 'taken.pdf'));
  expect(await savePdf(request, deps(join(folder, 'taken.pdf')))).toMatchObject({ ok: false });
  expect(await readdir(folder)).toEqual(['taken.pdf']);
});
