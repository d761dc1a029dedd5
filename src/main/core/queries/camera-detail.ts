import type { CameraDetail, QualityRule } from '#shared/domain';
import type { CameraRecord } from '../ingest/camera-record';
import { localDate, toInstant } from '../time/zone';
import { siteOf, type QueryContext } from './context';

/** `cameras.detail` */
export function cameraDetail(context: QueryContext, camera: CameraRecord): CameraDetail {
  const zone = siteOf(context, camera).timeZone;
  return {
    sn: camera.sn,
    clockTrend: camera.clockTrend,
    gaps: camera.request.gaps.map(({ start, end, asked }) => ({
      start: toInstant(zone, start),
      end: toInstant(zone, end),
      asked,
    })),
    hasAnsweredHistory: camera.request.hasAnswered,
    quality: qualityByDay(context, camera, zone),
  };
}

function qualityByDay({ state }: QueryContext, camera: CameraRecord, zone: string): CameraDetail['quality'] {
  const counts = new Map<string, { date: string; rule: QualityRule; count: number }>();
  const sql = 'SELECT at, rule FROM quality WHERE camera_id = ? ORDER BY at DESC';
  for (const [at, rule] of state.sql.each(sql, [camera.id])) {
    const date = localDate(zone, Number(at));
    const key = `${date} ${String(rule)}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { date, rule: rule as QualityRule, count: 1 });
  }
  return [...counts.values()];
}
