import { languageChoices, type LanguageChoice } from './domain';

/** Languages that there are texts for. A new one: its tag in `languageChoices`, its texts beside those of `en`. */
export type Language = Exclude<LanguageChoice, 'auto'>;
export const languages = languageChoices.filter((choice): choice is Language => choice !== 'auto');

/** The language of the texts: the first of the reader's own that there are texts for. @param wanted BCP 47 tags */
export function chooseLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0];
    const found = languages.find((language) => language === primary);
    if (found) return found;
  }
  return 'en';
}
