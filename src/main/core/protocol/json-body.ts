import type { Fields } from './fields';
import { cleanValue, mentionsSecret, textWithoutSecrets } from './secrets';
import type { Problem } from './types';

/** Far deeper than any message of the protocol, and shallow enough for every recursion. */
const MAX_DEPTH = 64;

export interface ParsedBody {
  ok: true;
  value: unknown;
  /** The bytes to keep: as they came, or written anew without secrets. */
  body: Uint8Array;
}

export type Parsing = ParsedBody | { ok: false; problem: Problem };

/**
 * Parses a body as JSON, whatever its Content-Type says. Keys lose surrounding blanks (the printed
 * protocol has `" sn"`), secrets are taken out before anything can store them. Never throws.
 */
export function parseBody(bytes: Uint8Array): Parsing {
  const text = textOf(bytes);
  if (text.trim() === '') return problem('empty-body', 'The message is empty. Send a JSON object.');
  if (depthOf(bytes) > MAX_DEPTH) {
    return problem('not-json', `The message is nested more than ${MAX_DEPTH} levels deep.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return problem('not-json', 'The message is not complete JSON. Send one JSON object, in UTF-8.');
  }
  // The text is looked at, not the value: of two equal keys only the last is in the value.
  if (mentionsSecret(text)) {
    const cleaned = cleanValue(value);
    return { ok: true, value: cleaned, body: Buffer.from(JSON.stringify(cleaned)) };
  }
  return { ok: true, value: hasBlankKeys(value) ? cleanValue(value) : value, body: bytes };
}

/** The first `limit` characters of a body that {@link parseBody} gave back. */
export function excerpt(body: Uint8Array, limit: number): string {
  // No character takes more than four bytes.
  return textOf(body.subarray(0, limit * 4)).slice(0, limit);
}

/** The same of bytes that could not be parsed, less whatever looks like a secret. */
export function excerptOfUnparsed(bytes: Uint8Array, limit: number): string {
  return textWithoutSecrets(textOf(bytes.subarray(0, limit * 4))).slice(0, limit);
}

function textOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const hasByteOrderMark = text.charCodeAt(0) === 0xfeff;
  return hasByteOrderMark ? text.slice(1) : text;
}

/** How deep brackets are nested. A parser needs memory for each level before it finds out that they never close. */
function depthOf(bytes: Uint8Array): number {
  let [depth, deepest, isText] = [0, 0, false];
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (isText) {
      if (byte === backslash) i++;
      else if (byte === quote) isText = false;
    } else if (byte === quote) isText = true;
    else if (byte === openBracket || byte === openBrace) deepest = Math.max(deepest, ++depth);
    else if (byte === closeBracket || byte === closeBrace) depth--;
  }
  return deepest;
}

const [quote, backslash] = [0x22, 0x5c];
const [openBracket, closeBracket, openBrace, closeBrace] = [0x5b, 0x5d, 0x7b, 0x7d];

function hasBlankKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(hasBlankKeys);
  return Object.keys(value).some((key) => key !== key.trim() || hasBlankKeys((value as Fields)[key]));
}

function problem(reason: 'empty-body' | 'not-json', message: string): { ok: false; problem: Problem } {
  return { ok: false, problem: { reason, message, place: null } };
}
