/**
 * Sums of whole local days that are over, so that a year need not be added up from its quarter hours; derived. The
 * row names its quarter hours (`until` is exclusive): what a day is depends on the zone, the sum does not.
 */
export function daySumTable(measureDefinitions: string): string {
  return `
    CREATE TABLE day_sum (
      camera_id INTEGER NOT NULL REFERENCES camera (id) ON DELETE CASCADE,
      "from" INTEGER NOT NULL,
      until INTEGER NOT NULL,
      covered INTEGER NOT NULL,
      ${measureDefinitions},
      PRIMARY KEY (camera_id, "from", until)
    ) STRICT, WITHOUT ROWID;`;
}
