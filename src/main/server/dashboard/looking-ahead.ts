import type { IncomingHttpHeaders } from 'node:http';

/** Programs that draw a small picture of a link before anybody opens it; some do so on the sender's own phone. */
const previewers =
  /bot\b|externalhit|whatsapp|telegram|slack|discord|skype|viber|signal|linkpresentation|preview/i;

/**
 * Whether nobody is looking yet: a browser that loads a page in advance, or a messenger that draws a
 * preview. Such a visit must not use up a link that is good once.
 */
export function isLookingAhead(method: string, headers: IncomingHttpHeaders): boolean {
  const purposes = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz'].map((name) => headers[name]);
  return (
    method !== 'GET' ||
    purposes.some((purpose) => purpose !== undefined) ||
    previewers.test(headers['user-agent'] ?? '')
  );
}
