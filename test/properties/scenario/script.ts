/**
 * What happens to a camera and around it, as fast-check draws it (draw.ts): small numbers that shrink well.
 * The player (player.ts) turns a script into messages.
 */
export type Step =
  | { do: 'wait'; seconds: number }
  | { do: 'heartbeat'; isTimeText?: boolean }
  /** Heartbeats a minute apart. */
  | { do: 'alive'; minutes: number }
  | UploadStep
  /** What was held back arrives in a burst. */
  | { do: 'release'; order: 'as-sent' | 'reversed' | 'by-counts' }
  /** An acknowledgement was lost: an earlier message again. */
  | { do: 'resend'; pick: number }
  /** An earlier window with other counts. */
  | { do: 'correct'; pick: number; more: number; laterBySeconds: number }
  | { do: 'history'; items: HistoryStep[]; isTwice: boolean }
  /** Items that were told once, with so many percent of their figures. */
  | { do: 'correct-history'; pick: number; percent: number; laterBySeconds: number }
  | { do: 'clock'; to: ClockFault }
  | { do: 'reboot'; clock: ClockFault }
  | { do: 'setting'; uploadInterval?: number; dataMode?: 'Add' | 'Total' }
  | { do: 'refused' }
  | { do: 'restart-app'; how: 'close' | 'crash' };

/** How a camera writes times. */
export interface TimeForm {
  unit: 's' | 'ms' | 'µs';
  isText: boolean;
}

export interface UploadStep {
  do: 'upload';
  /** in, out, passby, turnback; `null`: the field is left out. */
  counts: (number | null)[];
  window: { kind: 'since-last' } | { kind: 'odd'; seconds: number; endedSecondsAgo: number };
  unit: TimeForm['unit'];
  isTimeText: boolean;
  leaveOut: 'nothing' | 'start' | 'time' | 'end' | 'start-and-time';
  /** A count that cannot be, or just can, or one as text. */
  oddValue: 'none' | 'negative' | 'huge' | 'text' | 'broken' | 'most' | 'too-many';
  isSplitByCamera: boolean;
  stayMs: number | null;
  /** How many of the counted persons are listed, of every direction. `null`: no list. */
  listed: number | null;
  /** Also list who an earlier report listed. */
  isRelisting: boolean;
  oddPersons: 'none' | 'untimed' | 'twice';
  bodyMode: 'none' | 'Add' | 'Total' | 'total';
  isHeld: boolean;
}

export interface HistoryStep {
  endedMinutesAgo: number;
  minutes: number;
  isWholeMinutes: boolean;
  isTimeText: boolean;
  counts: (number | null)[];
  stayMs: number | null;
  /** The item's `time`; `null`: none. */
  writtenSecondsLater: number | null;
}

/** Where the camera's clock goes: so many minutes beside the truth, or a fixed date. */
export type ClockFault = { minutesOff: number } | { fixedSeconds: number };

export interface Scenario {
  /** UTC seconds. */
  start: number;
  zone: string;
  cameras: Step[][];
}
