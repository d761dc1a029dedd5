import { tell } from '#shared/sentences';
import { listBackups, makeBackup } from '../backup/backups';
import { overfull } from '../ingest/most-kept';
import { isRetentionDue } from '../ingest/retention';
import { keepUnforwarded } from '../outbox/keep';
import type { EpochMs } from '../types';
import { DayKeeper } from './day-keeper';
import type { Engine } from './engine';
import { localDay } from './maintenance';

const HOUR_MS = 60 * 60_000;
const KEEP_DAYS_EVERY_MS = 5000;
const DAY_MS = 24 * HOUR_MS;
/** Not while everything is starting. */
const FIRST_AFTER_MS = 10 * 60_000;

/** What the clock asks for: a backup once a day, once an hour the removal of what is too old, and sums of days. */
export class Upkeep {
  /** Local day of the newest backup; `undefined` before anybody looked. */
  #backupDay: string | null | undefined;
  #failedAtMs: EpochMs | null = null;
  #removedAtMs: EpochMs | null = null;
  #keptDaysAtMs: EpochMs | null = null;
  #days = new DayKeeper();

  constructor(private readonly startedAtMs: EpochMs) {}

  /** Starts what is due and does not wait for it. */
  doWhatIsDue(engine: Engine, now: EpochMs): void {
    // Distances in time are taken without sign: clocks are set back, too.
    if (Math.abs(now - this.startedAtMs) < FIRST_AFTER_MS || engine.state.cameras.all().length === 0) return;
    if (this.#removedAtMs === null || Math.abs(now - this.#removedAtMs) >= HOUR_MS) {
      this.#removedAtMs = now;
      void removeOld(engine, now);
    }
    if (this.#keptDaysAtMs === null || Math.abs(now - this.#keptDaysAtMs) >= KEEP_DAYS_EVERY_MS) {
      this.#keptDaysAtMs = now;
      engine.prepareForQuestions();
      this.#days.keepSome(engine.state, now);
    }
    if (this.#failedAtMs === null || Math.abs(now - this.#failedAtMs) >= HOUR_MS) {
      void this.#backUp(engine, now);
    }
  }

  /** A failure is said, and tried again after an hour. */
  async #backUp(engine: Engine, now: EpochMs): Promise<void> {
    const day = localDay(engine, now);
    const previousDay = this.#backupDay;
    try {
      if (this.#backupDay === undefined) this.#backupDay = newestDay(engine);
      // "Another day", not "a later one": a clock that once was years ahead must not end all backups.
      if (day === this.#backupDay) return;
      this.#backupDay = day;
      await makeBackup(engine.files, day);
      this.#failedAtMs = null;
      engine.backupProblem = null;
    } catch (error) {
      this.#backupDay = previousDay;
      this.#failedAtMs = now;
      engine.backupProblem = tell('backup-failed');
      engine.log.error('The daily backup failed', error);
    }
  }
}

function newestDay(engine: Engine): string | null {
  return listBackups(engine.files).find(({ kind }) => kind === 'daily')?.day ?? null;
}

/** Messages as they came, reports and person events are kept for as long as the owner says; sums for ever. */
async function removeOld(engine: Engine, now: EpochMs): Promise<void> {
  const { rawRetentionDays } = engine.state.settings.get();
  const before = keepUnforwarded(engine.state, now - rawRetentionDays * DAY_MS, now);
  try {
    engine.files.dropRawBefore(before, now);
    if (isRetentionDue(engine.state, before)) await engine.command('retention.apply', { before }, now);
    for (const cut of overfull(engine.state)) await engine.command('retention.cut', cut, now);
  } catch (error) {
    // Too much kept for an hour more does no harm.
    engine.log.error('Old reports could not be removed', error);
  }
}
