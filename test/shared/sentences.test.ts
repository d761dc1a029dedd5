import { describe, expect, it } from 'vitest';
import { filled, tell, type Sentences } from '#shared/sentences';
import { de } from '#shared/sentences/de';
import { en } from '#shared/sentences/en';
import { es } from '#shared/sentences/es';
import { fr } from '#shared/sentences/fr';
import { pt } from '#shared/sentences/pt';
import { zh } from '#shared/sentences/zh';
import { placeholders } from '../support/messages';

describe('tell', () => {
  it('says it in English, and gives what it takes to say it otherwise', () => {
    const told = tell('port-in-use', { port: 8080 });
    expect(told.message).toMatch(/^Port 8080 is already in use/);
    expect(filled(de[told.sentence.id], told.sentence.values)).toMatch(/^Port 8080 wird schon/);
  });

  it('puts a value in as it is, whatever it looks like', () => {
    expect(tell('path-unusable', { path: 'C:\\$& {folder}' }).message).toContain('C:\\$& {folder} cannot');
  });
});

describe.each(Object.entries({ de, es, fr, pt, zh }))('%s', (_language, sentences: Sentences) => {
  it('says everything, with the same values', () => {
    for (const [id, text] of Object.entries(en)) {
      const translated = sentences[id as keyof Sentences];
      expect(translated).not.toBe(text);
      expect(placeholders(translated), id).toEqual(placeholders(text));
    }
  });
});
