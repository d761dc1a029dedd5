import type { Sql } from '../storage/sql';
import type { EpochMs } from '../types';

/** Where the copying of everything there was at the start has got to. */
export interface CopyPosition {
  cameraId: number;
  quarter: number;
}

export interface OutboxState {
  /** Instant at which forwarding began anew. What was forwarded before that is older, whatever it says. */
  generation: EpochMs;
  /** What an earlier generation forwarded and this one did not is to be removed when all is forwarded. */
  isSweepDue: boolean;
  /** Id of the newest report that was forwarded. */
  reportId: number;
  /** `null`: everything there was at the start is copied. */
  copied: CopyPosition | null;
}

/** What of the outbox has been forwarded. Worth nothing once {@link OutboxStore.turn} is another one. */
export interface OutboxToken {
  turn: string;
  /** Notes up to these positions are done with. */
  notes: Record<NoteKind, number>;
  reportId: number;
  copied: CopyPosition | null;
  isSwept: boolean;
}

export const noteKinds = ['removal', 'report', 'quarter'] as const;
export type NoteKind = (typeof noteKinds)[number];

/**
 * Notes which sums, reports and removals have not been forwarded yet. Nothing is copied: a note only names
 * its row, once, and what is forwarded is the row as it is by then. While nothing is forwarded there are no notes.
 */
export class OutboxStore {
  #state: OutboxState | null | undefined;
  #position: number | null = null;
  #turns = 0;

  constructor(private readonly sql: Sql) {}

  /** `null`: nothing is forwarded. */
  get state(): OutboxState | null {
    if (this.#state === undefined) {
      const row = this.sql.get("SELECT value FROM meta WHERE key = 'outbox'");
      this.#state = row ? (JSON.parse(String(row[0])) as OutboxState) : null;
    }
    return this.#state;
  }

  /** Another one whenever what a token says may not be true any more. */
  get turn(): string {
    return `${String(this.state?.generation)}/${String(this.#turns)}`;
  }

  /** Forgets what may have been rolled back. */
  reload(): void {
    this.#state = undefined;
    this.#turns++;
  }

  /** Forwards everything from now on, and all there is already. */
  start(at: EpochMs, isSweepDue: boolean): void {
    const last = Number(this.sql.get("SELECT value FROM meta WHERE key = 'outbox_generation'")?.[0] ?? 0);
    // Later than the last one, even by a clock that was set back.
    const generation = Math.max(at, last + 1);
    this.sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('outbox_generation', ?)", [
      String(generation),
    ]);
    this.#clear();
    this.#put({ generation, isSweepDue, reportId: 0, copied: { cameraId: 0, quarter: 0 } });
  }

  stop(): void {
    this.#clear();
    this.sql.run("DELETE FROM meta WHERE key = 'outbox'");
    this.#state = null;
    this.#turns++;
  }

  noteQuarter(cameraId: number, quarter: number): void {
    if (!this.state) return;
    this.#note('outbox_quarter (position, camera_id, quarter)', [cameraId, quarter]);
  }

  /** A report is not what it was. One that is new needs no note. */
  noteReport(id: number): void {
    if (this.state && id <= this.state.reportId) this.#note('outbox_report (position, report_id)', [id]);
  }

  /** A camera is gone, with its reports: ids of theirs may be given again. To be called after that. */
  noteRemoval(cameraId: number, sn: string): void {
    const { state } = this;
    if (!state) return;
    this.sql.run('DELETE FROM outbox_quarter WHERE camera_id = ?', [cameraId]);
    this.#note('outbox_removal (position, sn)', [sn]);
    this.#lowerReportId(state);
  }

  confirm(token: OutboxToken): void {
    const { state } = this;
    if (!state || token.turn !== this.turn) return;
    for (const kind of noteKinds) {
      this.sql.run(`DELETE FROM outbox_${kind} WHERE position <= ?`, [token.notes[kind]]);
    }
    const { reportId, copied, isSwept } = token;
    this.#put({ ...state, reportId, copied, isSweepDue: state.isSweepDue && !isSwept }, this.#turns);
  }

  /** What of a camera is there already is forwarded once more. */
  repeat(cameraId: number): void {
    const { state } = this;
    if (!state) return;
    for (const [quarter] of this.sql.all('SELECT quarter FROM quarter WHERE camera_id = ?', [cameraId])) {
      this.noteQuarter(cameraId, Number(quarter));
    }
    for (const [id] of this.sql.all('SELECT id FROM report WHERE camera_id = ?', [cameraId])) {
      this.noteReport(Number(id));
    }
  }

  /** The highest position that was given. */
  get lastPosition(): number {
    if (this.#position === null) {
      const highest = noteKinds.map((kind) =>
        Number(this.sql.get(`SELECT max(position) FROM outbox_${kind}`)?.[0] ?? 0),
      );
      this.#position = Math.max(0, ...highest);
    }
    return this.#position;
  }

  /** Noted again, a row goes to the end. Positions are not given twice while somebody may hold a token. */
  #note(into: string, key: (number | string)[]): void {
    const position = this.lastPosition + 1;
    this.#position = position;
    const marks = key.map(() => '?').join(', ');
    this.sql.run(`INSERT OR REPLACE INTO ${into} VALUES (?, ${marks})`, [position, ...key]);
  }

  #lowerReportId(state: OutboxState): void {
    const highest = Number(this.sql.get('SELECT max(id) FROM report')?.[0] ?? 0);
    this.#put({ ...state, reportId: Math.min(state.reportId, highest) });
  }

  #put(state: OutboxState, turns = this.#turns + 1): void {
    this.sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('outbox', ?)", [JSON.stringify(state)]);
    this.#state = state;
    this.#turns = turns;
  }

  #clear(): void {
    for (const kind of noteKinds) this.sql.run(`DELETE FROM outbox_${kind}`);
  }
}
