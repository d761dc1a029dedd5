import type { Outcome } from '#shared/contract';
import type { Core } from '../../core/types';
import { answerAndDrain } from '../answer-and-drain';
import { readBody } from '../read-body';
import { sendError, sendOutcome, type DashboardContext } from './context';

const maxBytes = 1024 * 1024;
const timeoutMs = 30_000;
const drainMs = 5_000;

/** `POST /rpc/<method>`: any method of the contract, its parameters as JSON. No body means `{}`. */
export async function callMethod(
  ctx: DashboardContext,
  core: Pick<Core, 'invoke'>,
  method: string,
): Promise<void> {
  const body = await readBody(ctx.req, { maxBytes, timeoutMs });
  switch (body.kind) {
    case 'body': {
      const params = parseJson(body.bytes);
      if (params.ok) sendOutcome(ctx, await core.invoke(method, params.result, ctx.state.role));
      else sendError(ctx, params.error);
      return;
    }
    case 'gone':
      ctx.respond = false;
      ctx.res.destroy();
      return;
    case 'too-large':
    case 'too-slow': {
      ctx.respond = false;
      const tooLarge = body.kind === 'too-large';
      const message = tooLarge
        ? 'The parameters are larger than 1 MB.'
        : 'The parameters did not arrive in time.';
      const json = { error: { code: 'invalid', message } };
      await answerAndDrain(ctx.res, { status: tooLarge ? 413 : 408, json }, drainMs);
    }
  }
}

function parseJson(bytes: Uint8Array): Outcome<unknown> {
  const text = new TextDecoder().decode(bytes);
  try {
    return { ok: true, result: text.trim() === '' ? {} : JSON.parse(text) };
  } catch {
    // SyntaxError is how JSON.parse says so.
    return { ok: false, error: { code: 'invalid', message: 'The parameters are not valid JSON.' } };
  }
}
