import { computed } from 'vue';
import { useI18n } from 'vue-i18n';
import { reader } from '../i18n';
import { ageSeconds, hoursAndMinutes, span } from './durations';
import { numberFormats, type NumberFormats } from './numbers';
import { timeFormats, type TimeFormats } from './times';

const numbers = computed(() => numberFormats(reader.value.numberLocale));
const times = computed(() => timeFormats(reader.value.dateLocale));

/** Functions that look up the formats of the moment, so that what is shown follows a change of language. */
const current: NumberFormats & TimeFormats = {
  count: (...all) => numbers.value.count(...all),
  percent: (...all) => numbers.value.percent(...all),
  decimal: (...all) => numbers.value.decimal(...all),
  change: (...all) => numbers.value.change(...all),
  money: (...all) => numbers.value.money(...all),
  fileSize: (...all) => numbers.value.fileSize(...all),
  time: (...all) => times.value.time(...all),
  day: (...all) => times.value.day(...all),
  dayOfMonth: (...all) => times.value.dayOfMonth(...all),
  longDate: (...all) => times.value.longDate(...all),
  dates: (...all) => times.value.dates(...all),
  shortDates: (...all) => times.value.shortDates(...all),
  moment: (...all) => times.value.moment(...all),
  period: (...all) => times.value.period(...all),
  hours: (...all) => times.value.hours(...all),
  shortPeriod: (...all) => times.value.shortPeriod(...all),
};

/** Everything that turns figures and instants into text for the reader. */
export function useFormat() {
  const { t } = useI18n();
  return {
    ...current,
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
    /** "3 h 20 min", to the minute. */
    exactLength(seconds: number): string {
      const { hours, minutes } = hoursAndMinutes(seconds);
      if (hours === 0) return t('time.exact.minutes', { minutes });
      return minutes === 0 ? t('time.exact.hours', { hours }) : t('time.exact.both', { hours, minutes });
    },
  };
}
