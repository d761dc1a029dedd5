import type { CameraEndpoint } from '../types';
import { readDeviceTime } from './device-time';
import { hasCounts, isObject, noteSetAside, pick, type Fields } from './fields';
import { decodeFlow, isNested } from './flow';
import { decodeList } from './history';
import { excerpt, excerptOfUnparsed, parseBody } from './json-body';
import { readSerial } from './serial';
import { decodeStay } from './stay';
import type { Decoding, Message, Problem, Refusal, SetAside } from './types';

/** Characters of a refused body that are shown to the owner. */
export const EXCERPT_LENGTH = 2000;

const timeNames = ['time', 'timestamp', 'timeStamp'];

/**
 * Reads one POST. The path says little: an upload may be a flow report, a stay push, a history answer,
 * or two of them in one body, and which it is shows only in its content.
 * Never throws; a refusal names its reason, the place in the body and what to fix.
 */
export function decode(endpoint: CameraEndpoint, bytes: Uint8Array): Decoding {
  const parsed = parseBody(bytes);
  if (!parsed.ok) {
    const problem = endpoint === 'unknown' ? unknownPath : parsed.problem;
    return { ok: false, ...problem, sn: null, excerpt: excerptOfUnparsed(bytes, EXCERPT_LENGTH) };
  }
  const { value: root, body } = parsed;
  const serial = readSerial(root, endpoint === 'opaque');
  const sn = typeof serial === 'string' ? serial : null;
  const refuse = (problem: Problem): Refusal => ({
    ok: false,
    ...problem,
    sn,
    excerpt: excerpt(body, EXCERPT_LENGTH),
  });
  if (endpoint === 'unknown') return refuse(unknownPath);
  if (typeof serial !== 'string') return refuse(serial);
  if (endpoint === 'opaque' || !isObject(root)) {
    return { ok: true, sn: serial, messages: [{ kind: 'opaque' }], setAside: [], body };
  }
  const setAside: SetAside[] = [];
  const { messages, problems } = decodeContent(root, setAside);
  if (endpoint === 'heartbeat') {
    messages.unshift({ kind: 'heartbeat', time: readDeviceTime(pick(root, ...timeNames)) });
  }
  if (messages.length === 0) return refuse(problems[0] ?? nothingKnown(root));
  for (const { place, message } of problems) noteSetAside(setAside, place ?? 'sn', message);
  return { ok: true, sn: serial, messages, setAside, body };
}

/** Everything that the body holds, and what in it cannot be used. One does not spoil the other. */
function decodeContent(root: Fields, setAside: SetAside[]): { messages: Message[]; problems: Problem[] } {
  let parts: (Message | Problem)[] = [];
  if (hasCounts(root) || isNested(root)) parts.push(decodeFlow(root, '', setAside));
  if (pick(root, 'currentStay') !== undefined || Array.isArray(root['info'])) {
    parts.push(decodeStay(root, setAside));
  }
  const list = pick(root, 'data');
  if (Array.isArray(list)) {
    // Beside other content an empty list is a field without a value, not the answer "I have nothing".
    if (list.length > 0 || parts.length === 0) parts = parts.concat(decodeList(list, setAside));
  } else if (list !== undefined) {
    parts.push({ reason: 'bad-list', message: 'data is not a list.', place: 'data' });
  }
  return {
    messages: parts.filter((part) => 'kind' in part),
    problems: parts.filter((part) => 'reason' in part),
  };
}

const unknownPath: Problem = {
  reason: 'unknown-path',
  message: 'This address is not one Foyer knows. Use /api/camera/heartBeat and /api/camera/dataUpload.',
  place: null,
};

function nothingKnown(root: Fields): Problem {
  if (pick(root, 'startTime') !== undefined) {
    const message = 'The report has no counts: in, out, passby or turnback is needed.';
    return { reason: 'no-usable-field', message, place: null };
  }
  const isHeartbeat = pick(root, ...timeNames) !== undefined;
  return {
    reason: 'no-known-content',
    message: isHeartbeat
      ? 'This looks like a heartbeat. Send heartbeats to /api/camera/heartBeat.'
      : 'Nothing in the message is known: send in and out, currentStay, or a list in data.',
    place: null,
  };
}
