import { IntegrationStore } from '../outbox/integration-store';
import { OutboxStore } from '../outbox/outbox-store';
import type { Sql } from '../storage/sql';
import { CameraStore } from './camera-store';
import { CorrectionStore } from './correction-store';
import { FullWindows } from './full-windows';
import { HistoryStore } from './history-store';
import { MarkStore } from './mark-store';
import { NoteStore } from './note-store';
import { ReportStore } from './report-store';
import { ScheduleStore } from './schedule-store';
import { SettingsStore } from './settings-store';
import { SiteStore } from './site-store';
import { SumStore } from './sum-store';
import { TillStore } from './till-store';

/** All that messages change, over one database. */
export class State {
  readonly cameras: CameraStore;
  readonly sums: SumStore;
  readonly reports: ReportStore;
  readonly fullWindows = new FullWindows();
  readonly history: HistoryStore;
  readonly marks: MarkStore;
  readonly notes: NoteStore;
  readonly outbox: OutboxStore;
  readonly integrations: IntegrationStore;
  readonly settings: SettingsStore;
  readonly sites: SiteStore;
  readonly till: TillStore;
  readonly corrections: CorrectionStore;
  readonly schedule: ScheduleStore;

  constructor(readonly sql: Sql) {
    this.cameras = new CameraStore(sql);
    this.outbox = new OutboxStore(sql);
    this.integrations = new IntegrationStore(sql);
    this.sums = new SumStore(sql, this.outbox);
    this.reports = new ReportStore(sql, this.outbox);
    this.history = new HistoryStore(sql);
    this.marks = new MarkStore(sql);
    this.notes = new NoteStore(sql);
    this.settings = new SettingsStore(sql);
    this.sites = new SiteStore(sql);
    this.till = new TillStore(sql);
    this.corrections = new CorrectionStore(sql);
    this.schedule = new ScheduleStore(sql);
  }

  /** Writes back what is kept in memory; to be called before the transaction ends and before a query. */
  flush(): void {
    this.sums.flush();
    this.cameras.flush();
  }

  /** Forgets what is kept in memory, after a rollback. */
  reload(): void {
    this.sums.reload();
    this.reports.forget();
    this.fullWindows.forget();
    this.cameras.reload();
    this.marks.reload();
    this.outbox.reload();
    this.settings.reload();
    this.sites.reload();
    this.corrections.reload();
    this.schedule.reload();
  }
}
