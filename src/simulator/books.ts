import { Ledger } from './ledger';
import type { HistoryItem } from './messages';
import type { CameraMemory } from './memory';
import type { FlowReport } from './recorder';
import type { EpochMs } from './types';

/**
 * Books of one camera: whom it has told of (`sent`), and whom the receiver has confirmed (`acknowledged`).
 */
export class Books {
  readonly sent = new Ledger();
  readonly acknowledged = new Ledger();
  uploads = 0;
  resends = 0;
  /** Good messages answered with code 1 or 2. */
  refused = 0;
  heartbeats = 0;
  /** Heartbeats that were answered. */
  replies = 0;
  stays = 0;
  histories = 0;
  /** Spoilt bodies sent beside the good ones. */
  malformed = 0;
  firstWindowStartMs: EpochMs = Infinity;
  lastWindowEndMs: EpochMs = -Infinity;
  readonly #memory: CameraMemory;
  /** Total reports whose steps no confirmed reading covers yet. */
  #openSteps: { report: FlowReport; run: number }[] = [];
  /** Running counters begin a new run wherever the camera told of what was added in between. */
  #run = 0;
  /** The run of which a reading is confirmed. */
  #confirmedRun: number | undefined;

  constructor(memory: CameraMemory) {
    this.#memory = memory;
  }

  made(report: FlowReport): void {
    if (report.mode === 'Total') this.#openSteps.push({ report, run: this.#run });
    else this.#run += 1;
  }

  sentReport(report: FlowReport): void {
    this.sent.addReport(report.events);
    this.#widen(report.startMs, report.endMs);
  }

  /**
   * A confirmed Total reading confirms every step before it too: its counters hold them. The first one of a
   * run confirms nobody, as a receiver cannot know what the counters showed before.
   */
  confirmReport(report: FlowReport): void {
    if (report.mode === 'Add') {
      this.acknowledged.addReport(report.events);
      return;
    }
    const covered = this.#openSteps.filter((step) => step.report.sequence <= report.sequence);
    this.#openSteps = this.#openSteps.filter((step) => step.report.sequence > report.sequence);
    const run = covered.at(-1)?.run ?? this.#confirmedRun;
    const people = covered.flatMap((step) => step.report.events);
    if (run === this.#confirmedRun) this.acknowledged.addReport(people);
    this.#confirmedRun = run;
  }

  sentHistory(items: readonly HistoryItem[]): void {
    for (const item of items) {
      this.sent.addHistory(item, this.#memory.between(item.startMs, item.endMs));
      this.#widen(item.startMs, item.endMs);
    }
  }

  confirmHistory(items: readonly HistoryItem[]): void {
    for (const item of items) {
      this.acknowledged.addHistory(item, this.#memory.between(item.startMs, item.endMs));
    }
  }

  #widen(startMs: EpochMs, endMs: EpochMs): void {
    this.firstWindowStartMs = Math.min(this.firstWindowStartMs, startMs);
    this.lastWindowEndMs = Math.max(this.lastWindowEndMs, endMs);
  }
}
