import type { ParsedParams } from '#shared/contract';
import type { QualityRecord } from '#shared/domain';
import type { Mark } from '../ingest/mark-store';
import { toInstant } from '../time/zone';
import { siteOf, type QueryContext } from './context';

/** `quality.list`: counting rules that fired, newest first. */
export function queryQuality(context: QueryContext, params: ParsedParams<'quality.list'>): QualityRecord[] {
  const camera = params.sn === undefined ? null : context.state.cameras.find(params.sn);
  if (camera === undefined) return [];
  const { rules } = params;
  const conditions = [
    'TRUE',
    ...(camera ? ['camera_id = ?'] : []),
    ...(rules ? [`rule IN (${rules.map(() => '?').join(', ')})`] : []),
  ];
  const sql = `SELECT id, at, camera_id, rule, field, before, after FROM quality
    WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ?`;
  return context.state.sql
    .all(sql, [...(camera ? [camera.id] : []), ...(rules ?? []), params.limit])
    .map(([id, at, cameraId, rule, field, before, after]) =>
      toQualityRecord(context, {
        id: Number(id),
        at: Number(at),
        cameraId: Number(cameraId),
        rule: rule as Mark['rule'],
        field: field as string | null,
        before: before as string | null,
        after: after as string | null,
      }),
    )
    .filter((record) => record !== null);
}

export function toQualityRecord(context: QueryContext, mark: Mark): QualityRecord | null {
  const camera = context.state.cameras.byId(mark.cameraId);
  if (!camera) return null;
  const { id, rule, field, before, after } = mark;
  return {
    id,
    at: toInstant(siteOf(context, camera).timeZone, mark.at),
    sn: camera.sn,
    rule,
    field,
    before,
    after,
  };
}
