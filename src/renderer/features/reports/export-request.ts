import type { CsvPreset, ExportGranularity, FileRequest } from '#shared/contract';
import type { Language } from '#shared/languages';
import { daysBetween } from '../../format/calendar';
import type { DateRange } from '../history/ranges';
import type { HoursChoice } from '../history/use-history-filter';

/** What an owner can choose: a workbook, or text in one of its three forms. */
export const exportFormats = ['xlsx', 'excel', 'plain', 'tab'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportChoice {
  site: string;
  range: DateRange;
  by: ExportGranularity;
  hours: HoursChoice;
  /** Serials; `null` for all cameras. */
  cameras: readonly string[] | null;
  format: ExportFormat;
  decimal: '.' | ',';
  /** Of what a workbook says to people. */
  language: Language;
}

export function exportRequest(choice: ExportChoice): FileRequest {
  const { site, range, by, hours, cameras, format, decimal, language } = choice;
  const asked = { site, ...range, hours, ...(cameras ? { cameras: [...cameras] } : {}), decimal };
  // A workbook has its days and its hours, whatever is chosen.
  if (format === 'xlsx') return { kind: 'xlsx', ...asked, language };
  return { kind: 'csv', ...asked, by, preset: format satisfies CsvPreset };
}

const mostDaysByHour = 31;

/** What a row of a file is where nothing else was chosen: an hour up to a month, a day above. */
export function usualRow({ from, to }: DateRange): ExportGranularity {
  return daysBetween(from, to) > mostDaysByHour ? 'day' : 'hour';
}

/** Excel opens this many lines of a text file, with the heading, and leaves out what follows. */
const mostLinesInExcel = 1_048_576;

export function isTooLongForExcel(format: ExportFormat, rows: number): boolean {
  return format === 'excel' && rows >= mostLinesInExcel;
}
