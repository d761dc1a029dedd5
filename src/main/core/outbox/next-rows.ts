import type { Measures } from '../counting/measures';
import { QUARTER_MS } from '../counting/spread';
import { reportKinds } from '../ingest/report';
import type { State } from '../ingest/state';
import { measureColumns } from '../storage/schema';
import type { SqlParams, SqlRow, SqlValue } from '../storage/sql';
import type { ForwardedQuarter, ForwardedReport } from './batch';
import { noteKinds, type CopyPosition, type NoteKind, type OutboxState } from './outbox-store';

const measures = measureColumns.join(', ');
const reportColumns = `id, camera_id, start, "end", arrived, kind, counted IS NOT NULL, ${measures}`;
const quarterColumns = `camera_id, quarter, covered, ${measures}`;

interface Notes {
  values: SqlValue[];
  /** Position up to which these are all there are. */
  until: number;
}

/** The oldest notes of a kind. */
export function readNotes({ sql, outbox }: State, kind: NoteKind, column: string, limit: number): Notes {
  const rows = sql.all(`SELECT position, ${column} FROM outbox_${kind} ORDER BY position LIMIT ?`, [limit]);
  const until = rows.length < limit ? outbox.lastPosition : Number(rows.at(-1)?.[0]);
  return { values: rows.map(([, value]) => value ?? null), until };
}

interface NextRows<R> {
  rows: R[];
  /** Something is dealt with, even if no row comes of it. */
  isAny: boolean;
  /** Nothing will be left of the kind. */
  isAll: boolean;
  notesUntil: number;
}

/** Reports that changed since they were forwarded, then new ones by their ids. */
export function nextReports(
  state: State,
  { reportId }: OutboxState,
  limit: number,
): NextRows<ForwardedReport> & { reportId: number } {
  const { sql } = state;
  const notes = readNotes(state, 'report', 'report_id', limit);
  const changed = notes.values.flatMap((id) =>
    sql.all(`SELECT ${reportColumns} FROM report WHERE id = ?`, [id]),
  );
  const left = limit - notes.values.length;
  const fresh = sql.all(`SELECT ${reportColumns} FROM report WHERE id > ? ORDER BY id LIMIT ?`, [
    reportId,
    left,
  ]);
  return {
    rows: [...changed, ...fresh].flatMap((row) => reportOf(state, row)),
    isAny: notes.values.length + fresh.length > 0,
    isAll: left > 0 && fresh.length < left,
    notesUntil: notes.until,
    reportId: Number(fresh.at(-1)?.[0] ?? reportId),
  };
}

/** Quarter hours that changed, and beside them what there was at the start, camera after camera. */
export function nextQuarters(
  state: State,
  { copied }: OutboxState,
  limit: number,
): NextRows<ForwardedQuarter> & { copied: CopyPosition | null } {
  const { sql } = state;
  const notes = readNotes(state, 'quarter', "camera_id || '/' || quarter", limit);
  const rows = new Map<string, SqlRow>();
  for (const note of notes.values) {
    const [cameraId = 0, quarter = 0] = String(note).split('/').map(Number);
    const where = 'WHERE camera_id = ? AND quarter = ?';
    const row = sql.get(`SELECT ${quarterColumns} FROM quarter ${where}`, [cameraId, quarter]);
    if (row) rows.set(String(note), row);
  }
  const left = limit - notes.values.length;
  const there = copied && left > 0 ? stored(state, copied, left) : [];
  // No statement may touch a row twice.
  for (const row of there) rows.set(`${String(row[0])}/${String(row[1])}`, row);
  const isCopied = copied === null || (left > 0 && there.length < left);
  const last = there.at(-1);
  return {
    rows: [...rows.values()].flatMap((row) => quarterOf(state, row)),
    isAny: notes.values.length + there.length > 0 || isCopied !== (copied === null),
    isAll: left > 0 && isCopied,
    notesUntil: notes.until,
    copied: isCopied ? null : last ? { cameraId: Number(last[0]), quarter: Number(last[1]) } : copied,
  };
}

/** How many rows are still to be forwarded. */
export function waitingRows({ sql, outbox }: State): number {
  const { state } = outbox;
  if (!state) return 0;
  const count = (query: string, params: SqlParams = []) => Number(sql.get(query, params)?.[0] ?? 0);
  const notes = noteKinds.map((kind) => count(`SELECT count(*) FROM outbox_${kind}`));
  const fresh = count('SELECT count(*) FROM report WHERE id > ?', [state.reportId]);
  const { copied } = state;
  const copies = copied
    ? count('SELECT count(*) FROM quarter WHERE (camera_id, quarter) > (?, ?)', [
        copied.cameraId,
        copied.quarter,
      ])
    : 0;
  return notes.reduce((sum, one) => sum + one, fresh + copies);
}

function stored({ sql }: State, { cameraId, quarter }: CopyPosition, limit: number): SqlRow[] {
  return sql.all(
    `SELECT ${quarterColumns} FROM quarter WHERE (camera_id, quarter) > (?, ?)
     ORDER BY camera_id, quarter LIMIT ?`,
    [cameraId, quarter, limit],
  );
}

/** The demo camera's are for nobody else. */
function serialOf({ cameras }: State, cameraId: SqlValue | undefined): string | null {
  const camera = cameras.byId(Number(cameraId));
  return camera && !camera.isDemo ? camera.sn : null;
}

function quarterOf(state: State, [cameraId, quarter, covered, ...rest]: SqlRow): ForwardedQuarter[] {
  const serial = serialOf(state, cameraId);
  if (serial === null) return [];
  const start = Number(quarter) * QUARTER_MS;
  return [{ serial, start, coveredMinutes: Number(covered), measures: rest as Measures }];
}

function reportOf(state: State, row: SqlRow): ForwardedReport[] {
  const [id, cameraId, start, end, arrived, kind, isReduced, ...rest] = row;
  const serial = serialOf(state, cameraId);
  if (serial === null) return [];
  return [
    {
      id: Number(id),
      serial,
      start: Number(start),
      end: Number(end),
      arrived: Number(arrived),
      counts: kind === reportKinds.uncounted ? 'none' : isReduced === 1 ? 'part' : 'all',
      measures: rest as Measures,
    },
  ];
}
