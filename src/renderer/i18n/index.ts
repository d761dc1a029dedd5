import { createI18n } from 'vue-i18n';
import { en } from './en';
import { chooseLanguage } from './locales';

/** What a language must say: everything that English says. */
export type Messages = typeof en;

declare module 'vue-i18n' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the library is extended by merging
  export interface DefineLocaleMessage extends Messages {}
}

/** Messages are compiled by interpretation, not by `new Function`: the page allows no eval. */
export const i18n = createI18n({
  legacy: false,
  locale: chooseLanguage(navigator.languages),
  fallbackLocale: 'en',
  messages: { en },
});
