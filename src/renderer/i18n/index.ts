import { shallowRef } from 'vue';
import { createI18n } from 'vue-i18n';
import type { LanguageChoice } from '#shared/domain';
import { en } from './en';
import type { Language } from './languages';
import { languageTags } from './languages';
import { readerOf, type Reader } from './locales';
import { pluralRules } from './plural-rules';

/** What a language must say: everything that English says. */
export type Messages = typeof en;

declare module 'vue-i18n' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the library is extended by merging
  export interface DefineLocaleMessage extends Messages {}
}

/** Messages are compiled by interpretation, not by `new Function`: the page allows no eval. */
export const i18n = createI18n<[Messages], Language, false>({
  legacy: false,
  locale: 'en',
  fallbackLocale: 'en',
  pluralRules,
  messages: { en } as Record<Language, Messages>,
});

/** English comes with the page; the others are fetched when they are first read. */
const loaders: Record<Exclude<Language, 'en'>, () => Promise<Messages>> = {
  es: async () => (await import('./es')).es,
  de: async () => (await import('./de')).de,
  fr: async () => (await import('./fr')).fr,
  pt: async () => (await import('./pt')).pt,
  zh: async () => (await import('./zh')).zh,
};
const loaded = new Set<Language>(['en']);

/** Who reads now; texts, figures and dates follow it. */
export const reader = shallowRef<Reader>(readerOf('en', []));
let newestChoice: LanguageChoice = 'auto';

/** Shows the page in a language. Where its messages cannot be fetched, in the language shown so far. */
export async function speak(choice: LanguageChoice): Promise<void> {
  newestChoice = choice;
  const next = readerOf(choice, navigator.languages);
  if (!(await hasMessages(next.language)) || newestChoice !== choice) return;
  i18n.global.locale.value = next.language;
  reader.value = next;
  document.documentElement.lang = languageTags[next.language];
}

async function hasMessages(language: Language): Promise<boolean> {
  if (language === 'en' || loaded.has(language)) return true;
  try {
    i18n.global.setLocaleMessage(language, await loaders[language]());
    loaded.add(language);
    return true;
  } catch {
    // Foyer was updated or ended while the page was open: its files are gone. English is here.
    return false;
  }
}
