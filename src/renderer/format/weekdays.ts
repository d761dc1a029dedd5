import { computed, type ComputedRef } from 'vue';
import { reader } from '../i18n';

/** 1 is Monday, 7 is Sunday, as in ISO 8601. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

interface WeekInfo {
  firstDay: number;
}
/** Younger than the language's own type definitions; a property in older browsers, a method in newer ones. */
interface LocaleWithWeeks {
  getWeekInfo?: () => WeekInfo;
  weekInfo?: WeekInfo;
}

/** The days of the week as a calendar of that locale begins them: Sunday first in the USA. */
export function weekdayOrder(locale: string): Weekday[] {
  const known = new Intl.Locale(locale) as Intl.Locale & LocaleWithWeeks;
  const first = (known.getWeekInfo?.() ?? known.weekInfo)?.firstDay ?? 1;
  return Array.from({ length: 7 }, (_, index) => (((first - 1 + index) % 7) + 1) as Weekday);
}

export function weekdayName(locale: string, weekday: Weekday, style: 'long' | 'short'): string {
  // 2024 began on a Monday.
  const date = new Date(Date.UTC(2024, 0, weekday));
  return new Intl.DateTimeFormat(locale, { weekday: style, timeZone: 'UTC' }).format(date);
}

export function useWeekdays(): {
  order: ComputedRef<Weekday[]>;
  name: (weekday: Weekday, style?: 'long' | 'short') => string;
} {
  return {
    order: computed(() => weekdayOrder(reader.value.dateLocale)),
    name: (weekday, style = 'long') => weekdayName(reader.value.dateLocale, weekday, style),
  };
}
