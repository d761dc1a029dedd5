import type { Counts, HistoryRow } from '#shared/domain';

/** What to show of a row: its corrected figures where the owner corrected it, else the counted ones. */
export function shownCounts(row: HistoryRow): Counts {
  return row.corrected ?? row;
}

/** Rows as if nothing had been corrected. */
export function asCounted(rows: readonly HistoryRow[]): HistoryRow[] {
  return rows.map((row) =>
    row.corrected === null ? row : { ...row, corrected: null, quality: countedQuality(row) },
  );
}

function countedQuality({ in: entered, out, passby, turnback, coverage }: HistoryRow): HistoryRow['quality'] {
  if ([entered, out, passby, turnback].every((value) => value === null)) return 'missing';
  return coverage >= 1 ? 'ok' : 'partial';
}
