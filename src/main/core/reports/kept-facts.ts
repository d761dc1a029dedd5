import type { Instant } from '#shared/domain';
import { QUARTER_MS, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { QueryContext } from '../queries/context';
import { chainOf } from '../queries/doors';
import { camerasIn, rangeOf, type RangeParams } from '../queries/scope';
import { toInstant } from '../time/zone';

/** Single facts (reports, persons) that are still kept, of doors with the cameras they took over from. */
export interface FactScope {
  timeZone: string;
  range: Window;
  cameras: CameraRecord[];
}

export function factScopeOf(context: QueryContext, params: RangeParams): FactScope {
  const doors = camerasIn(context, params).flatMap((camera) => chainOf(context, camera));
  return { ...rangeOf(context, params), cameras: [...new Set(doors)] };
}

/** Facts in the range, of all its cameras. @param selectCount counts those of one camera between two instants */
export function countFacts(
  { state }: QueryContext,
  { cameras, range }: FactScope,
  selectCount: string,
): number {
  return cameras.reduce(
    (sum, { id }) => sum + Number(state.sql.get(selectCount, [id, range.start, range.end])?.[0]),
    0,
  );
}

/** Columns by which facts are found. */
type TimeColumn = 'report."end"' | 'person.at';

/** The oldest fact there is of any of the cameras. */
export function keptSince(context: QueryContext, scope: FactScope, columns: TimeColumn[]): Instant | null {
  const kept = keptIn(context, scope, columns);
  return kept && toInstant(scope.timeZone, kept.start);
}

/** The part of a range in which there may be anything, in stretches short enough to be read at once. */
export function* stretchesOf(
  context: QueryContext,
  scope: FactScope,
  columns: TimeColumn[],
): Generator<Window> {
  const kept = keptIn(context, scope, columns);
  if (!kept) return;
  const end = Math.min(scope.range.end, kept.end + 1);
  // What ends at an instant lies in the millisecond before it.
  for (let start = Math.max(scope.range.start, kept.start - 1); start < end; start += QUARTER_MS) {
    yield { start, end: Math.min(start + QUARTER_MS, end) };
  }
}

function keptIn({ state }: QueryContext, { cameras }: FactScope, columns: TimeColumn[]): Window | null {
  // One aggregate per question: an index answers each at once, and two together not at all.
  const ask = (aggregate: 'min' | 'max') =>
    columns.flatMap((column) => {
      const [table = ''] = column.split('.');
      const sql = `SELECT ${aggregate}(${column}) FROM ${table} WHERE camera_id = ?`;
      return cameras.map(({ id }) => state.sql.get(sql, [id])?.[0]).filter((at) => typeof at === 'number');
    });
  const first = ask('min');
  return first.length === 0 ? null : { start: Math.min(...first), end: Math.max(...ask('max')) };
}
