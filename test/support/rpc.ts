import type { HeadlessApp } from './headless';

/**
 * Calls a contract method of the built app as the owner.
 * @throws with what the app answered, if it refused
 */
export async function rpc<T>(
  { apiUrl, apiKey }: Pick<HeadlessApp, 'apiUrl' | 'apiKey'>,
  method: string,
  params: object,
): Promise<T> {
  const answer = await fetch(`${apiUrl}/rpc/${method}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
    body: JSON.stringify(params),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method}: ${String(answer.status)} ${text}`);
  return JSON.parse(text) as T;
}
