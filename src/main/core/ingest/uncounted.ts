import { directionCount } from '../counting/measures';
import { measureColumns } from '../storage/schema';
import type { CameraRecord } from './camera-record';
import type { State } from './state';

const anybody = measureColumns.slice(0, directionCount).map((column) => `${column} > 0`);
const hasCounted = `SELECT 1 FROM quarter WHERE camera_id = ? AND (${anybody.join(' OR ')}) LIMIT 1`;

/**
 * New cameras that have never counted anybody: leftovers of somebody who made serial numbers up, or real
 * ones that only just called. These come back by themselves when they are removed.
 */
export function uncounted({ cameras, sql }: State): CameraRecord[] {
  return cameras.all().filter(({ id, state }) => state === 'new' && !sql.get(hasCounted, [id]));
}
