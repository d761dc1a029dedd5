import type { Contribution } from '../counting/history-merge';
import type { Measures } from '../counting/measures';
import type { Window } from '../counting/spread';
import { measureColumns } from '../storage/schema';
import type { SqlRow, SqlValue } from '../storage/sql';
import type { EpochMs } from '../types';

/** `uncounted`: an interval report whose window is told by another one; kept to know it again. */
export const reportKinds = { interval: 0, realTime: 1, step: 2, uncounted: 3 } as const;
export type ReportKind = keyof typeof reportKinds;

export interface NewReport extends Window {
  kind: ReportKind;
  deviceStart: EpochMs | null;
  deviceEnd: EpochMs | null;
  sentAt: EpochMs | null;
  isShifted: boolean;
  arrived: EpochMs;
  content: string;
  whole: string;
  measures: Measures;
}

export interface StoredReport extends NewReport {
  id: number;
  /** Counts instead of `measures` where another report already counted some of its persons. */
  counted: Measures | null;
}

const fields = [
  'kind',
  'device_start',
  'device_end',
  'sent_at',
  'is_shifted',
  'start',
  '"end"',
  'arrived',
  'content',
  'whole',
  ...measureColumns,
];
/** Its parameters are {@link reportValues}. */
export const insertReport = `INSERT INTO report (id, camera_id, ${fields.join(', ')}) VALUES (?, ?${', ?'.repeat(fields.length)})`;
export const selectReport = `SELECT id, counted, ${fields.join(', ')} FROM report`;

export function reportValues(id: number, cameraId: number, report: NewReport): SqlValue[] {
  return [
    id,
    cameraId,
    reportKinds[report.kind],
    report.deviceStart,
    report.deviceEnd,
    report.sentAt,
    report.isShifted ? 1 : 0,
    report.start,
    report.end,
    report.arrived,
    report.content,
    report.whole,
    ...report.measures,
  ];
}

/** Field by field: a copy with `...` takes as long as three look-ups in the database. */
export function withId(report: NewReport, id: number): StoredReport {
  return {
    id,
    counted: null,
    kind: report.kind,
    deviceStart: report.deviceStart,
    deviceEnd: report.deviceEnd,
    sentAt: report.sentAt,
    isShifted: report.isShifted,
    start: report.start,
    end: report.end,
    arrived: report.arrived,
    content: report.content,
    whole: report.whole,
    measures: report.measures,
  };
}

const kindNames: readonly ReportKind[] = ['interval', 'realTime', 'step', 'uncounted'];

export function contributionOf(
  report: Pick<StoredReport, 'start' | 'end' | 'measures' | 'counted'>,
): Contribution {
  return { start: report.start, end: report.end, measures: report.counted ?? report.measures };
}

/** A row of {@link selectReport}. */
export function rowToReport(row: SqlRow): StoredReport {
  const [
    id,
    counted,
    kind,
    deviceStart,
    deviceEnd,
    sentAt,
    isShifted,
    start,
    end,
    arrived,
    content,
    whole,
    ...measures
  ] = row;
  return {
    id: Number(id),
    counted: typeof counted === 'string' ? (JSON.parse(counted) as Measures) : null,
    kind: kindNames[Number(kind)] ?? 'interval',
    deviceStart: toTime(deviceStart),
    deviceEnd: toTime(deviceEnd),
    sentAt: toTime(sentAt),
    isShifted: isShifted === 1,
    start: Number(start),
    end: Number(end),
    arrived: Number(arrived),
    content: String(content),
    whole: String(whole),
    measures: measures as Measures,
  };
}

function toTime(value: unknown): EpochMs | null {
  return typeof value === 'number' ? value : null;
}
