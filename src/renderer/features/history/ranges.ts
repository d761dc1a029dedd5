import type { Granularity } from '#shared/domain';
import { addDays, addMonths, daysBetween, firstOfMonth } from '../../format/calendar';

export const presets = ['today', 'yesterday', 'last7', 'thisMonth', 'lastMonth', 'custom'] as const;
export type Preset = (typeof presets)[number];

/** Local dates; `to` is exclusive, as in the contract. */
export interface DateRange {
  from: string;
  to: string;
}

/** The dates a preset stands for. The current day counts as part of "last 7 days" and "this month". */
export function presetRange(preset: Exclude<Preset, 'custom'>, today: string): DateRange {
  const tomorrow = addDays(today, 1);
  switch (preset) {
    case 'today':
      return { from: today, to: tomorrow };
    case 'yesterday':
      return { from: addDays(today, -1), to: today };
    case 'last7':
      return { from: addDays(today, -6), to: tomorrow };
    case 'thisMonth':
      return { from: firstOfMonth(today), to: tomorrow };
    case 'lastMonth':
      return { from: addMonths(firstOfMonth(today), -1), to: firstOfMonth(today) };
  }
}

const mostDays: Record<Granularity, number> = {
  quarter: 31,
  hour: 92,
  day: 1500,
  week: 10_000,
  month: 40_000,
};
const fewestDays: Record<Granularity, number> = { quarter: 1, hour: 1, day: 1, week: 8, month: 32 };

/** What a range can be read by without thousands of rows or a single one. */
export function possibleGranularities({ from, to }: DateRange): Granularity[] {
  const days = daysBetween(from, to);
  return (Object.keys(mostDays) as Granularity[]).filter(
    (by) => days <= mostDays[by] && days >= fewestDays[by],
  );
}

/** Hours for a day or two, days for months, weeks for a year, months beyond. */
export function usualGranularity({ from, to }: DateRange): Granularity {
  const days = daysBetween(from, to);
  if (days <= 2) return 'hour';
  if (days <= 92) return 'day';
  return days <= 366 ? 'week' : 'month';
}
