import type { DataMode, RefusalReason } from '#shared/domain';
import type { EpochMs } from '../types';
import type { MeasureName } from '../counting/measures';

/** A time as the camera gave it. One that fits no unit is kept for identity but not believed. */
export interface DeviceTime {
  ms: EpochMs;
  fitsUnit: boolean;
}

/** V1.9 §2.2 `eventType` without the +100 that marks a child. */
export type PersonDirection = 'in' | 'out' | 'passby' | 'turnback';

export interface Person {
  /** Restarts every day or at power-on: not an identity by itself. */
  id: string;
  at: DeviceTime | null;
  direction: PersonDirection;
  isChild: boolean;
  /** `null`: not measured. */
  heightCm: number | null;
  stayMs: number | null;
  isStaff: boolean;
}

export interface FlowMessage {
  kind: 'flow';
  start: DeviceTime | null;
  end: DeviceTime | null;
  sentAt: DeviceTime | null;
  /** `null`: the body does not say; what the camera was told decides. */
  mode: DataMode | null;
  counts: Partial<Record<MeasureName, number | null>>;
  avgStayMs: number | null;
  /** `null`: no list came, which is not the same as an empty one. */
  persons: Person[] | null;
}

export interface HistoryItem {
  start: DeviceTime | null;
  end: DeviceTime;
  sentAt: DeviceTime | null;
  counts: Partial<Record<MeasureName, number | null>>;
  avgStayMs: number | null;
  /** Index in `data[]`, to say where a value was set aside. */
  index: number;
}

export interface HistoryMessage {
  kind: 'history';
  items: HistoryItem[];
}

export interface StayMessage {
  kind: 'stay';
  sentAt: DeviceTime | null;
  current: number;
  people: { id: string; heightCm: number | null; stayMs: number | null }[];
}

export interface HeartbeatMessage {
  kind: 'heartbeat';
  /** `null` where the camera sent none or one that cannot be read: it needs our answer all the more. */
  time: DeviceTime | null;
}

/** Understood, kept as it came, not interpreted. */
export interface OpaqueMessage {
  kind: 'opaque';
}

export type Message = FlowMessage | HistoryMessage | StayMessage | HeartbeatMessage | OpaqueMessage;

/** A value that could not be true. The rest of its message is used. */
export interface SetAside {
  place: string;
  value: string;
}

/** What is wrong with a message, or with a part of it. */
export interface Problem {
  reason: RefusalReason;
  /** A sentence that says what to fix. */
  message: string;
  /** Place in the body, for example `data[3].endTime`. */
  place: string | null;
}

export interface Refusal extends Problem {
  ok: false;
  /** As far as the body gave one. */
  sn: string | null;
  /** The beginning of the body, without secrets. */
  excerpt: string;
}

export interface Decoded {
  ok: true;
  sn: string;
  messages: Message[];
  setAside: SetAside[];
  /** The body without secrets, in the bytes it came in wherever there was nothing to remove. */
  body: Uint8Array;
}

export type Decoding = Decoded | Refusal;
