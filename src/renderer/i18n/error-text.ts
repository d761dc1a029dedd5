import { useI18n } from 'vue-i18n';
import type { ApiError } from '#shared/contract';

/**
 * A failure as a sentence in the reader's language. The core speaks English and says more than a code can, so
 * where its sentence tells what to do it is quoted.
 */
export function useErrorText(): (error: ApiError) => string {
  const { t, locale } = useI18n();
  return ({ code, message }) => {
    if (locale.value === 'en') return message;
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
