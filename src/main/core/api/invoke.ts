import {
  isMethodName,
  methods,
  type MethodName,
  type MethodResult,
  type Outcome,
  type Role,
} from '#shared/contract';
import type { z } from 'zod';
import { StorageThreadError } from '../engine/thread-trouble';
import type { Log } from '../types';
import { guestResult, mayGuestCall } from './guest';
import type { Handlers } from './handlers';

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
  if (!parsed.success) return fail('invalid', describeIssues(parsed.error));
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

const longestText = 500;

/** `cameraPort: Too big; name: A name is needed`. What was sent is named there: a caller may have sent a lot. */
export function describeIssues(error: z.ZodError): string {
  const text = error.issues
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
    .join('; ');
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function fail(code: 'not-found' | 'forbidden' | 'invalid' | 'internal', message: string) {
  return { ok: false as const, error: { code, message } };
}
