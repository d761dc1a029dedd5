import { directions } from '#shared/domain';
import { quarterOf, QUARTER_MS, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { QueryContext } from './context';
import { quarterDeltas } from './corrected';
import { chainOf, siteDoors } from './doors';

/** Of its 15 minutes; a camera that restarts must not make a quarter hour useless. */
const MINUTES_TO_BE_RECORDED = 12;

/** What a site counted in one quarter hour: in, out, passby, turnback. */
export interface SiteQuarter {
  counts: [number, number, number, number];
  /** Every door that was there then gave a sign of life. */
  isRecorded: boolean;
  /** A correction of the owner's is in the counts. */
  isEdited: boolean;
}

interface Door {
  camera: CameraRecord;
  firstQuarter: number;
  covered: Map<number, number>;
}

/**
 * A site's quarter hours in a window, as far as any door has a row for them, or a correction.
 * @param corrections whether the owner's corrections are applied
 */
export function siteQuarters(
  context: QueryContext,
  siteId: string,
  window: Window,
  corrections: boolean,
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
  if (corrections) applyCorrections(context, siteId, window, quarters);
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
      if (!entry) quarters.set(quarter, (entry = emptyQuarter()));
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

/** What was not recorded stays so, whatever the owner says of it. */
function applyCorrections(
  context: QueryContext,
  siteId: string,
  window: Window,
  quarters: Map<number, SiteQuarter>,
): void {
  const [first, end] = [quarterOf(window.start), Math.ceil(window.end / QUARTER_MS)];
  for (const camera of siteDoors(context, siteId)) {
    for (const [quarter, delta] of quarterDeltas(context, camera, window)) {
      if (quarter < first || quarter >= end) continue;
      const entry = quarters.get(quarter) ?? emptyQuarter();
      quarters.set(quarter, entry);
      for (const [i, name] of directions.entries()) {
        entry.counts[i as 0 | 1 | 2 | 3] += delta[name] ?? 0;
      }
      entry.isEdited = true;
    }
  }
}

function emptyQuarter(): SiteQuarter {
  return { counts: [0, 0, 0, 0], isRecorded: false, isEdited: false };
}
