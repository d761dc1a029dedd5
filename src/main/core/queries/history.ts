import type { HistoryParams } from '#shared/contract';
import type { History, HistoryRow } from '#shared/domain';
import { toInstant } from '../time/zone';
import type { QueryContext } from './context';
import { historyPeriods, type HistoryPeriod } from './period-figures';
import { scopeOf } from './scope';

/** `history.query`: one row per camera and period that has data or falls into a gap, by time, then camera. */
export function queryHistory(context: QueryContext, params: HistoryParams): History {
  const scope = scopeOf(context, params);
  const rows: HistoryRow[] = [];
  for (const period of historyPeriods(context, scope)) rows.push(toRow(scope.timeZone, period));
  return { timeZone: scope.timeZone, by: scope.by, rows };
}

function toRow(timeZone: string, { camera, start, end, figures }: HistoryPeriod): HistoryRow {
  return { camera: camera.sn, start: toInstant(timeZone, start), end: toInstant(timeZone, end), ...figures };
}
