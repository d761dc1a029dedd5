import type { EpochMs } from '../types';
import { hoursAt, type HoursNow } from './hours';
import type { AlertFacts, AlertState, CameraFacts, CameraState, Verdict } from './types';
import { elapsed, MINUTE_MS } from './elapsed';

const REPEAT_AFTER_MS = 24 * 60 * MINUTE_MS;
/** A camera that comes and goes is not worth a word every time. */
const AGAIN_AFTER_MS = 60 * MINUTE_MS;
/** Cameras behind one dead switch fall silent within a heartbeat or two: they are told of together. */
const TOGETHER_MS = 2 * MINUTE_MS;

interface Look {
  camera: CameraFacts;
  before: CameraState;
  hours: HoursNow;
  /** For how long it has been silent as far as that is anybody's business. */
  silentMs: number;
}

/** Cameras that fell silent, or came back after that; both in opening hours only. */
export function cameraRule(
  state: AlertState,
  facts: AlertFacts,
  now: EpochMs,
): Verdict<AlertState['cameras']> {
  const looks = facts.cameras.map((camera) => lookAt(camera, state, facts, now));
  const graceMs = facts.settings.silentAfterMinutes * MINUTE_MS;
  const silent = looks.filter((look) => isWorthTelling(look, now));
  const due = silent.filter(({ silentMs }) => silentMs >= graceMs);
  const isSoonDue = (look: Look) =>
    !look.before.isTold && look.silentMs < graceMs && look.silentMs >= graceMs - TOGETHER_MS;
  const isPatient = due.every(({ silentMs }) => silentMs < graceMs + TOGETHER_MS);
  const told = new Set(isPatient && silent.some(isSoonDue) ? [] : due.map(({ camera }) => camera.sn));
  const back = looks.filter(({ camera, before, hours }) => camera.isOnline && before.isTold && hours.isOpen);

  const names = due.map(({ camera }) => camera.name);
  const isEveryCamera = facts.cameras.length > 1 && facts.cameras.every(({ isOnline }) => !isOnline);
  const minutes = Math.round(Math.max(...due.map(({ silentMs }) => silentMs)) / MINUTE_MS);
  return {
    state: Object.fromEntries(
      looks.map(({ camera, before }) => [camera.sn, next(camera, before, told.has(camera.sn), now)]),
    ),
    alerts: [
      ...(told.size > 0 ? [{ kind: 'cameraSilent' as const, names, isEveryCamera, minutes }] : []),
      ...(back.length > 0
        ? [{ kind: 'cameraBack' as const, names: back.map(({ camera }) => camera.name) }]
        : []),
    ],
  };
}

function lookAt(camera: CameraFacts, state: AlertState, facts: AlertFacts, now: EpochMs): Look {
  const site = facts.sites.find(({ id }) => id === camera.siteId);
  const hours = hoursAt(site?.timeZone ?? 'UTC', site?.openingHours ?? null, now);
  const since = Math.max(camera.lastSeen ?? 0, facts.listeningSince, hours.openSince ?? 0);
  const before = state.cameras[camera.sn] ?? { isIgnored: !camera.isOnline, isTold: false, toldAt: null };
  return { camera, before, hours, silentMs: camera.isOnline ? 0 : now - since };
}

function isWorthTelling({ camera, before, hours }: Look, now: EpochMs): boolean {
  if (camera.isOnline || before.isIgnored || !hours.isOpen) return false;
  if (before.toldAt === null) return true;
  return elapsed(before.toldAt, now) >= (before.isTold ? REPEAT_AFTER_MS : AGAIN_AFTER_MS);
}

function next(camera: CameraFacts, before: CameraState, isToldNow: boolean, now: EpochMs): CameraState {
  if (camera.isOnline) return { ...before, isIgnored: false, isTold: false };
  return isToldNow ? { ...before, isTold: true, toldAt: now } : before;
}
