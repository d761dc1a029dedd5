/** Days and months of which a backup is kept. */
export const DAILY_KEPT = 7;
export const MONTHLY_KEPT = 12;

export interface DatedFile {
  name: string;
  /** Local day on which it was made, `YYYY-MM-DD`. */
  day: string;
  /** Orders the backups of one day. */
  sequence: number;
}

/**
 * The backups that may go: all but the newest of each of the last seven days that have one, and the
 * newest of each of the last twelve months that have one. Days without a backup take no place, so a PC
 * that was off for a month still has its seven.
 */
export function expiredBackups<T extends DatedFile>(files: readonly T[]): T[] {
  const newestFirst = [...files].sort((a, b) =>
    a.day === b.day ? b.sequence - a.sequence : a.day < b.day ? 1 : -1,
  );
  const kept = new Set([
    ...firstOfEach(newestFirst, (file) => file.day).slice(0, DAILY_KEPT),
    ...firstOfEach(newestFirst, (file) => file.day.slice(0, 7)).slice(0, MONTHLY_KEPT),
  ]);
  return newestFirst.filter((file) => !kept.has(file));
}

function firstOfEach<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const first = new Map<string, T>();
  for (const item of items) if (!first.has(keyOf(item))) first.set(keyOf(item), item);
  return [...first.values()];
}
