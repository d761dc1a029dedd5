import { read, utils, type WorkBook } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languages, type Language } from '#shared/languages';
import { workbookTexts } from '../../../../src/main/core/reports/xlsx/texts';
import { de } from '../../../../src/renderer/i18n/de';
import { es } from '../../../../src/renderer/i18n/es';
import { fr } from '../../../../src/renderer/i18n/fr';
import { pt } from '../../../../src/renderer/i18n/pt';
import { zh } from '../../../../src/renderer/i18n/zh';
import { FakeClock } from '../../../support/clock';
import { TestCore } from '../../../support/core';
import { exported } from '../../../support/exports';
import { flatten, placeholders } from '../../../support/messages';

const sn = '201001000000000123';
let app: TestCore;

beforeAll(async () => {
  app = await TestCore.open({ clock: new FakeClock(Date.parse('2026-03-10T12:30:00Z')) });
  const endTime = Date.parse('2026-03-10T10:05:00Z') / 1000;
  await app.post({ sn, startTime: endTime - 60, endTime, time: endTime, in: 3, out: 1 });
});
afterAll(() => app.dispose());

async function workbook(language?: Language): Promise<WorkBook> {
  const range = { from: '2026-03-10', to: '2026-03-11' };
  const { bytes } = await exported(app.core, { kind: 'xlsx', ...range, ...(language ? { language } : {}) });
  return read(bytes);
}
const cells = (book: WorkBook, name: string) =>
  utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1 });

describe.each(languages)('a workbook in %s', (language) => {
  test('has its sheets, and the columns of rows in time, under the names of everywhere', async () => {
    const [book, english] = [await workbook(language), await workbook()];
    expect(book.SheetNames).toEqual(english.SheetNames);
    for (const name of ['Daily', 'Hourly']) expect(cells(book, name)).toEqual(cells(english, name));
  });

  test('speaks to people in it, with the same figures', async () => {
    const { headings, about, roles, states, no } = workbookTexts[language];
    const [book, english] = [await workbook(language), await workbook()];
    const [summary, ...sums] = cells(book, 'Summary');
    expect(summary?.slice(0, 4)).toEqual([headings.site, headings.camera, headings.serial, headings.in]);
    expect(sums).toEqual(cells(english, 'Summary').slice(1));
    expect(cells(book, 'Cameras')[1]?.slice(3, 6)).toEqual([states.new, roles.entrance, no]);
    expect(cells(book, 'About').slice(0, 2)).toEqual([
      [headings.what, headings.about],
      [about.from, '2026-03-10'],
    ]);
  });
});

test('every language says everything, with the same values', () => {
  const english = flatten(workbookTexts.en);
  for (const language of languages) {
    for (const [key, text] of flatten(workbookTexts[language])) {
      expect(text, `${language} ${key}`).not.toBe('');
      expect(placeholders(text), `${language} ${key}`).toEqual(placeholders(english.get(key) ?? ''));
    }
  }
});

test('figures are called what the screens call them', () => {
  const screens = { de, es, fr, pt, zh };
  for (const [language, { figures }] of Object.entries(screens)) {
    const { headings } = workbookTexts[language as keyof typeof screens];
    expect(headings, language).toMatchObject({
      in: figures.in.name,
      out: figures.out.name,
      passby: figures.passby.name,
      turnback: figures.turnback.name,
      turn_in_rate: figures.turnInRate.name,
      turn_back_rate: figures.turnBackRate.name,
      coverage: figures.coverage.name,
    });
  }
});

test('no two columns of a sheet have one heading', () => {
  for (const language of languages) {
    const { site, camera, serial, ...rest } = workbookTexts[language].headings;
    const all = [site, camera, serial, ...Object.values(rest)];
    expect(new Set(all).size, language).toBe(all.length);
  }
});
