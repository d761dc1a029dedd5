import type { CameraSummary, HistoryRow } from '#shared/domain';

/**
 * Rows that count for the shop: those of its doors. Who passes a camera inside has come in before.
 * A camera that is not known (any more) is taken for a door: its rows were asked for.
 */
export function doorRows(rows: readonly HistoryRow[], cameras: readonly CameraSummary[]): HistoryRow[] {
  const inner = new Set(cameras.filter((camera) => camera.role === 'inner').map((camera) => camera.sn));
  return rows.filter((row) => !inner.has(row.camera));
}
