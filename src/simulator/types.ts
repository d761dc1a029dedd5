/** What a camera counts, in the order of V1.9 §2.2 `eventType`: 0 enter, 1 leave, 2 pass, 3 turn back. */
export const directions = ['in', 'out', 'passby', 'turnback'] as const;
export type Direction = (typeof directions)[number];
export type Counts = Record<Direction, number>;

export function noCounts(): Counts {
  return { in: 0, out: 0, passby: 0, turnback: 0 };
}

/** V1.9 §2.1 `dataMode`. Add: what happened since the last report. Total: running counters since boot. */
export type DataMode = 'Add' | 'Total';

/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = number;

/** One person who passed under a camera. */
export interface PersonEvent {
  /** Number of the person on this camera and day, from 1; starts again every day. */
  id: number;
  /** When the person had passed, whole milliseconds. */
  atMs: EpochMs;
  direction: Direction;
  isChild: boolean;
  heightCm: number;
  /** How long the person had been in view by then. */
  stayMs: number;
}

/** Hours of the shop in minutes after local midnight; `closes` is at most 1440. */
export interface ShopHours {
  opensMinute: number;
  closesMinute: number;
}
