import type { TillDay, TillPeriod } from '#shared/domain';
import { addDays, daysBetween, localDate } from '../../../format/calendar';
import type { DateRange } from '../../history/ranges';

/** More days than this nobody types. */
export const mostTillDays = 31;

export interface TillRow {
  date: string;
  noted: TillDay | null;
  /** What the doors say of that day; `null`: nothing is known. */
  period: TillPeriod | null;
}

/** The newest days of a range that have begun, the last first. */
export function tillDates({ from, to }: DateRange, today: string): string[] {
  const end = to > today ? addDays(today, 1) : to;
  const days = Math.min(mostTillDays, Math.max(0, daysBetween(from, end)));
  return Array.from({ length: days }, (_, index) => addDays(end, -1 - index));
}

export function tillRows(
  dates: readonly string[],
  noted: readonly TillDay[],
  periods: readonly TillPeriod[],
  zone: string,
): TillRow[] {
  const notedOn = new Map(noted.map((day) => [day.date, day]));
  const periodOn = new Map(periods.map((period) => [localDate(Date.parse(period.start), zone), period]));
  return dates.map((date) => ({
    date,
    noted: notedOn.get(date) ?? null,
    period: periodOn.get(date) ?? null,
  }));
}

/** Digits behind the decimal mark of a currency: 2 for cents. */
export function currencyDigits(currency: string): number {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

/** A whole number of sales as it was typed; `undefined`: it is none. Nothing typed is nothing noted. */
export function readSales(text: string): number | null | undefined {
  const bare = text.replace(/[\s.,'’]/g, '');
  if (bare === '') return null;
  const sales = /^\d{1,7}$/.test(bare) ? Number(bare) : undefined;
  return sales === undefined || sales > 1_000_000 ? undefined : sales;
}
