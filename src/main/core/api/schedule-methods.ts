import { isAbsolute } from 'node:path';
import type { Outcome } from '#shared/contract';
import { reportFormats, type ScheduledFile, type ScheduleState } from '#shared/domain';
import { tell } from '#shared/sentences';
import type { ScheduleRunner } from '../reports/schedule/runner';
import { nodeTargetFiles, probeFolder } from '../reports/schedule/target-folder';
import { tellWriteProblem } from '../storage/write-problem';
import { toInstant } from '../time/zone';
import { fail, failed, ok, type ApiContext, type Handlers } from './answers';

type Names = 'schedule.get' | 'schedule.update' | 'schedule.runNow' | 'schedule.list';

export function scheduleMethods(context: ApiContext, runner: ScheduleRunner): Handlers<Names> {
  const { engine, command, now } = context;
  return {
    'schedule.get': async () => ok(await stateOf(context, runner)),
    'schedule.update': async (params) => {
      const folder = await usable(params.folder ?? null);
      if (!folder.ok) return folder;
      const answer = await command('schedule.update', params);
      if (!answer.ok) return failed(answer);
      runner.forgetFailures();
      return ok(await stateOf(context, runner));
    },
    'schedule.runNow': async () => {
      const { schedule } = await engine.request('schedule.get', {}, now());
      if (schedule.folder === null) return fail({ code: 'conflict', ...tell('no-folder') });
      return ok(await runner.run(true));
    },
    'schedule.list': async ({ limit }) => {
      const noted = await engine.request('schedule.noted', { limit }, now());
      const zones = new Map(
        (await engine.request('sites.list', {}, now())).map(({ id, timeZone }) => [id, timeZone]),
      );
      const there = noted.map<ScheduledFile>(({ at, ...file }) => ({
        ...file,
        at: toInstant(zones.get(file.site) ?? 'UTC', at),
        message: null,
      }));
      return ok([...runner.failed(), ...there].slice(0, limit));
    },
  };
}

async function stateOf({ engine, deps, now }: ApiContext, runner: ScheduleRunner): Promise<ScheduleState> {
  const stored = await engine.request('schedule.get', {}, now());
  const unavailable = reportFormats
    .filter((format) => format === 'pdf' && deps.host.pdf === undefined)
    .map((format) => ({ format, problem: 'no-window' as const }));
  const { problem } = runner;
  return {
    ...stored,
    unavailable,
    problem: problem && { ...problem, since: toInstant('UTC', problem.since) },
  };
}

/** A folder has to take a file now; later it may come and go. */
async function usable(folder: string | null): Promise<Outcome<null>> {
  if (folder === null) return ok(null);
  if (!isAbsolute(folder)) {
    return fail({ code: 'invalid', ...tell('path-not-whole') });
  }
  const problem = await probeFolder(nodeTargetFiles, folder);
  return problem === null ? ok(null) : fail({ code: 'invalid', ...tellWriteProblem(problem) });
}
