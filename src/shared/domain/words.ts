/**
 * The words of the field, as every part of Foyer uses them.
 *
 * Instants that cross a process boundary are ISO 8601 strings with the site's offset
 * (`2026-03-29T10:15:00+02:00`). A missing value is `null`, never 0: a gap is not a zero.
 */

/** ISO 8601 with offset. */
export type Instant = string;

/** IANA name, for example `Europe/Madrid`. */
export type TimeZone = string;

/** Camera serial: 1–64 characters of `[A-Za-z0-9_.:-]`, compared exactly. */
export type Serial = string;

/** The four directions a camera counts. `null`: not reported. */
export interface Counts {
  in: number | null;
  out: number | null;
  passby: number | null;
  turnback: number | null;
}

export const directions = ['in', 'out', 'passby', 'turnback'] as const;
export type Direction = (typeof directions)[number];
