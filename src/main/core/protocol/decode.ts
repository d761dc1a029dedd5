import { serialSchema } from '#shared/contract';
import type { RefusalReason } from '#shared/domain';
import type { CameraEndpoint } from '../types';
import { readDeviceTime } from './device-time';
import { isObject, pick, type Fields } from './fields';
import { decodeFlow } from './flow';
import { decodeList } from './history';
import { parseBody } from './json-body';
import { decodeStay } from './stay';
import type { Decoding, Message, Refusal, SetAside } from './types';

/**
 * Reads one POST. The path says little: an upload may be a flow report, a stay push, a history answer,
 * or two of them in one body, and which it is shows only in its content.
 * Never throws; a refusal names its reason, the place in the body and what to fix.
 */
export function decode(endpoint: CameraEndpoint, bytes: Uint8Array): Decoding {
  const parsed = parseBody(bytes);
  if (!parsed.ok) return parsed;
  const root = parsed.value;
  const serial = readSerial(endpoint === 'opaque' && Array.isArray(root) ? root[0] : root);
  if (typeof serial !== 'string') return serial;
  const refuse = (refusal: Omit<Refusal, 'sn'>): Refusal => ({ ...refusal, sn: serial });
  if (endpoint === 'unknown') {
    return refuse({
      ok: false,
      reason: 'unknown-path',
      message: 'This address is not one Foyer knows. Use /api/camera/heartBeat and /api/camera/dataUpload.',
      place: null,
    });
  }
  const setAside: SetAside[] = [];
  if (endpoint === 'opaque')
    return { ok: true, sn: serial, messages: [{ kind: 'opaque' }], setAside, body: parsed.body };
  const content = decodeContent(root as Fields, setAside);
  if (!Array.isArray(content)) return refuse(content);
  if (endpoint === 'heartbeat') {
    const time = readDeviceTime(pick(root as Fields, 'time', 'timestamp', 'timeStamp'));
    content.unshift({ kind: 'heartbeat', time });
  }
  if (content.length > 0) return { ok: true, sn: serial, messages: content, setAside, body: parsed.body };
  return refuse({
    ok: false,
    reason: 'no-known-content',
    message: 'Nothing in the message is known: send in and out, currentStay, or a list in data.',
    place: null,
  });
}

/** All kinds that the body holds; empty if there is none. */
function decodeContent(root: Fields, setAside: SetAside[]): Message[] | Omit<Refusal, 'sn'> {
  const messages: Message[] = [];
  if (pick(root, 'in', 'out', 'startTime') !== undefined) {
    const flow = decodeFlow(root, '', setAside);
    if (!('kind' in flow)) return flow;
    messages.push(flow);
  }
  if (pick(root, 'currentStay') !== undefined || Array.isArray(root['info'])) {
    messages.push(decodeStay(root, setAside));
  }
  const list = pick(root, 'data');
  if (list === undefined) return messages;
  if (!Array.isArray(list)) {
    if (messages.length > 0) return messages;
    return { ok: false, reason: 'bad-list', message: 'data is not a list.', place: 'data' };
  }
  const items = decodeList(list, setAside);
  if (!Array.isArray(items)) {
    if (messages.length > 0) return messages;
    return items;
  }
  return [...messages, ...items];
}

function readSerial(root: unknown): string | Refusal {
  if (!isObject(root)) {
    return refusal('not-an-object', 'The message is not a JSON object.', null);
  }
  const value = pick(root, 'sn', 'camera_sn', 'cameraSN', 'master_sn');
  if (value === undefined || value === '')
    return refusal('no-serial', 'The serial number sn is missing.', 'sn');
  // A serial of more than 15 digits sent as a number has already lost its last digits.
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  const serial = serialSchema.safeParse(text);
  if (serial.success) return serial.data;
  const message = 'The serial number sn must be 1 to 64 letters, digits or _ . : -, as text.';
  return refusal('bad-serial', message, 'sn');
}

function refusal(reason: RefusalReason, message: string, place: string | null): Refusal {
  return { ok: false, reason, message, place, sn: null };
}
