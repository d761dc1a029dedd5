import {
  isMethodName,
  methods,
  type MethodName,
  type MethodResult,
  type Outcome,
  type Role,
} from '#shared/contract';
import { StorageThreadError } from '../engine/thread-trouble';
import type { Log } from '../types';
import { guestResult, mayGuestCall } from './guest';
import type { Handlers } from './handlers';
import { describeIssues, sentenceOf } from './invalid';

/**
 * Calls a method by name for whichever carrier: checks the name, the caller's role and the parameters,
 * and catches what nobody expected in this one place.
 */
export async function invoke(
  handlers: Handlers,
  log: Log,
  name: string,
  params: unknown,
  role: Role,
): Promise<Outcome<MethodResult<MethodName>>> {
  if (!isMethodName(name)) return fail('not-found', `There is no method ${name.slice(0, 60)}.`);
  if (methods[name].role === 'manage' && role !== 'manage') {
    return fail('forbidden', 'This needs the right to manage Foyer.');
  }
  if (role === 'guest' && !mayGuestCall(name)) {
    return fail('forbidden', 'This is not shown on phones and screens.');
  }
  const parsed = methods[name].params.safeParse(params ?? {});
  if (!parsed.success) {
    const told = { message: describeIssues(parsed.error), sentence: sentenceOf(parsed.error) };
    return { ok: false, error: { code: 'invalid', ...told } };
  }
  type Handler = (params: unknown, role: Role) => Promise<Outcome<MethodResult<MethodName>>>;
  const handler = handlers[name] as Handler;
  try {
    const outcome = await handler(parsed.data, role);
    return outcome.ok && role === 'guest' ? { ok: true, result: guestResult(name, outcome.result) } : outcome;
  } catch (error) {
    if (error instanceof StorageThreadError)
      return { ok: false, error: { code: 'unavailable', ...error.told } };
    log.error(`The method ${name} failed`, error);
    return fail('internal', 'Something went wrong inside Foyer. The log says more.');
  }
}

function fail(code: 'not-found' | 'forbidden' | 'internal', message: string) {
  return { ok: false as const, error: { code, message } };
}
