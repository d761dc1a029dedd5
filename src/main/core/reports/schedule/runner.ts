import type { Schedule, ScheduledFile, ScheduleProblem } from '#shared/domain';
import { tell, type Told } from '#shared/sentences';
import type { CommandParams } from '../../engine/commands';
import { inTime } from '../../engine/in-time';
import { tellWriteProblem } from '../../storage/write-problem';
import { toInstant } from '../../time/zone';
import type { EpochMs } from '../../types';
import type { RunnerProblem, ScheduleDeps } from './deps';
import { NotMade } from './made-file';
import type { DueFile } from './periods';
import { putFile, type PutOutcome } from './target-folder';

const LOOK_EVERY_MS = 60_000;
/** After a start and after sleep cameras tell what they counted meanwhile: they are waited for. */
const SETTLE_MS = 10 * 60_000;
const ASLEEP_MS = 30 * 60_000;
const RETRY_MS = 5 * 60_000;
/** What is due may change, with the zone of a site for one. */
const LONGEST_QUIET_MS = 60 * 60_000;
const CLOSE_WITHIN_MS = 5000;
/** So many files at once; the rest follows with the next look. */
const MOST_AT_ONCE = 60;

/** What is in the way of every file of the folder. */
const folderProblems: readonly ScheduleProblem[] = [
  'folder-missing',
  'not-allowed',
  'disk-full',
  'read-only',
];

/**
 * Writes the files of the schedule when they are due. What was written is noted in the journal, so a file is
 * written once; what fails is tried again, and said.
 */
export class ScheduleRunner {
  #timer: NodeJS.Timeout | null = null;
  #round: Promise<unknown> = Promise.resolve();
  #isBusy = false;
  #isStopped = false;
  #settledAt: EpochMs;
  #lookedAt: EpochMs;
  #failedAt: EpochMs | null = null;
  /** Until then nothing becomes due: a year of days is not gone through every minute. */
  #quietUntil: EpochMs = 0;
  #failed = new Map<string, ScheduledFile>();
  problem: RunnerProblem | null = null;

  constructor(private readonly deps: ScheduleDeps) {
    this.#lookedAt = deps.clock.now();
    this.#settledAt = this.#lookedAt + SETTLE_MS;
  }

  start(): void {
    this.#timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearInterval(this.#timer);
    // A page that is being printed may hang; what is not renamed yet is as good as never begun.
    await inTime(this.#round, CLOSE_WITHIN_MS).catch(() => undefined);
  }

  /** Writes what is due, unless it is too early for it. To be called every minute or so. */
  async look(): Promise<void> {
    const now = this.deps.clock.now();
    // Distances in time are taken without sign: clocks are set back, too.
    if (Math.abs(now - this.#lookedAt) > ASLEEP_MS) this.#settledAt = now + SETTLE_MS;
    this.#lookedAt = now;
    const isRetryEarly = this.#failedAt !== null && Math.abs(now - this.#failedAt) < RETRY_MS;
    const isQuiet = now < this.#quietUntil && this.#quietUntil - now <= LONGEST_QUIET_MS;
    if (now < this.#settledAt || isRetryEarly || isQuiet || this.#isBusy || this.#isStopped) return;
    await this.run(false);
  }

  /** @param withNewest also the newest complete period of each kind. @returns what became of each file */
  run(withNewest: boolean): Promise<ScheduledFile[]> {
    const round = this.#round.then(async () => {
      this.#isBusy = true;
      try {
        return await this.#writeDue(withNewest);
      } catch (error) {
        this.#fail('unknown', tell('reports-not-written'));
        this.deps.log.error('The scheduled reports failed', error);
        return [];
      } finally {
        this.#isBusy = false;
      }
    });
    this.#round = round;
    return round;
  }

  /** Files that were tried and are not there, newest first. */
  failed(): ScheduledFile[] {
    return [...this.#failed.values()].reverse();
  }

  /** What was in the way may be gone: the owner has changed something. */
  forgetFailures(): void {
    this.#failed.clear();
    this.#failedAt = null;
    this.#quietUntil = 0;
    this.problem = null;
  }

  async #writeDue(withNewest: boolean): Promise<ScheduledFile[]> {
    const { engine, clock, canMake } = this.deps;
    const due = await engine.request('schedule.due', { withNewest }, clock.now());
    if (due.forgetAfter !== null) await this.#command('schedule.forget', { after: due.forgetAfter });
    const { schedule } = due;
    if (schedule.folder === null) {
      this.forgetFailures();
      return [];
    }
    const done: ScheduledFile[] = [];
    let isAllWell = true;
    const files = due.files.filter(({ format }) => canMake(format));
    for (const file of files.slice(0, MOST_AT_ONCE)) {
      if (this.#isStopped) return done;
      const { result, problem } = await this.#writeOne(file, schedule, schedule.folder);
      done.push(result);
      if (problem !== null) isAllWell = false;
      if (problem !== null && folderProblems.includes(problem)) break;
    }
    if (!isAllWell) return done;
    this.forgetFailures();
    if (files.length <= MOST_AT_ONCE && due.forgetAfter === null) {
      this.#quietUntil = Math.min(due.nextAt ?? Infinity, clock.now() + LONGEST_QUIET_MS);
    }
    return done;
  }

  async #writeOne(
    file: DueFile,
    schedule: Schedule,
    folder: string,
  ): Promise<{ result: ScheduledFile; problem: ScheduleProblem | null }> {
    const key = [file.site, file.period, file.format, file.from].join(' ');
    const at = toInstant('UTC', this.deps.clock.now());
    let name = '';
    try {
      const made = await this.deps.make(file, schedule);
      if (!made.ok) throw new NotMade(made.error);
      ({ name } = made.result);
      const put: PutOutcome = await putFile(this.deps.files, folder, name, made.result.bytes);
      if (!put.ok)
        return this.#failure(key, { ...file, name, at }, put.problem, tellWriteProblem(put.problem));
      await this.#command('schedule.note', { ...file, name, outcome: put.outcome });
      this.#failed.delete(key);
      return { result: { ...file, name, outcome: put.outcome, at, message: null }, problem: null };
    } catch (error) {
      this.deps.log.error(`The report ${name} could not be written`, error);
      const told = error instanceof NotMade ? error.told : tell('file-not-saved');
      return this.#failure(key, { ...file, name, at }, 'unknown', told);
    }
  }

  #failure(
    key: string,
    file: Omit<ScheduledFile, 'outcome' | 'message' | 'sentence'>,
    problem: ScheduleProblem,
    { message, sentence }: Told,
  ): { result: ScheduledFile; problem: ScheduleProblem } {
    const result: ScheduledFile = { ...file, outcome: 'failed', message, sentence };
    this.#failed.delete(key);
    this.#failed.set(key, result);
    this.#fail(problem, { message, sentence });
    return { result, problem };
  }

  #fail(problem: ScheduleProblem, { message, sentence }: Told): void {
    const now = this.deps.clock.now();
    this.#failedAt = now;
    this.problem = { problem, message, sentence, since: this.problem?.since ?? now };
  }

  async #command<N extends 'schedule.note' | 'schedule.forget'>(
    name: N,
    params: CommandParams[N],
  ): Promise<void> {
    const answer = await this.deps.engine.request('command', { name, params }, this.deps.clock.now());
    if (!answer.ok) throw new NotMade(answer);
  }
}
