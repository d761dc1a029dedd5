import type { CameraRole, CameraState, DataMode, HistoryRequestSetting, ToldTimeZone } from '#shared/domain';
import type { Reading } from '../counting/totals';
import type { RequestState } from '../counting/history-request';
import type { EpochMs } from '../types';
import type { Traffic } from './traffic';

export interface StayState {
  current: number;
  asOf: EpochMs;
  people: { id: string; heightCm: number | null; stayMs: number | null }[];
}

export interface Told {
  uploadInterval: number;
  dataMode: DataMode;
}

/** All that is remembered of a camera between its messages. */
export interface CameraRecord {
  id: number;
  sn: string;
  siteId: string;
  state: CameraState;
  firstSeen: EpochMs;
  name: string;
  lastSeen: EpochMs | null;
  address: string | null;
  /** Minutes, 0 = at once: what the camera is told. */
  uploadInterval: number;
  /** What the camera is told. */
  dataMode: DataMode;
  historyRequests: HistoryRequestSetting;
  toldTimeZone: ToldTimeZone;
  /** What the reply to its last heartbeat said: until the next one it cannot know better. */
  told: Told | null;
  /** Camera clock minus ours at its last heartbeat. */
  skewMs: number | null;
  isClockWrong: boolean;
  /** How much it sends; left out until it has sent a report. */
  traffic?: Traffic;
  /** Newest counters of Total mode. */
  reading: Reading | null;
  /** Mode of the newest flow report. */
  lastMode: DataMode | null;
  stay: StayState | null;
  /** End of the latest history window; nothing after it can touch history. */
  historyEnd: EpochMs | null;
  request: RequestState;
  /** Quarter hours below this number are sealed: their single reports are gone. */
  sealedBefore: number | null;
  role: CameraRole;
  /** In and out are swapped when read; what is stored stays as the camera said it. */
  isFlipped: boolean;
  /** Serial of the camera it took over from. */
  replaces: string | null;
  /** Skew at the first heartbeat of each local day, newest last. */
  clockTrend: { date: string; skewSeconds: number }[];
  /** Our address under which it last called. */
  calledAddress: string | null;
  isDemo: boolean;
}

/** What the camera goes by. One that has not sent a heartbeat was set by hand, as the owner says. */
export function toldTo({ told, uploadInterval, dataMode }: CameraRecord): Told {
  return told ?? { uploadInterval, dataMode };
}

/** What is kept in columns, because queries look at it. */
type Columns = 'id' | 'sn' | 'siteId' | 'state' | 'firstSeen';

export function packRecord(record: CameraRecord): string {
  const { id: _id, sn: _sn, siteId: _siteId, state: _state, firstSeen: _firstSeen, ...rest } = record;
  return JSON.stringify(rest);
}

export function unpackRecord(columns: Pick<CameraRecord, Columns>, packed: string): CameraRecord {
  return { ...(JSON.parse(packed) as Omit<CameraRecord, Columns>), ...columns };
}
