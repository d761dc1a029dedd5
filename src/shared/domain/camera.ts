import type { QualityRule } from './quality';
import type { Counts, Instant, Serial } from './words';

export const cameraStates = ['new', 'active', 'blocked', 'retired'] as const;
/** `new`: reported by itself and has no name yet. `blocked`: answered with code 1. `retired`: kept for its history. */
export type CameraState = (typeof cameraStates)[number];

/** `online`: a heartbeat or report came within the last three minutes. */
export type CameraStatus = 'online' | 'offline';

export const dataModes = ['Add', 'Total'] as const;
/** V1.9 §2.1 `dataMode`: `Add` = what happened since the last report, `Total` = a running counter. */
export type DataMode = (typeof dataModes)[number];

export const historyRequestSettings = ['auto', 'ask', 'never'] as const;
/** Whether the app asks the camera for what it counted while the app could not hear it. */
export type HistoryRequestSetting = (typeof historyRequestSettings)[number];

/** A person under the camera right now, as its last stay message said. */
export interface PersonInView {
  id: string;
  heightCm: number | null;
  /** Seconds the person had been in view when the camera said so (at `Stay.asOf`). */
  staySeconds: number | null;
}

/**
 * What a camera is told of the time zone: the site's offset, following daylight saving; nothing; or always
 * the same hours east of Greenwich, for firmware that needs it.
 */
export type ToldTimeZone = 'site' | 'off' | number;

export const cameraRoles = ['entrance', 'inner'] as const;
/** `entrance`: a door of the site, counts for its figures. `inner`: a passage inside, does not. */
export type CameraRole = (typeof cameraRoles)[number];

export interface Stay {
  /** People in view. `null`: the camera never said. */
  current: number | null;
  asOf: Instant | null;
  people: PersonInView[];
}

export interface CameraSummary {
  sn: Serial;
  /** Empty until the owner has given one. */
  name: string;
  /** Id of the site. */
  site: string;
  state: CameraState;
  status: CameraStatus;
  lastSeen: Instant | null;
  /** Camera clock minus ours, from its last heartbeat. Positive: the camera is ahead. */
  clockSkewSeconds: number | null;
  /** Counts of the site's current calendar day. */
  today: Counts;
  stay: Stay;
  /** Minutes between uploads, 0 = at once. What the camera is told in the heartbeat reply. */
  uploadInterval: number;
  dataMode: DataMode;
  historyRequests: HistoryRequestSetting;
  toldTimeZone: ToldTimeZone;
  /** Network address the camera last called from. */
  address: string | null;
  /** When the camera first called. */
  firstSeen: Instant;
  role: CameraRole;
  /** In and out are swapped when read: the camera hangs the other way round. */
  isFlipped: boolean;
  /** Serial of the camera that this one took over from; its history goes on here. */
  replaces: Serial | null;
  /** Address of this computer under which the camera last called it. */
  calledAddress: string | null;
  /** It sends far more reports than a camera can. */
  isFlooding: boolean;
  /** Runs inside Foyer to be looked at; goes without a trace. */
  isDemo: boolean;
}

/** What is known of one camera beyond its summary. */
export interface CameraDetail {
  sn: Serial;
  /** Newest last: how far its clock was off at its first heartbeat of each local day. */
  clockTrend: { date: string; skewSeconds: number }[];
  /** Stretches without data that the camera could still fill from its own memory, oldest first. */
  gaps: { start: Instant; end: Instant; asked: number }[];
  /** The camera has filled a gap before: it is asked by itself when the setting allows. */
  hasAnsweredHistory: boolean;
  /** Rules that fired, per local day and rule, newest day first. */
  quality: { date: string; rule: QualityRule; count: number }[];
}
