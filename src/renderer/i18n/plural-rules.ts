import type { Language } from './languages';

/** In French and Brazilian Portuguese nothing is still singular: "0 visiteur". */
const nothingIsSingular = (n: number, forms: number): number =>
  forms === 2 ? (Math.abs(n) < 2 ? 0 : 1) : Math.min(Math.abs(n), forms - 1);

/** Which of `none | one | many` or `one | many` fits; where a language is not named, only 1 is singular. */
export const pluralRules: Partial<Record<Language, (n: number, forms: number) => number>> = {
  fr: nothingIsSingular,
  pt: nothingIsSingular,
};
