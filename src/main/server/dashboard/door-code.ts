import type { IncomingMessage } from 'node:http';
import { readBody } from '../read-body';

/** Where a code is posted to. */
export const codePath = '/pair';

const limits = { maxBytes: 1024, timeoutMs: 5_000 };

/** The code of the form on the door's page; `null` when there is none. */
export async function readCode(request: IncomingMessage): Promise<string | null> {
  const body = await readBody(request, limits);
  if (body.kind !== 'body') return null;
  return new URLSearchParams(new TextDecoder().decode(body.bytes)).get('code');
}
