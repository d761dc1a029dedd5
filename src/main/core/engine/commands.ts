import type { ParsedParams } from '#shared/contract';
import type { CameraRecord } from '../ingest/camera-record';
import type { SiteRecord } from '../ingest/site-store';
import { quarterOf, QUARTER_MS } from '../counting/spread';
import { siteDoors } from '../queries/doors';
import { siteFlows } from '../queries/occupancy-day';
import type { State } from '../ingest/state';
import type { EpochMs } from '../types';

/** What the owner did. Each is journaled like a message, so a replay does it again at its place. */
export interface CommandParams {
  'site.put': SiteRecord;
  'cameras.add': ParsedParams<'cameras.add'>;
  'cameras.update': ParsedParams<'cameras.update'>;
  'cameras.replace': ParsedParams<'cameras.replace'>;
  'cameras.requestHistory': ParsedParams<'cameras.requestHistory'>;
  'sites.add': ParsedParams<'sites.add'>;
  'sites.update': ParsedParams<'sites.update'>;
  'sites.setOccupancy': ParsedParams<'sites.setOccupancy'>;
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

  'cameras.update': (
    state,
    { sn, name, site, state: next, uploadInterval, dataMode, historyRequests, role, isFlipped },
  ) => {
    const camera = state.cameras.find(sn);
    if (!camera) return { ok: false, reason: 'not-found', message: `There is no camera ${sn}.` };
    if (site !== undefined && !state.sites.find(site)) return noSite(site);
    if (name !== undefined) camera.name = name;
    if (site !== undefined) camera.siteId = site;
    if (uploadInterval !== undefined) camera.uploadInterval = uploadInterval;
    if (dataMode !== undefined) camera.dataMode = dataMode;
    if (historyRequests !== undefined) camera.historyRequests = historyRequests;
    if (role !== undefined) camera.role = role;
    if (isFlipped !== undefined) camera.isFlipped = isFlipped;
    // Giving a camera a name is how the owner says "this one is mine".
    if (next !== undefined) camera.state = next;
    else if (name !== undefined && camera.state === 'new') camera.state = 'active';
    state.cameras.change(camera);
    return { ok: true, camera };
  },

  'cameras.replace': (state, { sn, by }, at) => {
    const old = state.cameras.find(sn);
    if (!old) return { ok: false, reason: 'not-found', message: `There is no camera ${sn}.` };
    const successor = state.cameras.all().find((camera) => camera.replaces === sn);
    if (by === null) {
      if (!successor) return { ok: false, reason: 'conflict', message: `Nothing has taken over from ${sn}.` };
      successor.replaces = null;
      old.state = 'active';
      state.cameras.change(successor);
      state.cameras.change(old);
      return { ok: true, camera: old };
    }
    if (successor) {
      return { ok: false, reason: 'conflict', message: `${successor.sn} has taken over from ${sn} already.` };
    }
    const next = state.cameras.find(by) ?? state.cameras.add(by, old.siteId, 'active', at);
    if (next === old || next.replaces !== null || replacedBefore(state, old, next)) {
      return { ok: false, reason: 'conflict', message: `${by} cannot take over from ${sn}.` };
    }
    Object.assign(next, {
      replaces: sn,
      name: old.name,
      siteId: old.siteId,
      role: old.role,
      state: 'active',
    });
    old.state = 'retired';
    state.cameras.change(next);
    state.cameras.change(old);
    return { ok: true, camera: next };
  },

  'cameras.requestHistory': (state, { sn }) => {
    const camera = state.cameras.find(sn);
    if (!camera) return { ok: false, reason: 'not-found', message: `There is no camera ${sn}.` };
    camera.request = { ...camera.request, isOwnerAsking: true };
    state.cameras.change(camera);
    return { ok: true, camera };
  },

  'sites.add': (state, { name, timeZone }) => {
    const sites = state.sites.all();
    const number = Math.max(0, ...sites.map((site) => Number(/^site-(\d+)$/.exec(site.id)?.[1] ?? 1))) + 1;
    const first = state.sites.first();
    const site = {
      ...first,
      id: `site-${number}`,
      name,
      timeZone: timeZone ?? first.timeZone,
      openingHours: null,
    };
    state.sites.put(site);
    return { ok: true, site };
  },

  'sites.setOccupancy': (state, { id, inside }, at) => {
    const site = state.sites.find(id);
    if (!site) return noSite(id);
    const quarter = quarterOf(at);
    const window = { start: quarter * QUARTER_MS, end: (quarter + 1) * QUARTER_MS };
    const context = { state, now: at };
    // What the quarter hour has counted until now lies before the moment that is set.
    const flow = siteFlows(context, siteDoors(context, id), window).get(quarter);
    state.sql.run(
      'INSERT INTO occupancy_base (site_id, at, inside, entered, "left") VALUES (?, ?, ?, ?, ?)',
      [id, at, inside, flow?.in ?? 0, flow?.out ?? 0],
    );
    return { ok: true, site };
  },

  'sites.update': (state, { id, name, timeZone, dayStartHour, openingHours }) => {
    const site = state.sites.find(id);
    if (!site) return noSite(id);
    const changed = {
      ...site,
      name: name ?? site.name,
      timeZone: timeZone ?? site.timeZone,
      dayStartHour: dayStartHour ?? site.dayStartHour,
      openingHours: openingHours === undefined ? site.openingHours : openingHours,
    };
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

/** Whether `next` is one of the cameras that `old` itself took over from: that would go round in a circle. */
function replacedBefore(state: State, old: CameraRecord, next: CameraRecord): boolean {
  for (let sn = old.replaces; sn !== null; sn = state.cameras.find(sn)?.replaces ?? null) {
    if (sn === next.sn) return true;
  }
  return false;
}

function noSite(id: string | undefined): CommandResult {
  return { ok: false, reason: 'not-found', message: `There is no site ${id ?? ''}.` };
}
