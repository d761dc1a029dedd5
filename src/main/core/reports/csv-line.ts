import type { Counts, RowQuality } from '#shared/domain';
import { turnInRate } from '#shared/metrics';
import type { PeriodOccupancy } from '../queries/site-occupancy';
import type { CsvFormat } from './csv-format';

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
  // With the owner's corrections; empty where nothing of the period was corrected.
  'in_corrected',
  'out_corrected',
  'passby_corrected',
  'turnback_corrected',
] as const;

/** The figures of a line; unknown is `null`, and an empty cell. */
export interface LineFigures {
  in: number | null;
  out: number | null;
  passby: number | null;
  turnback: number | null;
  inAdult: number | null;
  inChild: number | null;
  inStaff: number | null;
  avgStaySeconds: number | null;
  /** 0–1 */
  coverage: number | null;
  quality: RowQuality;
  corrected?: Counts | null;
}

/**
 * A line without its end. The cells that many lines have in common come ready made, since a file of a million
 * lines is mostly the writing of cells.
 * @param door the cells of site, camera and serial
 * @param window the cells of start, end and offset
 * @param note the cell of the note
 */
export function csvLine(
  format: CsvFormat,
  door: string,
  window: string,
  figures: LineFigures,
  occupancy: PeriodOccupancy | null,
  note: string,
): string {
  const d = format.delimiter;
  const { in: entered, out, passby, turnback, inAdult, inChild, inStaff, coverage } = figures;
  const rate = turnInRate(figures);
  return (
    door +
    d +
    window +
    d +
    (entered ?? '') +
    d +
    (out ?? '') +
    d +
    (passby ?? '') +
    d +
    (turnback ?? '') +
    d +
    (inAdult ?? '') +
    d +
    (inChild ?? '') +
    d +
    (inStaff ?? '') +
    d +
    format.number(figures.avgStaySeconds) +
    d +
    (occupancy?.end ?? '') +
    d +
    (occupancy?.max ?? '') +
    d +
    format.number(rate === null ? null : Math.round(rate * 10_000) / 10_000) +
    d +
    format.number(coverage === null ? null : Math.round(coverage * 1000) / 10) +
    d +
    figures.quality +
    d +
    note +
    (figures.corrected ? correctedCells(figures.corrected, d) : d + d + d + d)
  );
}

function correctedCells({ in: entered, out, passby, turnback }: Counts, d: string): string {
  return d + (entered ?? '') + d + (out ?? '') + d + (passby ?? '') + d + (turnback ?? '');
}
