import type { Measures } from '../counting/measures';
import type { State } from '../ingest/state';
import type { EpochMs } from '../types';
import { nextQuarters, nextReports, readNotes } from './next-rows';
import type { OutboxToken } from './outbox-store';

/** The sums of one camera and quarter hour. */
export interface ForwardedQuarter {
  serial: string;
  start: EpochMs;
  /** Minutes of the quarter hour of which anything is known. */
  coveredMinutes: number;
  measures: Measures;
}

/** One report as the camera made it. */
export interface ForwardedReport {
  /** Given by Foyer; stays the same while Foyer keeps the report. */
  id: number;
  serial: string;
  start: EpochMs;
  end: EpochMs;
  arrived: EpochMs;
  /** `none`: another report tells of the same time; `part`: so it is for some of its people. */
  counts: 'all' | 'part' | 'none';
  measures: Measures;
}

export interface OutboxBatch {
  generation: EpochMs;
  /** Last record of the journal that the rows know of: of two states of a row, the higher is the newer. */
  revision: number;
  /** Serials of cameras that were removed. They come alone. */
  removed: string[];
  reports: ForwardedReport[];
  quarters: ForwardedQuarter[];
  /**
   * With these rows everything is forwarded: what an earlier generation left can go. Reports that ended before
   * that instant stay (`null`: all stay): Foyer itself has let go of them in time.
   */
  sweep: { keepReportsBefore: EpochMs | null } | null;
  token: OutboxToken;
}

const noNotes: OutboxToken['notes'] = { removal: 0, report: 0, quarter: 0 };

/** What is to be forwarded next, oldest first, at most `limit` rows of each kind. `null`: nothing is. */
export function nextBatch(state: State, revision: number, limit: number): OutboxBatch | null {
  const { outbox } = state;
  const { state: before } = outbox;
  if (!before) return null;
  state.flush();
  const { generation, reportId, copied, isSweepDue } = before;
  const token: OutboxToken = { turn: outbox.turn, notes: noNotes, reportId, copied, isSwept: false };
  const none = { generation, revision, removed: [], reports: [], quarters: [], sweep: null };

  const gone = readNotes(state, 'removal', 'sn', limit);
  if (gone.values.length > 0) {
    const notes = { ...noNotes, removal: gone.until };
    return { ...none, removed: gone.values.map(String), token: { ...token, notes } };
  }
  const reports = nextReports(state, before, limit);
  const quarters = nextQuarters(state, before, limit);
  const isSwept = reports.isAll && quarters.isAll && isSweepDue;
  if (!reports.isAny && !quarters.isAny && !isSwept) return null;
  const notes = { ...noNotes, report: reports.notesUntil, quarter: quarters.notesUntil };
  return {
    ...none,
    reports: reports.rows,
    quarters: quarters.rows,
    sweep: isSwept ? { keepReportsBefore: oldestReportEnd(state) } : null,
    token: { ...token, notes, reportId: reports.reportId, copied: quarters.copied, isSwept },
  };
}

/** To be called when a batch has arrived, for good. */
export function confirmBatch({ outbox, cameras }: State, { removed, token }: ConfirmedBatch): void {
  outbox.confirm(token);
  for (const sn of removed) {
    // It has come back meanwhile, and what is there of it went with what it once was.
    const camera = cameras.find(sn);
    if (camera) outbox.repeat(camera.id);
  }
}

export type ConfirmedBatch = Pick<OutboxBatch, 'removed' | 'token'>;

function oldestReportEnd({ sql }: State): EpochMs | null {
  const oldest = sql.get('SELECT min("end") FROM report')?.[0];
  return typeof oldest === 'number' ? oldest : null;
}
