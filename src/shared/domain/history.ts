import type { Counts, Instant, Serial, TimeZone } from './words';

export const granularities = ['quarter', 'hour', 'day', 'week', 'month'] as const;
export type Granularity = (typeof granularities)[number];

/**
 * `ok`: the camera gave a sign of life throughout. `partial`: part of the period is missing.
 * `missing`: nothing is known. `estimated`, `edited`: not what the camera said as it said it.
 */
export type RowQuality = 'ok' | 'partial' | 'missing' | 'estimated' | 'edited';

export interface HistoryRow extends Counts {
  camera: Serial;
  start: Instant;
  /** Exclusive. */
  end: Instant;
  inAdult: number | null;
  inChild: number | null;
  /** People with a staff card who came in. */
  inStaff: number | null;
  /** Mean time in view, weighted by people. It is time under the camera, not in the shop. */
  avgStaySeconds: number | null;
  /** 0–1: minutes with a sign of life ÷ minutes of the period that have passed. */
  coverage: number;
  quality: RowQuality;
  /** The counts with the owner's corrections in them; `null` where nothing of the period was corrected. */
  corrected: Counts | null;
}

export interface History {
  timeZone: TimeZone;
  by: Granularity;
  rows: HistoryRow[];
}
