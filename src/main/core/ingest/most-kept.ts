import type { EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import type { State } from './state';

/**
 * Single reports and persons that are kept, of all cameras and of one. They live in memory: 90 days of twenty busy
 * doors have room, and a device that sends day and night ends there.
 */
const MOST_ROWS = 5_000_000;
const MOST_ROWS_OF_ONE = 2_000_000;

export interface Cut {
  sn: string;
  /** Reports that end by then are more than there is room for. */
  before: EpochMs;
}

/** What has to go before its time for there to be room: the oldest of whoever has most. */
export function overfull(state: State, most = MOST_ROWS, mostOfOne = MOST_ROWS_OF_ONE): Cut[] {
  const all = state.sql.get('SELECT (SELECT count(*) FROM report) + (SELECT count(*) FROM person)')?.[0];
  // Nearly always the whole answer, and quicker than each camera's rows.
  if (Number(all) <= Math.min(most, mostOfOne)) return [];
  const loads = state.cameras.all().map((camera) => loadOf(state, camera));
  const level = Math.min(
    mostOfOne,
    levelOf(
      loads.map(({ rows }) => rows),
      most,
    ),
  );
  return loads.flatMap(({ camera, rows, reports }) => {
    if (rows <= level) return [];
    const excess = Math.ceil((reports * (rows - level)) / rows);
    const [before] =
      state.sql.get('SELECT "end" FROM report WHERE camera_id = ? ORDER BY "end" LIMIT 1 OFFSET ?', [
        camera.id,
        Math.max(0, excess - 1),
      ]) ?? [];
    return typeof before === 'number' ? [{ sn: camera.sn, before }] : [];
  });
}

function loadOf({ sql }: State, camera: CameraRecord) {
  const count = (table: string) =>
    Number(sql.get(`SELECT count(*) FROM ${table} WHERE camera_id = ?`, [camera.id])?.[0] ?? 0);
  const reports = count('report');
  return { camera, reports, rows: reports + count('person') };
}

/** Where a line has to be drawn for what lies below it to be at most so much: who has less keeps all. */
export function levelOf(loads: readonly number[], most: number): number {
  let room = most;
  const ascending = [...loads].sort((a, b) => a - b);
  for (const [i, load] of ascending.entries()) {
    const share = room / (ascending.length - i);
    if (load > share) return Math.floor(share);
    room -= load;
  }
  return Infinity;
}
