import { useI18n } from 'vue-i18n';
import type { ApiError } from '#shared/contract';
import type { Told } from '#shared/sentences';

/** What the core says, in the reader's language; in English where it has no words of its own for it. */
export function useToldText(): (told: Told) => string {
  const { t } = useI18n();
  return ({ message, sentence }) => (sentence ? t(`sentences.${sentence.id}`, sentence.values) : message);
}

/**
 * A failure as a sentence in the reader's language. Where the core speaks English only and says more than a
 * code can, its sentence is quoted.
 */
export function useErrorText(): (error: ApiError) => string {
  const { t, locale } = useI18n();
  const toldText = useToldText();
  return ({ code, message, sentence }) => {
    if (sentence || locale.value === 'en') return toldText({ message, sentence });
    switch (code) {
      case 'forbidden':
      case 'not-found':
      case 'internal':
        return t(`errors.${code}`);
      case 'invalid':
      case 'conflict':
      case 'unavailable':
        // The one sentence of this kind that is made in the page, and so translated already.
        return message === t('errors.unreachable') ? message : t(`errors.${code}`, { message });
    }
  };
}
