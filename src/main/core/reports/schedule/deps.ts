import type { Outcome } from '#shared/contract';
import type { ReportFormat, Schedule, ScheduleProblem } from '#shared/domain';
import type { Told } from '#shared/sentences';
import type { EngineLink } from '../../engine/link';
import type { Clock, EpochMs, Log } from '../../types';
import type { MadeFile } from './made-file';
import type { DueFile } from './periods';
import type { TargetFiles } from './target-folder';

/** What the schedule's runner is given. */
export interface ScheduleDeps {
  engine: EngineLink;
  clock: Clock;
  log: Log;
  files: TargetFiles;
  /** Formats that can be made here. */
  canMake(format: ReportFormat): boolean;
  /** Prepares a file; its bytes are worked out when they are asked for. */
  make(file: DueFile, schedule: Schedule): Promise<Outcome<MadeFile>>;
}

/** Why the newest attempt failed. */
export interface RunnerProblem extends Told {
  problem: ScheduleProblem;
  since: EpochMs;
}
