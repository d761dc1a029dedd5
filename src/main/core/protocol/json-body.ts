import type { Refusal } from './types';

const secretKey = /passw|pwd|psk|secret|token/i;
/** The same for text that is not JSON, where only the look of it tells key from value. */
const secretPair = /("[^"]*(?:passw|pwd|psk|secret|token)[^"]*"\s*:\s*)("(?:[^"\\]|\\.)*"?|[^,}\]\s]+)/gi;

/** Deeper than any message of the protocol; below it nothing is looked at. */
const MAX_DEPTH = 12;

export interface ParsedBody {
  ok: true;
  value: unknown;
  /** The bytes to keep: as they came, or written anew without secrets. */
  body: Uint8Array;
}

/**
 * Parses a body as JSON, whatever its Content-Type says. Keys lose surrounding blanks (the printed
 * protocol has `" sn"`), secrets are taken out before anything can store them.
 */
export function parseBody(bytes: Uint8Array): ParsedBody | Refusal {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (text.trim() === '') return refuse('empty-body', 'The message is empty. Send a JSON object.');
  let value: unknown;
  try {
    value = JSON.parse(start === 0 ? text : text.slice(start));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse('not-json', 'The message is not complete JSON.');
  }
  const found = { blankKeys: false, secrets: false };
  inspect(value, found, 0);
  if (found.blankKeys || found.secrets) value = clean(value, 0);
  return { ok: true, value, body: found.secrets ? Buffer.from(JSON.stringify(value)) : bytes };
}

/** The first `limit` characters of a refused body, with whatever looks like a secret taken out. */
export function excerpt(bytes: Uint8Array, limit: number): string {
  // A secret may begin before the cut and end after it: look at more than is kept.
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, limit * 4)).toString(
    'utf8',
  );
  return text.replace(secretPair, '$1"(removed)"').slice(0, limit);
}

function inspect(value: unknown, found: { blankKeys: boolean; secrets: boolean }, depth: number): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const item of value) inspect(item, found, depth + 1);
    return;
  }
  for (const [key, child] of Object.entries(value)) {
    if (key !== key.trim()) found.blankKeys = true;
    if (secretKey.test(key)) found.secrets = true;
    if (typeof child === 'object') inspect(child, found, depth + 1);
  }
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  // What is too deep to be looked at is too deep to be kept.
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value)) return value.map((item) => clean(item, depth + 1));
  // fromEntries defines own properties, so a key `__proto__` stays a harmless key.
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !secretKey.test(key))
      .map(([key, child]) => [key.trim(), clean(child, depth + 1)]),
  );
}

function refuse(reason: 'empty-body' | 'not-json', message: string): Refusal {
  return { ok: false, reason, message, place: null, sn: null };
}
