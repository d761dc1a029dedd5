import type { ParsedParams } from '#shared/contract';
import type { Correction } from '#shared/domain';
import { addCounts, unknownCounts } from '#shared/metrics';
import type { CorrectionRecord } from '../ingest/correction-store';
import { resolveInstant } from '../time/calendar';
import { toInstant } from '../time/zone';
import { siteOf, type QueryContext } from './context';
import { countedIn } from './corrected';
import { chainOf } from './doors';

/** `corrections.list` */
export function queryCorrections(
  context: QueryContext,
  params: ParsedParams<'corrections.list'>,
): Correction[] {
  const { state } = context;
  const site = (params.site === undefined ? undefined : state.sites.find(params.site)) ?? state.sites.first();
  const window = {
    start: resolveInstant(site.timeZone, params.from),
    end: resolveInstant(site.timeZone, params.to),
  };
  const asked = params.camera === undefined ? null : state.cameras.find(params.camera);
  const door = asked ? new Set(chainOf(context, asked).map(({ id }) => id)) : null;
  return state.corrections.touching(window).flatMap((record) => {
    const cameras = [...state.corrections.partsOf(record.id).keys()];
    if (asked === undefined || (door && !cameras.some((id) => door.has(id)))) return [];
    const isHere = cameras.some((id) => state.cameras.byId(id)?.siteId === params.site);
    return params.site !== undefined && !isHere ? [] : [toCorrection(context, record)];
  });
}

export function toCorrection(context: QueryContext, record: CorrectionRecord): Correction {
  const { state } = context;
  const parts = state.corrections.partsOf(record.id);
  const cameras = [...parts.keys()]
    .map((id) => state.cameras.byId(id))
    .filter((camera) => camera !== undefined);
  const [first] = cameras;
  const timeZone = first ? siteOf(context, first).timeZone : state.sites.first().timeZone;
  const counted = cameras.flatMap((camera) => [...countedIn(context, camera, record).values()]);
  return {
    id: record.id,
    camera: record.sn,
    start: toInstant(timeZone, record.start),
    end: toInstant(timeZone, record.end),
    stated: [...parts.values()].reduce(addCounts, unknownCounts),
    counted: counted.reduce(addCounts, unknownCounts),
    why: record.why,
    by: record.by,
    at: toInstant(timeZone, record.at),
    takenBackAt: record.takenBackAt === null ? null : toInstant(timeZone, record.takenBackAt),
  };
}
