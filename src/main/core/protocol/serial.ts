import { serialPattern } from '#shared/contract';
import { isObject, pick } from './fields';
import type { Problem } from './types';

/** What the serial is called in one message or another. */
export const serialNames = ['sn', 'camera_sn', 'cameraSN', 'master_sn'];
/** Before trimming; more is no serial with blanks around it. */
const MAX_LENGTH = 200;

/**
 * The camera's serial number, under any of its names, trimmed. A bare list (which only the later kinds
 * of upload are) has it in its first entry that has one.
 */
export function readSerial(root: unknown, mayBeList: boolean): string | Problem {
  if (mayBeList && Array.isArray(root)) {
    return readSerial(
      root.find((entry) => isObject(entry) && pick(entry, ...serialNames) !== undefined) ?? {},
      false,
    );
  }
  if (!isObject(root)) {
    return { reason: 'not-an-object', message: 'The message is not a JSON object.', place: null };
  }
  const value = pick(root, ...serialNames);
  if (value === undefined || (typeof value === 'string' && value.trim() === '')) {
    return { reason: 'no-serial', message: 'The serial number sn is missing.', place: 'sn' };
  }
  // A serial of more than 15 digits sent as a number has already lost its last digits.
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  const serial = typeof text === 'string' && text.length <= MAX_LENGTH ? text.trim() : '';
  if (serialPattern.test(serial)) return serial;
  const message = 'The serial number sn must be 1 to 64 letters, digits or _ . : -, as text.';
  return { reason: 'bad-serial', message, place: 'sn' };
}
