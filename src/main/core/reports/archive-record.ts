import type { SqlRow, SqlValue } from '../storage/sql';
import { QUARTER_MS } from '../counting/spread';

/** Columns that hold UTC milliseconds. */
const instants = new Set([
  'at',
  'start',
  'end',
  'arrived',
  'sent_at',
  'device_start',
  'device_end',
  'first_seen',
  'taken_back_at',
]);
/** Columns that hold JSON. */
const documents = new Set(['record', 'counted', 'opening_hours', 'days']);

const LAST_INSTANT_MS = 8.64e15;

/** A line of the archive. */
export function archiveLine(type: string, record: object): string {
  return `${JSON.stringify({ type, ...record })}
`;
}

/** A row of a table as others can read it: instants in ISO 8601, truth as true and false, cameras by serial. */
export function archiveRecord(
  columns: readonly string[],
  row: SqlRow,
  serialOf: (cameraId: number) => string | null,
): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [i, column] of columns.entries()) {
    const value = row[i] ?? null;
    if (column === 'camera_id') record['camera'] = serialOf(Number(value));
    else record[column] = readable(column, value);
    if (column === 'quarter') record['start'] = instant(Number(value) * QUARTER_MS);
  }
  return record;
}

function readable(column: string, value: SqlValue): unknown {
  if (value === null) return null;
  if (typeof value === 'number') {
    if (column.startsWith('is_')) return value === 1;
    return instants.has(column) ? instant(value) : value;
  }
  return documents.has(column) && typeof value === 'string' ? (JSON.parse(value) as unknown) : value;
}

/** A time that fits no unit, as some cameras send, stays a number. */
function instant(ms: number): string | number {
  return Math.abs(ms) <= LAST_INSTANT_MS ? new Date(ms).toISOString() : ms;
}
