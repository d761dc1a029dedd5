import { describe, expect, it } from 'vitest';
import { de } from '../../../src/renderer/i18n/de';
import { en } from '../../../src/renderer/i18n/en';
import { es } from '../../../src/renderer/i18n/es';
import { fr } from '../../../src/renderer/i18n/fr';
import { pt } from '../../../src/renderer/i18n/pt';
import { zh } from '../../../src/renderer/i18n/zh';
import { flatten, keysInCode, placeholders, pluralForms } from '../../support/messages';

const english = flatten(en);

describe('English', () => {
  it('has no text that nothing asks for', () => {
    const { isUsed } = keysInCode();
    expect([...english.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});

describe.each(Object.entries({ de, es, fr, pt, zh }))('%s', (language, messages) => {
  const own = flatten(messages);

  it('says what English says, and nothing else', () => {
    expect([...english.keys()].filter((key) => !own.has(key))).toEqual([]);
    expect([...own.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('puts in the same figures and names', () => {
    const differing = [...own].filter(([key, text]) => {
      const wanted = english.get(key) ?? '';
      return placeholders(text).join() !== placeholders(wanted).join();
    });
    expect(differing).toEqual([]);
  });

  it('has as many plural forms as are chosen from', () => {
    const differing = [...own].filter(([key, text]) => {
      const wanted = pluralForms(english.get(key) ?? '');
      const forms = pluralForms(text);
      // Chinese nouns have no plural: one form does for one and many.
      return forms !== wanted && !(language === 'zh' && wanted === 2 && forms === 1);
    });
    expect(differing).toEqual([]);
  });

  it('leaves no text empty', () => {
    expect([...own].filter(([, text]) => text.trim() === '')).toEqual([]);
  });
});
