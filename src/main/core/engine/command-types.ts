import type { ParsedParams } from '#shared/contract';
import type { CameraRole, TillImport, TillUndone } from '#shared/domain';
import type { Told } from '#shared/sentences';
import type { CameraRecord } from '../ingest/camera-record';
import type { CorrectionRecord } from '../ingest/correction-store';
import type { NotedFile } from '../ingest/schedule-store';
import type { IntegrationChange } from '../outbox/integration-store';
import type { SiteRecord } from '../ingest/site-store';
import type { State } from '../ingest/state';
import type { EpochMs } from '../types';

type ContractCommand =
  | 'cameras.add'
  | 'cameras.update'
  | 'cameras.replace'
  | 'cameras.requestHistory'
  | 'cameras.remove'
  | 'cameras.removeUncounted'
  | 'notes.put'
  | 'sites.add'
  | 'sites.update'
  | 'sites.setOccupancy'
  | 'settings.update'
  | 'till.put'
  | 'till.import'
  | 'till.undo'
  | 'till.setCurrency'
  | 'corrections.put'
  | 'corrections.remove'
  | 'schedule.update';

/** What the owner did. Each is journaled like a message, so a replay does it again at its place. */
export type CommandParams = { [N in ContractCommand]: ParsedParams<N> } & {
  'site.put': SiteRecord;
  'figures.recompute': Record<string, never>;
  /** Single reports from before that instant go. */
  'retention.apply': { before: EpochMs };
  'retention.cut': { sn: string; before: EpochMs };
  'demo.add': { sn: string; role: CameraRole };
  /** A file of the schedule is there. */
  'schedule.note': NotedFile;
  /** What was noted after that instant, by a clock that was ahead, is not believed. */
  'schedule.forget': { after: EpochMs };
  /** `installation`: the id of this data, if it has none yet. */
  'integrations.update': { change: IntegrationChange; installation: string };
  /** What was forwarded may not be what is here: everything is forwarded anew. */
  'outbox.restart': { isSweepDue: boolean };
};
export type CommandName = keyof CommandParams;

export type CommandResult =
  | {
      ok: true;
      camera?: CameraRecord;
      site?: SiteRecord;
      removedFrom?: string;
      correction?: CorrectionRecord;
      imported?: TillImport;
      undone?: TillUndone;
    }
  | ({ ok: false; reason: 'not-found' | 'conflict' | 'unavailable' | 'invalid' } & Told);

/** Changes the state inside the caller's transaction. */
export type Command<N extends CommandName> = (
  state: State,
  params: CommandParams[N],
  at: EpochMs,
) => CommandResult;
export type Commands<N extends CommandName> = { [M in N]: Command<M> };

export function noCamera(sn: string): CommandResult {
  return { ok: false, reason: 'not-found', message: `There is no camera ${sn}.` };
}

export function noSite(id: string | undefined): CommandResult {
  return { ok: false, reason: 'not-found', message: `There is no site ${id ?? ''}.` };
}
