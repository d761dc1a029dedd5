import type { LanguageChoice } from '#shared/domain';
import { chooseLanguage, type Language } from '#shared/languages';
import { de } from './de';
import { en, type ShellTexts } from './en';
import { es } from './es';
import { fr } from './fr';
import { pt } from './pt';
import { zh } from './zh';

export type { ShellTexts };

export const shellTexts: Record<Language, ShellTexts> = { en, es, de, fr, pt, zh };

/** @param preferred the computer's languages, as BCP 47 tags, for an owner who has chosen none */
export function textsFor(choice: LanguageChoice, preferred: readonly string[]): ShellTexts {
  return shellTexts[choice === 'auto' ? chooseLanguage(preferred) : choice];
}
