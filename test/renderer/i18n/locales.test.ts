import { describe, expect, it } from 'vitest';
import { chooseLanguage, readerOf, systemLocales } from '../../../src/renderer/i18n/locales';
import { pluralRules } from '../../../src/renderer/i18n/plural-rules';

describe('chooseLanguage', () => {
  it.each([
    [['es-ES', 'en-US'], 'es'],
    [['it-IT', 'fr-CA', 'en'], 'fr'],
    [['pt-PT'], 'pt'],
    [['zh-TW'], 'zh'],
    [['den'], 'en'],
    [['it'], 'en'],
    [[], 'en'],
  ] as const)('%j reads %s', (wanted, language) => {
    expect(chooseLanguage(wanted)).toBe(language);
  });
});

describe('systemLocales', () => {
  it('keeps the computer’s way to write figures where its language is not spoken', () => {
    expect(systemLocales(['it-IT', 'en-US'])).toEqual({ numberLocale: 'it-IT', dateLocale: 'en-US' });
    expect(systemLocales(['it-IT'])).toEqual({ numberLocale: 'it-IT', dateLocale: 'en-GB' });
    expect(systemLocales([])).toEqual({ numberLocale: 'en', dateLocale: 'en-GB' });
  });
});

describe('readerOf', () => {
  it('takes figures and dates along with a chosen language, in the reader’s region where it is known', () => {
    expect(readerOf('de', ['en-US', 'de-CH'])).toEqual({
      language: 'de',
      numberLocale: 'de-CH',
      dateLocale: 'de-CH',
    });
    expect(readerOf('zh', ['en-US'])).toEqual({
      language: 'zh',
      numberLocale: 'zh-CN',
      dateLocale: 'zh-CN',
    });
  });
});

describe('plural rules', () => {
  it('reads nothing as singular in French and Portuguese', () => {
    for (const rule of [pluralRules.fr, pluralRules.pt]) {
      expect([0, 1, 2, 21].map((n) => rule?.(n, 2))).toEqual([0, 0, 1, 1]);
      expect([0, 1, 2, 21].map((n) => rule?.(n, 3))).toEqual([0, 1, 2, 2]);
      expect([0, 1, 2].map((n) => rule?.(n, 1))).toEqual([0, 0, 0]);
    }
  });
});
