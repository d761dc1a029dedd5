import type { Language } from '../languages';
import type { Sentence, Told } from '../sentences';
import type { Instant } from './words';

export const reportPeriods = ['day', 'week', 'month'] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

export const reportFormats = ['csv', 'xlsx', 'pdf'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** Files that are written by themselves when a day, a week or a month is over. */
export interface Schedule {
  /** Absolute, on the computer that Foyer runs on; `null`: none is chosen, nothing is written. */
  folder: string | null;
  formats: Record<ReportPeriod, ReportFormat[]>;
  /** How the CSV files are written. */
  preset: 'excel' | 'plain' | 'tab';
  decimal: '.' | ',';
  /** Of what workbooks say to people; English where nothing was said. */
  language?: Language | undefined;
  /** Minutes after the end of the last business day during which late counts are waited for. */
  graceMinutes: number;
}

/** Why a file was not written, as far as the owner can do something about it. */
export type ScheduleProblem =
  | 'open-elsewhere'
  | 'not-allowed'
  | 'disk-full'
  | 'read-only'
  | 'folder-missing'
  | 'name-unusable'
  | 'no-window'
  | 'unknown';

export interface ScheduleState {
  schedule: Schedule;
  /** Formats that this Foyer cannot write: a page can be printed only where there is a window. */
  unavailable: { format: ReportFormat; problem: ScheduleProblem }[];
  /** What the newest attempt failed of; it is tried again by itself. */
  problem: ({ problem: ScheduleProblem; since: Instant } & Told) | null;
  /** When the next file is due; `null`: none ever, or one is due now. */
  nextAt: Instant | null;
}

/** What became of one file. */
export interface ScheduledFile {
  site: string;
  period: ReportPeriod;
  format: ReportFormat;
  /** Local dates, the last one included. */
  from: string;
  to: string;
  /** Name in the folder. */
  name: string;
  /** `written`; `found`: a file of that name was there already and was left alone; `failed`: it is tried again. */
  outcome: 'written' | 'found' | 'failed';
  at: Instant;
  /** For the owner where it failed, and what it takes to say it in another language. */
  message: string | null;
  sentence?: Sentence | null | undefined;
}
