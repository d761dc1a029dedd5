import { DeliveryError } from '../network-problem';
import { signatureOf } from './signature';

export interface WebhookTarget {
  /** May hold a key: it is never logged and never shown. */
  url: string;
  secret: string | null;
}

const withinMs = 10_000;

/**
 * Posts JSON, signed where there is a secret. @param id the same whenever the same is sent again
 * @throws DeliveryError when it was not accepted, and what fetch() throws
 */
export async function post(target: WebhookTarget, id: string, body: string, atMs: number): Promise<void> {
  const url = new URL(target.url);
  const login = loginOf(url);
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'Foyer-Event-Id': id,
      ...(target.secret === null ? {} : { 'Foyer-Signature': signatureOf(body, target.secret, atMs) }),
      ...(login === null ? {} : { Authorization: login }),
    },
    body,
    // Elsewhere is not where the owner wanted it.
    redirect: 'manual',
    signal: AbortSignal.timeout(withinMs),
  });
  await answer.body?.cancel();
  if (answer.status === 401 || answer.status === 403) throw new DeliveryError('login');
  if (!answer.ok) throw new DeliveryError('refused');
}

/** fetch() takes no name and password in an address; the header says the same. Takes them out of `url`. */
function loginOf(url: URL): string | null {
  if (url.username === '' && url.password === '') return null;
  const login = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return `Basic ${Buffer.from(login).toString('base64')}`;
}
