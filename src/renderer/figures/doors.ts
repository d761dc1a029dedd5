import type { CameraSummary, HistoryRow } from '#shared/domain';

type Placed = Pick<CameraSummary, 'sn' | 'role'>;

/** Cameras that hang inside, with nothing about them that moves. */
export function innerCameras(cameras: readonly Placed[]): Placed[] {
  return cameras.filter((camera) => camera.role === 'inner').map(({ sn, role }) => ({ sn, role }));
}

/**
 * Rows that count for the shop: those of its doors. Who passes a camera inside has come in before.
 * A camera that is not known (any more) is taken for a door: its rows were asked for.
 */
export function doorRows(rows: readonly HistoryRow[], cameras: readonly Placed[]): HistoryRow[] {
  const inner = new Set(innerCameras(cameras).map((camera) => camera.sn));
  return rows.filter((row) => !inner.has(row.camera));
}
