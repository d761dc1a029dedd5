import { describe, expect, it } from 'vitest';
import { languages } from '#shared/languages';
import { shellTexts, textsFor } from '../../../src/main/shell/texts';

/** Every sentence there is, with what fills it. */
function sentences(texts: unknown, fill: (i: number) => unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') {
    const filled: unknown = Reflect.apply(
      texts,
      undefined,
      Array.from({ length: texts.length }, (_, i) => fill(i)),
    );
    return sentences(filled, fill);
  }
  return Object.values(texts as object).flatMap((part) => sentences(part, fill));
}

describe('the texts of the shell', () => {
  it('are those of the owner’s choice, or of the computer', () => {
    expect(textsFor('fr', ['de-AT'])).toBe(shellTexts.fr);
    expect(textsFor('auto', ['de-AT', 'en'])).toBe(shellTexts.de);
    expect(textsFor('auto', ['it-IT'])).toBe(shellTexts.en);
  });

  it('are there in every language of the pages, and say all of it in that language', () => {
    expect(Object.keys(shellTexts)).toEqual(languages);
    const english = sentences(shellTexts.en, () => 1);
    for (const [language, texts] of Object.entries(shellTexts)) {
      const said = sentences(texts, () => 1);
      expect(said, language).toHaveLength(english.length);
      expect(said.filter((text) => text.trim() === '' || /undefined|\[object/.test(text))).toEqual([]);
      if (language === 'en') continue;
      const same = said.filter((text, i) => text === english[i] && text !== 'OK');
      expect(same, language).toEqual([]);
    }
  });

  it('use everything they are told', () => {
    for (const [language, texts] of Object.entries(shellTexts)) {
      const { back, silent } = texts.alerts;
      expect(silent('Front', 1, 47).title, language).toContain('Front');
      expect(silent('Front', 1, 47).body, language).toContain('47');
      expect(back('Front', 2).title, language).toContain('Front');
      const { title, body } = texts.alerts.limit('Shop', 31, 30);
      expect(title + body, language).toMatch(/31.*Shop.*30/);
      expect(texts.alerts.newAddress('10.0.0.1', '10.0.0.2').body, language).toMatch(
        /10\.0\.0\.2.*10\.0\.0\.1/,
      );
      expect(texts.tray.silent(2, 5), language).toMatch(/2.*5|5.*2/);
    }
  });
});
