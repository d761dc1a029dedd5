import type { ParsedParams } from '#shared/contract';
import type { CameraRecord } from '../ingest/camera-record';
import type { SiteRecord } from '../ingest/site-store';
import type { State } from '../ingest/state';
import type { EpochMs } from '../types';

/** What the owner did. Each is journaled like a message, so a replay does it again at its place. */
export interface CommandParams {
  'site.put': SiteRecord;
  'cameras.add': ParsedParams<'cameras.add'>;
  'cameras.update': ParsedParams<'cameras.update'>;
  'sites.update': ParsedParams<'sites.update'>;
  'settings.update': ParsedParams<'settings.update'>;
}
export type CommandName = keyof CommandParams;

export type CommandResult =
  | { ok: true; camera?: CameraRecord; site?: SiteRecord }
  | { ok: false; reason: 'not-found' | 'conflict'; message: string };

type Commands = {
  [N in CommandName]: (state: State, params: CommandParams[N], at: EpochMs) => CommandResult;
};

const commands: Commands = {
  'site.put': (state, site) => {
    state.sites.put(site);
    return { ok: true, site };
  },

  'cameras.add': (state, { sn, name, site }, at) => {
    const siteRecord = site === undefined ? state.sites.first() : state.sites.find(site);
    if (!siteRecord) return noSite(site);
    const known = state.cameras.find(sn);
    if (known && known.state !== 'blocked' && known.state !== 'retired') {
      return { ok: false, reason: 'conflict', message: `The camera ${sn} is there already.` };
    }
    const camera = known ?? state.cameras.add(sn, siteRecord.id, 'active', at);
    camera.state = 'active';
    camera.siteId = siteRecord.id;
    if (name !== undefined) camera.name = name;
    state.cameras.change(camera);
    return { ok: true, camera };
  },

  'cameras.update': (state, { sn, name, site, state: next, uploadInterval, dataMode, historyRequests }) => {
    const camera = state.cameras.find(sn);
    if (!camera) return { ok: false, reason: 'not-found', message: `There is no camera ${sn}.` };
    if (site !== undefined && !state.sites.find(site)) return noSite(site);
    if (name !== undefined) camera.name = name;
    if (site !== undefined) camera.siteId = site;
    if (uploadInterval !== undefined) camera.uploadInterval = uploadInterval;
    if (dataMode !== undefined) camera.dataMode = dataMode;
    if (historyRequests !== undefined) camera.historyRequests = historyRequests;
    // Giving a camera a name is how the owner says "this one is mine".
    if (next !== undefined) camera.state = next;
    else if (name !== undefined && camera.state === 'new') camera.state = 'active';
    state.cameras.change(camera);
    return { ok: true, camera };
  },

  'sites.update': (state, { id, name, timeZone }) => {
    const site = state.sites.find(id);
    if (!site) return noSite(id);
    const changed = { ...site, name: name ?? site.name, timeZone: timeZone ?? site.timeZone };
    state.sites.put(changed);
    return { ok: true, site: changed };
  },

  'settings.update': (state, change) => {
    const given = Object.entries(change).filter(([, value]) => value !== undefined);
    state.settings.update(Object.fromEntries(given));
    return { ok: true };
  },
};

/** Runs a command inside the caller's transaction. */
export function runCommand<N extends CommandName>(
  state: State,
  name: N,
  params: CommandParams[N],
  at: EpochMs,
): CommandResult {
  return commands[name](state, params, at);
}

export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name);
}

function noSite(id: string | undefined): CommandResult {
  return { ok: false, reason: 'not-found', message: `There is no site ${id ?? ''}.` };
}
