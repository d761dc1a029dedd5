import type { AlertSettings, OpeningHours, ScheduleProblem } from '#shared/domain';
import type { Sentence } from '#shared/sentences';
import type { EpochMs } from '../types';

export interface CameraFacts {
  sn: string;
  /** As the owner knows it: its name, or the serial while it has none. */
  name: string;
  siteId: string;
  isOnline: boolean;
  lastSeen: EpochMs | null;
  uploadIntervalMinutes: number;
}

export interface SiteFacts {
  id: string;
  name: string;
  timeZone: string;
  openingHours: OpeningHours | null;
  /** Local date that the two counts of today speak of. */
  date: string;
  /** People who came in today; of them, outside of opening hours. */
  entered: number | null;
  enteredWhileClosed: number | null;
  /** People inside: counted at the doors, and seen by cameras right now. */
  inside: number | null;
  seen: number | null;
}

/** All that the rules look at. */
export interface AlertFacts {
  settings: AlertSettings;
  cameras: CameraFacts[];
  sites: SiteFacts[];
  /** A sentence while something cannot be stored. */
  storageProblem: string | null;
  /** Why the files of the schedule are not there. */
  scheduleProblem: ScheduleProblem | null;
  storageSentence: Sentence | null;
  /** Where cameras can reach this computer; `null` without a network. */
  address: string | null;
  /** Addresses that cameras still call but that this computer has no more. */
  lostAddresses: { address: string; cameras: string[] }[];
  /** Since when cameras could have been heard: the start, or the last wake-up. */
  listeningSince: EpochMs;
}

/** Something to tell the owner. */
export type Alert =
  | { kind: 'cameraSilent'; names: string[]; isEveryCamera: boolean; minutes: number }
  | { kind: 'cameraBack'; names: string[] }
  | { kind: 'occupancyLimit'; site: string; inside: number; limit: number }
  | { kind: 'enteredWhileClosed'; site: string; people: number }
  | { kind: 'insideAtClosing'; site: string; inside: number }
  | { kind: 'reportTrouble'; problem: ScheduleProblem }
  | { kind: 'storageTrouble'; problem: string; sentence: Sentence | null }
  | { kind: 'addressChanged'; from: string; to: string };

export interface CameraState {
  /** Was down when it was first looked at, and has not been up since: not worth a word. */
  isIgnored: boolean;
  /** The owner was told of the silence that goes on. */
  isTold: boolean;
  toldAt: EpochMs | null;
}

export interface SiteState {
  isOverLimit: boolean;
  limitToldAt: EpochMs | null;
  /** `enteredWhileClosed` of `enteredDate` up to which there is nothing to tell. */
  enteredBase: number;
  enteredDate: string;
  enteredToldAt: EpochMs | null;
  /** The closing after which "still inside?" has been answered. */
  settledClosing: EpochMs | null;
}

export interface TroubleState {
  since: EpochMs;
  isIgnored: boolean;
  toldAt: EpochMs | null;
}

/** What the rules remember between two looks. Plain data. */
export interface AlertState {
  /** Nothing has been looked at yet: what is down now was down already. */
  isFirst: boolean;
  cameras: Record<string, CameraState>;
  sites: Record<string, SiteState>;
  storage: TroubleState | null;
  reports: TroubleState | null;
  lostAddresses: Record<string, { since: EpochMs; isTold: boolean }>;
}

/** What a rule gives back: its part of the state, and what to tell. */
export interface Verdict<S> {
  state: S;
  alerts: Alert[];
}
