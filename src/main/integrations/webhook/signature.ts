import { createHmac } from 'node:crypto';

/**
 * Value of the header `Foyer-Signature`: `t=<Unix seconds>,v1=<hexadecimal HMAC-SHA-256 of "<t>.<body>">`. Whoever
 * knows the secret can tell that the body is Foyer's and, by the time in it, that it is not an old one.
 */
export function signatureOf(body: string, secret: string, atMs: number): string {
  const seconds = String(Math.floor(atMs / 1000));
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}
