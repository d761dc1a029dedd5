import { nextRequest } from '../counting/history-request';
import { ALL_MINUTES, minutesTouched } from '../counting/minutes';
import { MINUTE_MS, type Window } from '../counting/spread';
import { SKEW_TOLERANCE_MS } from '../counting/window';
import type { HeartbeatMessage } from '../protocol/types';
import { localDate, offsetHours } from '../time/zone';
import type { CameraReply, EpochMs } from '../types';
import type { CameraRecord } from './camera-record';
import { isoOf, spanOf } from './live-report';
import type { State } from './state';

/** Notes how far the camera's clock is off (V1.9 §2.1: it sets itself from our reply). */
export function applyHeartbeat(
  state: State,
  camera: CameraRecord,
  message: HeartbeatMessage,
  at: EpochMs,
): void {
  if (!message.time) return;
  camera.skewMs = message.time.ms - at;
  const isWrong = Math.abs(camera.skewMs) > SKEW_TOLERANCE_MS;
  if (isWrong && !camera.isClockWrong) {
    state.marks.add(at, camera.id, 'clock-wrong', { before: isoOf(message.time.ms), after: isoOf(at) });
  }
  camera.isClockWrong = isWrong;
  noteTrend(state, camera, camera.skewMs, at);
}

const TREND_DAYS = 90;

/** One reading a day shows whether a clock drifts or only was wrong once. */
function noteTrend(state: State, camera: CameraRecord, skewMs: number, at: EpochMs): void {
  const zone = (state.sites.find(camera.siteId) ?? state.sites.first()).timeZone;
  const date = localDate(zone, at);
  if (camera.clockTrend.at(-1)?.date === date) return;
  const reading = { date, skewSeconds: Math.round(skewMs / 1000) };
  camera.clockTrend = [...camera.clockTrend, reading].slice(-TREND_DAYS);
}

/** Half-hour zones have no form in the protocol; the clock itself is UTC anyway. */
function toldHours({ toldTimeZone }: CameraRecord, siteHours: number): number | null {
  if (toldTimeZone === 'off') return null;
  if (toldTimeZone !== 'site') return toldTimeZone;
  return Number.isInteger(siteHours) ? siteHours : null;
}

/** What a camera is told in the reply to its heartbeat (V1.9 §2.1). */
export function heartbeatReply(
  state: State,
  camera: CameraRecord,
  at: EpochMs,
): Omit<CameraReply['data'], 'sn' | 'time'> {
  const zone = (state.sites.find(camera.siteId) ?? state.sites.first()).timeZone;
  const hours = toldHours(camera, offsetHours(zone, at));
  const request = askForHistory(state, camera, at);
  camera.told = { uploadInterval: camera.uploadInterval, dataMode: camera.dataMode };
  return {
    ...(hours === null ? {} : { timezone: hours }),
    ...camera.told,
    ...(request
      ? { dataStartTime: Math.floor(request.start / 1000), dataEndTime: Math.ceil(request.end / 1000) }
      : {}),
  };
}

function askForHistory(state: State, camera: CameraRecord, at: EpochMs): Window | null {
  if (camera.request.gaps.length === 0) return null;
  const next = nextRequest(camera.request, camera.historyRequests, at, (gap) =>
    isStillMissing(state, camera, gap),
  );
  camera.request = next.state;
  for (const window of next.givenUp) {
    state.marks.add(at, camera.id, 'gap-not-recovered', { field: spanOf(window) });
  }
  return next.kind === 'ask' ? next.window : null;
}

/** Some minute that lies wholly inside the window is covered by nothing. */
export function isStillMissing(state: State, camera: CameraRecord, gap: Window): boolean {
  for (const { quarter, mask } of minutesTouched(gap)) {
    const row = state.sums.row(camera.id, quarter);
    if (mask & ~(row.liveMinutes | row.historyMinutes) & ALL_MINUTES) return true;
  }
  return false;
}

/** The window to ask for after a silence: whole minutes around it that are over. */
export function gapBetween(previous: EpochMs, at: EpochMs): Window {
  return {
    start: Math.floor(previous / MINUTE_MS) * MINUTE_MS,
    end: Math.floor(at / MINUTE_MS) * MINUTE_MS,
  };
}
