import type { Language } from '#shared/languages';

export { languages, type Language } from '#shared/languages';

/** Each in its own words: whoever looks for theirs may read no other. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  es: 'Español',
  de: 'Deutsch',
  fr: 'Français',
  pt: 'Português',
  zh: '简体中文',
};

/** Where nothing tells the reader's region. */
export const usualLocale: Record<Language, string> = {
  en: 'en-GB',
  es: 'es-ES',
  de: 'de-DE',
  fr: 'fr-FR',
  pt: 'pt-BR',
  zh: 'zh-CN',
};

/** What screen readers and hyphenation go by. */
export const languageTags: Record<Language, string> = {
  en: 'en',
  es: 'es',
  de: 'de',
  fr: 'fr',
  pt: 'pt',
  zh: 'zh-Hans',
};
