import type { ParsedParams } from '#shared/contract';
import type { CameraRole } from '#shared/domain';
import type { CameraRecord } from '../ingest/camera-record';
import type { SiteRecord } from '../ingest/site-store';
import type { State } from '../ingest/state';
import type { EpochMs } from '../types';

type ContractCommand =
  | 'cameras.add'
  | 'cameras.update'
  | 'cameras.replace'
  | 'cameras.requestHistory'
  | 'cameras.remove'
  | 'notes.put'
  | 'sites.add'
  | 'sites.update'
  | 'sites.setOccupancy'
  | 'settings.update';

/** What the owner did. Each is journaled like a message, so a replay does it again at its place. */
export type CommandParams = { [N in ContractCommand]: ParsedParams<N> } & {
  'site.put': SiteRecord;
  'figures.recompute': Record<string, never>;
  /** Single reports from before that instant go. */
  'retention.apply': { before: EpochMs };
  'demo.add': { sn: string; role: CameraRole };
};
export type CommandName = keyof CommandParams;

export type CommandResult =
  | { ok: true; camera?: CameraRecord; site?: SiteRecord; removedFrom?: string }
  | { ok: false; reason: 'not-found' | 'conflict' | 'unavailable'; message: string };

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
