import { languageChoices, type LanguageChoice } from '#shared/domain';

const key = 'foyer.language';

/** The owner's choice as this page last heard it, so that the first words shown are in it already. */
export function rememberedChoice(): LanguageChoice {
  try {
    const known = localStorage.getItem(key);
    return languageChoices.find((choice) => choice === known) ?? 'auto';
  } catch {
    // A browser that stores nothing: the core tells in a moment.
    return 'auto';
  }
}

export function rememberChoice(choice: LanguageChoice): void {
  try {
    localStorage.setItem(key, choice);
  } catch {
    // See above; nothing is lost but the first moment of the next visit.
  }
}
