import type { CsvPreset } from '#shared/contract';
import { turnInRate } from '#shared/metrics';
import type { SiteRecord } from '../ingest/site-store';
import type { HistoryPeriod } from '../queries/history';
import type { PeriodOccupancy } from '../queries/site-occupancy';
import { offsetMs, offsetText, toInstant } from '../time/zone';
import type { EpochMs } from '../types';

/** In this order; others read the file by it, so new columns come at the end. */
export const csvColumns = [
  'site',
  'camera',
  'serial',
  'start',
  'end',
  'utc_offset',
  'in',
  'out',
  'passby',
  'turnback',
  'in_adult',
  'in_child',
  'in_staff',
  'avg_stay_s',
  'occupancy_end',
  'occupancy_max',
  'turn_in_rate',
  'coverage_pct',
  'quality',
  'note',
] as const;

export interface CellStyle {
  preset: CsvPreset;
  decimal: '.' | ',';
}

/** The cells of one row. Unknown is an empty cell, never 0. */
export function csvCells(
  { camera, row, start, end }: HistoryPeriod,
  site: SiteRecord,
  timeZone: string,
  occupancy: PeriodOccupancy,
  note: string,
  style: CellStyle,
): string[] {
  const rate = turnInRate(row);
  const isKnown = row.quality !== 'missing';
  return [
    harmless(site.name),
    harmless(camera.name === '' ? camera.sn : camera.name),
    // Excel turns long digit strings into rounded numbers; a letter in front keeps them text.
    style.preset === 'plain' ? harmless(camera.sn) : `SN${camera.sn}`,
    timeCell(timeZone, start, style),
    timeCell(timeZone, end, style),
    offsetText(offsetMs(timeZone, start)),
    ...[row.in, row.out, row.passby, row.turnback, row.inAdult, row.inChild, row.inStaff].map(whole),
    fraction(row.avgStaySeconds, 1, style),
    whole(isKnown ? occupancy.end : null),
    whole(isKnown ? occupancy.max : null),
    fraction(rate, 4, style),
    fraction(row.coverage * 100, 1, style),
    row.quality,
    harmless(note),
  ];
}

/**
 * Text that a spreadsheet would run as a formula gets an apostrophe: names are typed by people and serials
 * are sent by whatever is on the network.
 */
export function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function timeCell(timeZone: string, at: EpochMs, { preset }: CellStyle): string {
  const instant = toInstant(timeZone, at);
  return preset === 'plain' ? instant : `${instant.slice(0, 10)} ${instant.slice(11, 16)}`;
}

function whole(value: number | null): string {
  return value === null ? '' : String(value);
}

function fraction(value: number | null, digits: number, { preset, decimal }: CellStyle): string {
  if (value === null) return '';
  const text = String(Number(value.toFixed(digits)));
  return preset !== 'plain' && decimal === ',' ? text.replace('.', ',') : text;
}
