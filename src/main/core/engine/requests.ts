import type { Told } from '#shared/sentences';
import type { FileParams, MethodName, MethodResult, ParsedParams } from '#shared/contract';
import type {
  CameraDetail,
  CameraSummary,
  Correction,
  DayNote,
  ExportPlan,
  Health,
  History,
  QualityRecord,
  RefusedMessage,
  Settings,
  SiteSummary,
  TillImport,
  TillUndone,
} from '#shared/domain';
import type { QueryContext } from '../queries/context';
import { siteOf } from '../queries/context';
import { cameraDetail } from '../queries/camera-detail';
import { occupancyDay } from '../queries/occupancy-day';
import { startOfDay } from '../time/calendar';
import { toCorrection } from '../queries/corrections';
import { compare } from '../queries/compare';
import { usualDay } from '../queries/usual-day';
import { weekMap } from '../queries/week-map';
import { historySteps } from '../queries/history';
import { queryQuality } from '../queries/quality';
import { toRefusedMessage } from '../queries/refused';
import { cameraSummary, siteSummary } from '../queries/summaries';
import { exportSource } from '../reports/export-source';
import type { ExportSource } from '../reports/source';
import type { SiteRecord } from '../ingest/site-store';
import { uncounted } from '../ingest/uncounted';
import { NotStoredError } from '../storage/storage-problem';
import { toInstant } from '../time/zone';
import type { EpochMs } from '../types';
import type { CommandName, CommandParams, CommandResult } from './commands';
import type { Engine } from './engine';
import { inSteps, type Turn } from './in-steps';
import { ledgerHandlers, type LedgerRequests } from './ledger-requests';
import { OpenExports, type NextPiece } from './exports';
import { outboxHandlers, type OutboxRequests } from './outbox-requests';

/** `null`: there is no such site. */
type AboutSite<M extends MethodName> = [ParsedParams<M>, MethodResult<M> | null];

/** What can be asked of the engine: parameters, and what comes back. */
export interface Requests extends LedgerRequests, OutboxRequests {
  'cameras.list': [Record<string, never>, CameraSummary[]];
  'cameras.uncounted': [Record<string, never>, string[]];
  'cameras.detail': [{ sn: string }, CameraDetail | null];
  'sites.list': [Record<string, never>, SiteSummary[]];
  'sites.occupancyDay': AboutSite<'sites.occupancyDay'>;
  'insights.compare': AboutSite<'insights.compare'>;
  'insights.usualDay': AboutSite<'insights.usualDay'>;
  'insights.weekMap': AboutSite<'insights.weekMap'>;
  'notes.list': [ParsedParams<'notes.list'>, DayNote[]];
  'history.query': [ParsedParams<'history.query'>, History];
  'settings.get': [Record<string, never>, Settings];
  'quality.list': [ParsedParams<'quality.list'>, QualityRecord[]];
  'refused.list': [ParsedParams<'refused.list'>, RefusedMessage[]];
  health: [Record<string, never>, Omit<Health, 'version'> & { problem: Told | null }];
  command: [{ name: CommandName; params: CommandParams[CommandName] }, CommandAnswer];
  'export.plan': [FileParams, ExportPlan];
  'export.open': [FileParams, { id: number } & Omit<ExportSource, 'steps'>];
  'export.next': [{ id: number }, NextPiece];
  'export.close': [{ id: number }, null];
}
export type RequestName = keyof Requests;

export type CommandAnswer =
  | {
      ok: true;
      camera: CameraSummary | null;
      site: SiteSummary | null;
      settings: Settings;
      correction: Correction | null;
      imported: TillImport | null;
      undone: TillUndone | null;
    }
  | Extract<CommandResult, { ok: false }>;

type Handlers = {
  [N in RequestName]: (params: Requests[N][0], now: EpochMs) => Requests[N][1] | Promise<Requests[N][1]>;
};

const NOON_MS = 12 * 3_600_000 + 1;

/**
 * Answers requests.
 * @param exports those in progress
 * @param turn waits until what takes long may go on with its next step
 */
export function requestHandlers(
  engine: Engine,
  exports = new OpenExports(),
  turn: Turn = () => Promise.resolve(true),
): Handlers {
  const { state } = engine;
  const withSite = <T>(id: string, ask: (site: SiteRecord) => T): T | null => {
    const site = state.sites.find(id);
    return site ? ask(site) : null;
  };
  const at = (now: EpochMs): QueryContext => ({ state, now });
  return {
    ...outboxHandlers(engine),
    'cameras.list': (_params, now) => state.cameras.all().map((camera) => cameraSummary(at(now), camera)),
    'cameras.uncounted': () => uncounted(state).map(({ sn }) => sn),
    'cameras.detail': ({ sn }, now) => {
      const camera = state.cameras.find(sn);
      return camera ? cameraDetail(at(now), camera) : null;
    },
    'sites.occupancyDay': ({ id, date }, now) =>
      withSite(id, (site) => {
        // Any moment of the business day will do; noon is in it wherever the day begins.
        const moment = date === undefined ? now : startOfDay(site.timeZone, date) + NOON_MS;
        return occupancyDay(at(now), site, moment);
      }),
    'insights.compare': (params, now) => withSite(params.site, (site) => compare(at(now), site, params)),
    'insights.usualDay': (params, now) => withSite(params.site, (site) => usualDay(at(now), site, params)),
    'insights.weekMap': (params, now) => withSite(params.site, (site) => weekMap(at(now), site, params)),
    'notes.list': ({ from, to, site }) => state.notes.between(from, to, site),
    'sites.list': (_params, now) => state.sites.all().map((site) => siteSummary(at(now), site)),
    'history.query': (params, now) => inSteps(historySteps(at(now), params), turn),
    'settings.get': () => state.settings.get(),
    'quality.list': (params, now) => queryQuality(at(now), params),
    'refused.list': ({ limit }, now) =>
      engine.refusals.latest(limit).map((refusal) => toRefusedMessage(at(now), refusal)),
    health: () => {
      const last = engine.files.lastSnapshotMs;
      return {
        ok: engine.problem === null,
        cameras: state.cameras.all().length,
        journalLag: engine.files.journalLag,
        lastSnapshot: last === null ? null : toInstant(state.sites.first().timeZone, last),
        problem: engine.told,
      };
    },
    command: async ({ name, params }, now) => {
      const result = await tryCommand(engine, name, params, now);
      if (!result.ok) return result;
      engine.prepareForQuestions();
      const site = result.site ?? (result.camera && siteOf(at(now), result.camera));
      return {
        ok: true,
        camera: result.camera ? cameraSummary(at(now), result.camera) : null,
        site: site ? siteSummary(at(now), site) : null,
        settings: state.settings.get(),
        correction: result.correction ? toCorrection(at(now), result.correction) : null,
        imported: result.imported ?? null,
        undone: result.undone ?? null,
      };
    },
    ...ledgerHandlers(state),
    'export.plan': (params, now) => {
      const { fileName, total, keptSince } = exportSource(at(now), engine.files, params);
      return { fileName, rows: total, keptSince };
    },
    'export.open': (params, now) => {
      const { steps, ...source } = exportSource(at(now), engine.files, params);
      return { id: exports.open(steps), ...source };
    },
    'export.next': ({ id }) => exports.next(id, turn),
    'export.close': ({ id }) => {
      exports.close(id);
      return null;
    },
  };
}

/** A disk that takes nothing is an expected failure, with a sentence for the owner. */
async function tryCommand(
  engine: Engine,
  name: CommandName,
  params: CommandParams[CommandName],
  now: EpochMs,
): Promise<CommandResult> {
  try {
    return await engine.command(name, params, now);
  } catch (error) {
    if (!(error instanceof NotStoredError)) throw error;
    return { ok: false, reason: 'unavailable', ...error.told };
  }
}
