import { languages, type Language } from './languages';

/** The language of the texts: the first of the reader's own that there are messages for. */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
}

/**
 * Figures are written as the computer writes them. Dates contain words, so they follow the language
 * of the texts, in the reader's region where the computer's language is another one.
 */
export function systemLocales(preferred: readonly string[] = navigator.languages): {
  numberLocale: string;
  dateLocale: string;
} {
  const numberLocale = preferred[0] ?? 'en';
  const language = chooseLanguage(preferred);
  const dateLocale = preferred.find((tag) => tag.toLowerCase().startsWith(language)) ?? `${language}-GB`;
  return { numberLocale, dateLocale };
}
