import { useI18n } from 'vue-i18n';
import { systemLocales } from '../i18n/locales';
import { ageSeconds, span } from './durations';
import { numberFormats } from './numbers';
import { timeFormats } from './times';

const { numberLocale, dateLocale } = systemLocales();
const numbers = numberFormats(numberLocale);
const times = timeFormats(dateLocale);

/** Everything that turns figures and instants into text for the reader. */
export function useFormat() {
  const { t } = useI18n();
  return {
    ...numbers,
    ...times,
    /** "5 minutes ago"; the last minute is "just now": a text that changes every second only distracts. */
    ago(instant: string, nowMs: number): string {
      const { unit, amount } = span(ageSeconds(instant, nowMs));
      return unit === 'seconds' ? t('time.ago.now') : t(`time.ago.${unit}`, amount);
    },
    /** "5 minutes". */
    length(seconds: number): string {
      const { unit, amount } = span(seconds);
      return t(`time.length.${unit}`, amount);
    },
  };
}
