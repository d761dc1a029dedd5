import type { Instant } from './words';

/** What an export would give. */
export interface ExportPlan {
  /** Safe on Windows. */
  fileName: string;
  /** Rows to expect; a period without any data has none, so there may be fewer. */
  rows: number;
  /**
   * The oldest single report that is still kept, for files made of single reports or persons; `null` for others,
   * and where there is none.
   */
  keptSince: Instant | null;
}
