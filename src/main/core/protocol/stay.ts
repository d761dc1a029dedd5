import { readDeviceTime } from './device-time';
import {
  isObject,
  noteSetAside,
  pick,
  readCount,
  readHeightCm,
  readPersonId,
  readStayMs,
  type Fields,
} from './fields';
import type { Problem, SetAside, StayMessage } from './types';

const MAX_PEOPLE = 500;
/** More do not fit under a camera. */
const MOST_IN_VIEW = 1000;

/** Who is under the camera now (V1.9 §3). Where `currentStay` is missing or cannot be true the list is counted. */
export function decodeStay(fields: Fields, setAside: SetAside[]): StayMessage | Problem {
  const info = fields['info'];
  const list = Array.isArray(info) ? info.slice(0, MAX_PEOPLE).filter(isObject) : [];
  const current = readCurrent(fields['currentStay'], setAside) ?? (Array.isArray(info) ? list.length : null);
  if (current === null) {
    const message = 'currentStay is not a number of people.';
    return { reason: 'no-usable-field', message, place: 'currentStay' };
  }
  return {
    kind: 'stay',
    sentAt: readDeviceTime(pick(fields, 'time', 'timestamp')),
    current,
    people: list.map((person) => ({
      id: readPersonId(pick(person, 'id', 'personId')),
      heightCm: readHeightCm(person['height']),
      stayMs: readStayMs(pick(person, 'staytime', 'stayTime')),
    })),
  };
}

function readCurrent(value: unknown, setAside: SetAside[]): number | null {
  const current = readCount(value, 'currentStay', setAside);
  if (current === null || current <= MOST_IN_VIEW) return current;
  noteSetAside(setAside, 'currentStay', value);
  return null;
}
