import type { LanguageChoice } from '#shared/domain';
import { chooseLanguage, type Language } from '#shared/languages';
import { usualLocale } from './languages';

export { chooseLanguage };

/** How figures, dates and texts are written for whoever reads. */
export interface Reader {
  language: Language;
  numberLocale: string;
  dateLocale: string;
}

const speaks = (tag: string, language: Language) => tag.toLowerCase().split('-')[0] === language;

/**
 * Figures are written as the computer writes them. Dates contain words, so they follow the language
 * of the texts, in the reader's region where the computer's language is another one.
 */
export function systemLocales(preferred: readonly string[] = navigator.languages): {
  numberLocale: string;
  dateLocale: string;
} {
  const { numberLocale, dateLocale } = readerOf('auto', preferred);
  return { numberLocale, dateLocale };
}

/** A language that the owner chose takes figures along: a text with two decimal marks reads badly. */
export function readerOf(choice: LanguageChoice, preferred: readonly string[]): Reader {
  const language = choice === 'auto' ? chooseLanguage(preferred) : choice;
  const dateLocale = preferred.find((tag) => speaks(tag, language)) ?? usualLocale[language];
  return { language, dateLocale, numberLocale: choice === 'auto' ? (preferred[0] ?? 'en') : dateLocale };
}
