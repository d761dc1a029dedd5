import type { HistoryParams } from '#shared/contract';
import type { History, HistoryRow } from '#shared/domain';
import { toInstant } from '../time/zone';
import type { QueryContext } from './context';
import { periodsInBatches, type HistoryPeriod } from './period-figures';
import { scopeOf } from './scope';

/**
 * `history.query`: one row per camera and period that has data or falls into a gap, by time, then camera. Between
 * the steps others may have their turn.
 */
export function* historySteps(context: QueryContext, params: HistoryParams): Generator<void, History> {
  const scope = scopeOf(context, params);
  const rows: HistoryRow[] = [];
  let isFirst = true;
  for (const periods of periodsInBatches(context, scope)) {
    if (!isFirst) yield;
    isFirst = false;
    for (const period of periods) rows.push(toRow(scope.timeZone, period));
  }
  return { timeZone: scope.timeZone, by: scope.by, rows };
}

function toRow(timeZone: string, { camera, start, end, figures }: HistoryPeriod): HistoryRow {
  return { camera: camera.sn, start: toInstant(timeZone, start), end: toInstant(timeZone, end), ...figures };
}
