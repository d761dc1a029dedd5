import { refusalReasons } from '#shared/domain';
import { decode, EXCERPT_LENGTH } from '../../src/main/core/protocol/decode';
import type { Decoding } from '../../src/main/core/protocol/types';
import type { FuzzedPost } from './bodies';

const serial = /^[A-Za-z0-9_.:-]{1,64}$/;

/** What holds of every answer of the decoder, whatever it is given. Plain comparisons: it runs a million times. */
export function checkDecode({ endpoint, body }: FuzzedPost): Decoding {
  const decoding = decode(endpoint, body);
  for (const key in {}) throw new Error(`Every object has a ${key} now`);
  if (!decoding.ok) {
    const { reason, message, sn, excerpt } = decoding;
    if (!refusalReasons.includes(reason)) throw new Error(`Unknown reason ${String(reason)}`);
    if (!/^\w.{15,}\.$/.test(message)) throw new Error(`No sentence: ${message}`);
    if (sn !== null && !serial.test(sn)) throw new Error(`No serial: ${sn}`);
    if (excerpt.length > EXCERPT_LENGTH) throw new Error('Too long an excerpt');
    return decoding;
  }
  if (!serial.test(decoding.sn)) throw new Error(`No serial: ${decoding.sn}`);
  if (decoding.messages.length === 0) throw new Error('Accepted without content');
  if (decoding.setAside.length > 100) throw new Error('Too many marks');
  checkNumbers(decoding.messages);
  // What is read from the journal must be what was counted.
  if (decoding.body !== body && meaningOf(decode(endpoint, decoding.body)) !== meaningOf(decoding)) {
    throw new Error('Read differently from the bytes that are kept');
  }
  return decoding;
}

function meaningOf(decoding: Decoding): string {
  return JSON.stringify(decoding.ok ? [decoding.sn, decoding.messages, decoding.setAside] : decoding);
}

/** Everything that reaches the rules is a number that can be counted with and stored. */
function checkNumbers(value: unknown): void {
  if (typeof value === 'number') {
    if (!(value >= 0 && value <= Number.MAX_SAFE_INTEGER))
      throw new Error(`Not to be counted with: ${value}`);
  } else if (Array.isArray(value)) value.forEach(checkNumbers);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkNumbers);
}
