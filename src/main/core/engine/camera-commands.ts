import { tell } from '#shared/sentences';
import type { CameraRecord } from '../ingest/camera-record';
import type { State } from '../ingest/state';
import { uncounted } from '../ingest/uncounted';
import { noCamera, noSite, type Commands } from './command-types';

type Names =
  | 'cameras.add'
  | 'cameras.update'
  | 'cameras.replace'
  | 'cameras.requestHistory'
  | 'cameras.remove'
  | 'cameras.removeUncounted'
  | 'demo.add';

export const cameraCommands: Commands<Names> = {
  'cameras.add': (state, { sn, name, site }, at) => {
    const siteRecord = site === undefined ? state.sites.first() : state.sites.find(site);
    if (!siteRecord) return noSite(site);
    const known = state.cameras.find(sn);
    if (known && known.state !== 'blocked' && known.state !== 'retired') {
      return { ok: false, reason: 'conflict', ...tell('camera-known', { sn }) };
    }
    const camera = known ?? state.cameras.add(sn, siteRecord.id, 'active', at);
    camera.state = 'active';
    camera.siteId = siteRecord.id;
    if (name !== undefined) camera.name = name;
    state.cameras.change(camera);
    return { ok: true, camera };
  },

  'cameras.update': (state, { sn, site, name, state: next, ...options }) => {
    const camera = state.cameras.find(sn);
    if (!camera) return noCamera(sn);
    if (site !== undefined && !state.sites.find(site)) return noSite(site);
    if (site !== undefined) camera.siteId = site;
    if (name !== undefined) camera.name = name;
    // The rest are fields of the record by the same names; what is not given stays.
    Object.assign(
      camera,
      Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    );
    // Giving a camera a name is how the owner says "this one is mine".
    if (next !== undefined) camera.state = next;
    else if (name !== undefined && camera.state === 'new') camera.state = 'active';
    state.cameras.change(camera);
    return { ok: true, camera };
  },

  'cameras.replace': (state, { sn, by }, at) => {
    const old = state.cameras.find(sn);
    if (!old) return noCamera(sn);
    const successor = state.cameras.all().find((camera) => camera.replaces === sn);
    if (by === null) {
      if (!successor) return { ok: false, reason: 'conflict', ...tell('not-replaced', { sn }) };
      successor.replaces = null;
      old.state = 'active';
      state.cameras.change(successor);
      state.cameras.change(old);
      return { ok: true, camera: old };
    }
    if (successor) {
      return { ok: false, reason: 'conflict', ...tell('replaced-already', { by: successor.sn, sn }) };
    }
    const next = state.cameras.find(by) ?? state.cameras.add(by, old.siteId, 'active', at);
    if (next === old || next.replaces !== null || replacedBefore(state, old, next)) {
      return { ok: false, reason: 'conflict', ...tell('cannot-replace', { by, sn }) };
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

  'cameras.remove': (state, { sn }) => {
    const camera = state.cameras.find(sn);
    if (!camera) return noCamera(sn);
    state.sums.remove(camera.id);
    state.corrections.removeCamera(camera.id);
    state.reports.removeAll(camera.id);
    for (const table of ['history_item', 'addition', 'quality']) {
      state.sql.run(`DELETE FROM ${table} WHERE camera_id = ?`, [camera.id]);
    }
    if (!camera.isDemo) state.outbox.noteRemoval(camera.id, sn);
    for (const other of state.cameras.all()) {
      if (other.replaces !== sn) continue;
      other.replaces = null;
      state.cameras.change(other);
    }
    state.cameras.remove(camera);
    return { ok: true, removedFrom: camera.siteId };
  },

  'cameras.removeUncounted': (state, params, at) => {
    let last: string | undefined;
    for (const { sn, siteId } of uncounted(state)) {
      cameraCommands['cameras.remove'](state, { ...params, sn }, at);
      last = siteId;
    }
    return last === undefined ? { ok: true } : { ok: true, removedFrom: last };
  },

  'demo.add': (state, { sn, role }, at) => {
    const camera = state.cameras.find(sn) ?? state.cameras.add(sn, state.sites.first().id, 'active', at);
    Object.assign(camera, { name: 'Demo camera', role, isDemo: true });
    state.cameras.change(camera);
    return { ok: true, camera };
  },

  'cameras.requestHistory': (state, { sn }) => {
    const camera = state.cameras.find(sn);
    if (!camera) return noCamera(sn);
    camera.request = { ...camera.request, isOwnerAsking: true };
    state.cameras.change(camera);
    return { ok: true, camera };
  },
};

/** Whether `next` is one of the cameras that `old` itself took over from: that would go round in a circle. */
function replacedBefore(state: State, old: CameraRecord, next: CameraRecord): boolean {
  for (let sn = old.replaces; sn !== null; sn = state.cameras.find(sn)?.replaces ?? null) {
    if (sn === next.sn) return true;
  }
  return false;
}
