import type { ReportFormat, ReportPeriod, Schedule, ScheduledFile } from '#shared/domain';
import type { Sql, SqlRow } from '../storage/sql';
import type { EpochMs } from '../types';

export type ScheduleEntry = `${ReportPeriod} ${ReportFormat}`;

/** The owner's schedule, and since when each kind of file is wanted: earlier ones are not made up for. */
export interface StoredSchedule {
  schedule: Schedule;
  since: Partial<Record<ScheduleEntry, EpochMs>>;
}

/** A file of the schedule that is there. */
export interface NotedFile extends Omit<ScheduledFile, 'outcome' | 'at' | 'message'> {
  outcome: Exclude<ScheduledFile['outcome'], 'failed'>;
}

export const defaultSchedule: Schedule = {
  folder: null,
  formats: { day: [], week: [], month: [] },
  preset: 'excel',
  decimal: '.',
  graceMinutes: 60,
};

/** What is written by itself, and what of it is there already. */
export class ScheduleStore {
  #stored: StoredSchedule | null = null;

  constructor(private readonly sql: Sql) {}

  /** Forgets what may have been rolled back. */
  reload(): void {
    this.#stored = null;
  }

  get(): StoredSchedule {
    if (!this.#stored) {
      const row = this.sql.get("SELECT value FROM meta WHERE key = 'schedule'");
      const stored = row ? (JSON.parse(String(row[0])) as StoredSchedule) : null;
      this.#stored = { schedule: { ...defaultSchedule, ...stored?.schedule }, since: stored?.since ?? {} };
    }
    return this.#stored;
  }

  put(stored: StoredSchedule): void {
    this.sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('schedule', ?)", [JSON.stringify(stored)]);
    this.#stored = stored;
  }

  isNoted(file: Pick<NotedFile, 'site' | 'period' | 'format' | 'from'>): boolean {
    const sql =
      'SELECT 1 FROM scheduled_file WHERE site_id = ? AND period = ? AND format = ? AND first_date = ?';
    return this.sql.get(sql, [file.site, file.period, file.format, file.from]) !== undefined;
  }

  note(file: NotedFile, at: EpochMs): void {
    const { site, period, format, from, to, name, outcome } = file;
    this.sql.run(`INSERT OR REPLACE INTO scheduled_file (${columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, [
      site,
      period,
      format,
      from,
      to,
      name,
      outcome,
      at,
    ]);
  }

  /** @returns whether anything was noted after an instant */
  isNotedAfter(after: EpochMs): boolean {
    return this.sql.get('SELECT 1 FROM scheduled_file WHERE at > ?', [after]) !== undefined;
  }

  forgetAfter(after: EpochMs): void {
    this.sql.run('DELETE FROM scheduled_file WHERE at > ?', [after]);
  }

  /** Newest first. */
  newest(limit: number): (NotedFile & { at: EpochMs })[] {
    return this.sql
      .all(`SELECT ${columns} FROM scheduled_file ORDER BY at DESC, first_date DESC LIMIT ?`, [limit])
      .map(toNoted);
  }
}

const columns = 'site_id, period, format, first_date, last_date, name, outcome, at';

function toNoted([site, period, format, from, to, name, outcome, at]: SqlRow): NotedFile & { at: EpochMs } {
  return {
    site: String(site),
    period: period as ReportPeriod,
    format: format as ReportFormat,
    from: String(from),
    to: String(to),
    name: String(name),
    outcome: outcome as NotedFile['outcome'],
    at: Number(at),
  };
}
