import type { CsvPreset, FileRequest } from '#shared/contract';
import type { Granularity } from '#shared/domain';
import type { DateRange } from '../history/ranges';
import type { HoursChoice } from '../history/use-history-filter';

/** What an owner can choose: a workbook, or text in one of its three forms. */
export const exportFormats = ['xlsx', 'excel', 'plain', 'tab'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportChoice {
  site: string;
  range: DateRange;
  by: Granularity;
  hours: HoursChoice;
  /** Serial, or `''` for all cameras. */
  camera: string;
  format: ExportFormat;
  decimal: '.' | ',';
}

export function exportRequest(choice: ExportChoice): FileRequest {
  const { site, range, by, hours, camera, format, decimal } = choice;
  const asked = { site, ...range, by, hours, ...(camera === '' ? {} : { cameras: [camera] }), decimal };
  if (format === 'xlsx') return { kind: 'xlsx', ...asked };
  return { kind: 'csv', ...asked, preset: format satisfies CsvPreset };
}
