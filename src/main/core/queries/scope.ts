import type { HistoryParams } from '#shared/contract';
import type { Granularity } from '#shared/domain';
import type { Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import { resolveInstant } from '../time/calendar';
import type { QueryContext } from './context';
import { doors } from './doors';

/** 31 days, and the hour by which a month with a change of clocks is longer. */
const LONGEST_BY_HOUR_MS = (31 * 24 + 1) * 3_600_000;

export type RangeParams = Pick<HistoryParams, 'from' | 'to' | 'cameras' | 'site'>;

export interface HistoryScope {
  timeZone: string;
  by: Granularity;
  range: Window;
  hours: HistoryParams['hours'];
  cameras: CameraRecord[];
}

/** Which cameras a question is about. */
export function camerasIn(context: QueryContext, params: RangeParams): CameraRecord[] {
  const wanted = params.cameras && new Set(params.cameras);
  // A camera that was replaced is part of its successor, and speaks for itself only when it is named.
  const candidates = wanted
    ? context.state.cameras.all().filter((camera) => wanted.has(camera.sn))
    : doors(context);
  return candidates.filter((camera) => !params.site || camera.siteId === params.site);
}

/** A range as instants, in the zone of the site that is asked about. */
export function rangeOf(context: QueryContext, params: RangeParams): { timeZone: string; range: Window } {
  const { sites } = context.state;
  const siteId = params.site ?? camerasIn(context, params)[0]?.siteId;
  const { timeZone } = (siteId === undefined ? undefined : sites.find(siteId)) ?? sites.first();
  const start = resolveInstant(timeZone, params.from);
  const end = resolveInstant(timeZone, params.to);
  return { timeZone, range: { start, end } };
}

export function scopeOf(context: QueryContext, params: HistoryParams): HistoryScope {
  const { timeZone, range } = rangeOf(context, params);
  const by = params.by ?? (range.end - range.start <= LONGEST_BY_HOUR_MS ? 'hour' : 'day');
  return { timeZone, by, range, hours: params.hours, cameras: camerasIn(context, params) };
}
