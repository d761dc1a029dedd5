import { quarterOf, QUARTER_MS, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { QueryContext } from './context';
import { chainOf, siteDoors } from './doors';

/** Of its 15 minutes; a camera that restarts must not make a quarter hour useless. */
const MINUTES_TO_BE_RECORDED = 12;

/** What a site counted in one quarter hour: in, out, passby, turnback. */
export interface SiteQuarter {
  counts: [number, number, number, number];
  /** Every door that was there then gave a sign of life. */
  isRecorded: boolean;
}

interface Door {
  camera: CameraRecord;
  firstQuarter: number;
  covered: Map<number, number>;
}

/** A site's quarter hours in a window, as far as any door has a row for them. */
export function siteQuarters(
  context: QueryContext,
  siteId: string,
  window: Window,
): Map<number, SiteQuarter> {
  const quarters = new Map<number, SiteQuarter>();
  const doors = siteDoors(context, siteId).map((camera) => readDoor(context, camera, window, quarters));
  for (const [quarter, entry] of quarters) {
    entry.isRecorded = doors.every((door) => {
      const covered = door.covered.get(quarter) ?? 0;
      // A door that came later is not missing, unless history tells of it all the same.
      return covered >= MINUTES_TO_BE_RECORDED || (quarter < door.firstQuarter && covered === 0);
    });
  }
  return quarters;
}

function readDoor(
  context: QueryContext,
  camera: CameraRecord,
  window: Window,
  quarters: Map<number, SiteQuarter>,
): Door {
  const chain = chainOf(context, camera);
  const covered = new Map<number, number>();
  const sql =
    'SELECT quarter, "in", "out", passby, turnback, covered FROM quarter WHERE camera_id = ? AND quarter >= ? AND quarter < ?';
  for (const each of chain) {
    const range = [each.id, quarterOf(window.start), Math.ceil(window.end / QUARTER_MS)];
    for (const row of context.state.sql.each(sql, range)) {
      const [quarter = 0, first = 0, second = 0, passby = 0, turnback = 0, minutes = 0] = row.map(Number);
      const [entered, left] = each.isFlipped ? [second, first] : [first, second];
      let entry = quarters.get(quarter);
      if (!entry) quarters.set(quarter, (entry = { counts: [0, 0, 0, 0], isRecorded: false }));
      entry.counts[0] += entered;
      entry.counts[1] += left;
      entry.counts[2] += passby;
      entry.counts[3] += turnback;
      covered.set(quarter, (covered.get(quarter) ?? 0) + minutes);
    }
  }
  const firstSeen = Math.min(...chain.map((each) => each.firstSeen));
  return { camera, firstQuarter: quarterOf(firstSeen), covered };
}
