/**
 * The words of the field, as every part of Foyer uses them.
 *
 * Instants that cross a process boundary are ISO 8601 strings with the site's offset
 * (`2026-03-29T10:15:00+02:00`). A missing value is `null`, never 0: a gap is not a zero.
 */

/** ISO 8601 with offset. */
export type Instant = string;

/** IANA name, for example `Europe/Madrid`. */
export type TimeZone = string;

/** Camera serial: 1–64 characters of `[A-Za-z0-9_.:-]`, compared exactly. */
export type Serial = string;

/** The four directions a camera counts. `null`: not reported. */
export interface Counts {
  in: number | null;
  out: number | null;
  passby: number | null;
  turnback: number | null;
}

export const directions = ['in', 'out', 'passby', 'turnback'] as const;
export type Direction = (typeof directions)[number];

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
  /** Network address the camera last called from. */
  address: string | null;
  /** When the camera first called. */
  firstSeen: Instant;
  role: CameraRole;
  /** In and out are swapped when read: the camera hangs the other way round. */
  isFlipped: boolean;
  /** Serial of the camera that this one took over from; its history goes on here. */
  replaces: Serial | null;
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

export interface Occupancy {
  /** Σ in − Σ out since the business day began, never shown below zero. */
  counted: number | null;
  /** Σ of what the cameras see themselves. */
  seen: number | null;
  /** Time of the newest message behind either figure. */
  asOf: Instant | null;
}

/** Local times `HH:MM`, on whole quarter hours. An end at or before the start lies on the next day. */
export interface OpenInterval {
  from: string;
  to: string;
}

export interface OpeningHours {
  /** Monday first; a day without an interval is closed. */
  weekly: OpenInterval[][];
  /** Days that differ: holidays, long evenings. */
  exceptions: { date: string; intervals: OpenInterval[]; label: string }[];
}

/** A moment at which the number of people inside was set anew. */
export interface OccupancyCorrection {
  at: Instant;
  /** `automatic`: more had left than came, so the shop was empty. `manual`: the owner said so. */
  kind: 'automatic' | 'manual';
  before: number;
  after: number;
}

/** People inside a site over one business day. */
export interface OccupancyDay {
  /** Local date on which the business day began. */
  date: string;
  start: Instant;
  end: Instant;
  /** A day that is over is corrected for drift, the one going on is as counted. */
  isCorrected: boolean;
  /** After each quarter hour with data. */
  points: { at: Instant; inside: number }[];
  max: { inside: number; at: Instant } | null;
  corrections: OccupancyCorrection[];
  /** (in − out) ÷ max(in, out). */
  imbalance: number | null;
  coverage: number;
  /** Σ occupancy·Δt ÷ Σ in; only with coverage ≥ 95 %, imbalance ≤ 5 % and 30 visitors. */
  averageVisitSeconds: number | null;
  /** Why there is no average visit; empty if there is one. */
  averageVisitMissing: ('coverage' | 'imbalance' | 'few-visitors' | 'not-over')[];
}

export interface SiteSummary {
  id: string;
  name: string;
  timeZone: TimeZone;
  /** Local hour at which the business day begins. */
  dayStartHour: number;
  /** `null`: not set, every hour counts as open. */
  openingHours: OpeningHours | null;
  /** Today's counts in opening hours and outside of them; `null` while no hours are set. */
  todayByHours: { open: Counts; closed: Counts } | null;
  /** The calendar day that `today` speaks of, local `YYYY-MM-DD`. */
  date: string;
  today: Counts;
  occupancy: Occupancy;
}

export const granularities = ['quarter', 'hour', 'day', 'week', 'month'] as const;
export type Granularity = (typeof granularities)[number];

/**
 * `ok`: the camera gave a sign of life throughout. `partial`: part of the period is missing.
 * `missing`: nothing is known. `estimated`, `edited`: not what the camera said as it said it.
 */
export type RowQuality = 'ok' | 'partial' | 'missing' | 'estimated' | 'edited';

export interface HistoryRow extends Counts {
  camera: Serial;
  start: Instant;
  /** Exclusive. */
  end: Instant;
  inAdult: number | null;
  inChild: number | null;
  /** People with a staff card who came in. */
  inStaff: number | null;
  /** Mean time in view, weighted by people. It is time under the camera, not in the shop. */
  avgStaySeconds: number | null;
  /** 0–1: minutes with a sign of life ÷ minutes of the period that have passed. */
  coverage: number;
  quality: RowQuality;
}

export interface History {
  timeZone: TimeZone;
  by: Granularity;
  rows: HistoryRow[];
}

/** Why a message was refused. */
export const refusalReasons = [
  'empty-body',
  'not-json',
  'not-an-object',
  'no-serial',
  'bad-serial',
  'no-known-content',
  'no-usable-field',
  'no-time',
  'bad-time',
  'bad-list',
  'unknown-path',
  'unknown-camera',
  'blocked-camera',
  'too-many-new-cameras',
  'too-large',
  'too-slow',
  'storage',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface RefusedMessage {
  id: number;
  at: Instant;
  reason: RefusalReason;
  /** The sentence the camera was answered with. */
  message: string;
  /** Place in the body, for example `data[3].endTime`. */
  place: string | null;
  sn: string | null;
  path: string;
  address: string;
  /** At most 2,000 characters of the body, secrets removed. */
  body: string;
}

/** Every counting rule that may fire; the owner reads them under "Data quality". */
export const qualityRules = [
  'resent',
  'replaced',
  'value-set-aside',
  'counter-started',
  'counter-restarted',
  'counter-late',
  'mode-changed',
  'history-used',
  'history-lower',
  'window-rebuilt',
  'clock-shifted',
  'clock-wrong',
  'gap-recovered',
  'gap-not-recovered',
  'new-camera',
] as const;
export type QualityRule = (typeof qualityRules)[number];

export interface QualityRecord {
  id: number;
  at: Instant;
  sn: Serial;
  rule: QualityRule;
  /** Place in the message, for example `passby`. */
  field: string | null;
  before: string | null;
  after: string | null;
}

export interface Settings {
  cameraPort: number;
  /** `all`: a camera that calls is counted and asks for a name. `added`: only cameras the owner added. */
  acceptCameras: 'all' | 'added';
  /** Days that single reports and person events are kept. Sums are kept for ever. */
  rawRetentionDays: number;
  /** Below this height, in cm, a person counts as a child where the camera does not say. */
  childHeightCm: number;
}

/** One address of this computer that a camera could be pointed at. */
export interface NetworkAddress {
  address: string;
  /** Name of the network adapter as the system shows it. */
  adapter: string;
}

export interface SystemInfo {
  version: string;
  /** Port the camera listener really uses; `null` when it is not listening. */
  cameraPort: number | null;
  /** Why the camera listener is not up, in a sentence. */
  cameraPortProblem: string | null;
  addresses: NetworkAddress[];
  heartbeatPath: string;
  uploadPath: string;
  dataFolder: string;
  /** A sentence for the owner when the data cannot be written. */
  storageProblem: string | null;
}

export interface Health {
  ok: boolean;
  version: string;
  cameras: number;
  /** Records in the journal that the newest snapshot does not hold yet. */
  journalLag: number;
  lastSnapshot: Instant | null;
}
