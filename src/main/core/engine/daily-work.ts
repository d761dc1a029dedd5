import { listBackups, makeBackup } from '../backup/backups';
import type { EpochMs } from '../types';
import type { Engine } from './engine';
import { localDay } from './maintenance';

const RETRY_AFTER_MS = 60 * 60_000;

/** Not while everything is starting. */
const FIRST_AFTER_MS = 10 * 60_000;

/** What the clock asks for once a day. */
export class DailyWork {
  /** Local day of the newest backup; `undefined` before anybody looked. */
  #backupDay: string | null | undefined;
  #failedAtMs: EpochMs | null = null;

  constructor(private readonly startedAtMs: EpochMs) {}

  /** Starts what is due and does not wait for it. A failure is said, and tried again after an hour. */
  doWhatIsDue(engine: Engine, now: EpochMs): void {
    if (Math.abs(now - this.startedAtMs) < FIRST_AFTER_MS || engine.state.cameras.all().length === 0) return;
    if (this.#failedAtMs !== null && Math.abs(now - this.#failedAtMs) < RETRY_AFTER_MS) return;
    void this.#backUp(engine, now);
  }

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
      engine.backupProblem = 'The daily backup could not be written. Is there room on the disk?';
      engine.log.error('The daily backup failed', error);
    }
  }
}

function newestDay(engine: Engine): string | null {
  return listBackups(engine.files).find(({ kind }) => kind === 'daily')?.day ?? null;
}
