import type { ApiError, MethodName, MethodResult, Outcome, ParsedParams, Role } from '#shared/contract';
import type { CommandName, CommandParams } from '../engine/commands';
import type { EngineLink } from '../engine/link';
import type { CommandAnswer } from '../engine/requests';
import type { CoreDeps } from '../types';

export type Handlers<M extends MethodName = MethodName> = {
  [N in M]: (params: ParsedParams<N>, role: Role) => Promise<Outcome<MethodResult<N>>>;
};

/** What the methods are made from. */
export interface ApiContext {
  engine: EngineLink;
  deps: CoreDeps;
  now(): number;
  command<N extends CommandName>(name: N, params: CommandParams[N]): Promise<CommandAnswer>;
}

export function apiContext(engine: EngineLink, deps: CoreDeps): ApiContext {
  const now = () => deps.clock.now();
  return { engine, deps, now, command: (name, params) => engine.request('command', { name, params }, now()) };
}

export function ok<T>(result: T): { ok: true; result: T } {
  return { ok: true, result };
}

export function fail(error: ApiError): { ok: false; error: ApiError } {
  return { ok: false, error };
}

/** An answer that is `null` where the thing asked about is not there. */
export function found<T>(result: T | null, thing: 'camera' | 'site' | 'correction' | 'import'): Outcome<T> {
  return result === null ? fail({ code: 'not-found', message: `There is no such ${thing}.` }) : ok(result);
}

export function failed(answer: Extract<CommandAnswer, { ok: false }>): { ok: false; error: ApiError } {
  return fail({ code: answer.reason, message: answer.message, sentence: answer.sentence });
}

export function cameraOf(answer: CommandAnswer): Outcome<MethodResult<'cameras.update'>> {
  return answer.ok ? found(answer.camera, 'camera') : failed(answer);
}

export function siteOf(answer: CommandAnswer): Outcome<MethodResult<'sites.update'>> {
  return answer.ok ? found(answer.site, 'site') : failed(answer);
}
