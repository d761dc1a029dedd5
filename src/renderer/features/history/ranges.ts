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

/** The preset that means exactly these dates today, else `custom`. */
export function presetOf({ from, to }: DateRange, today: string): Preset {
  const found = presets.find((preset) => {
    if (preset === 'custom') return false;
    const range = presetRange(preset, today);
    return range.from === from && range.to === to;
  });
  return found ?? 'custom';
}

/** A month as the calendar has it, or the running one as far as it has gone. */
function isMonth({ from, to }: DateRange, today: string): boolean {
  if (from !== firstOfMonth(from)) return false;
  const next = addMonths(from, 1);
  return to === next || (to === addDays(today, 1) && to < next);
}

/**
 * The stretch before or after, as long as this one; a month steps by months. What would reach into the future ends
 * today. `null`: all of it lies in the future.
 */
export function stepRange(range: DateRange, direction: -1 | 1, today: string): DateRange | null {
  const tomorrow = addDays(today, 1);
  const isByMonth = isMonth(range, today);
  const days = daysBetween(range.from, range.to);
  const from = isByMonth ? addMonths(range.from, direction) : addDays(range.from, direction * days);
  const to = isByMonth ? addMonths(from, 1) : addDays(from, days);
  if (from >= tomorrow) return null;
  // Running weeks stay seven days long, so that stepping back and forth comes to the same days again.
  return { from, to: isByMonth && to > tomorrow ? tomorrow : to };
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
