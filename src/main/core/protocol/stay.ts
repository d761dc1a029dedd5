import { readDeviceTime } from './device-time';
import { isObject, pick, readCount, readQuantity, type Fields } from './fields';
import type { SetAside, StayMessage } from './types';

const MAX_PEOPLE = 500;

/** Who is under the camera now (V1.9 §3). Without `currentStay` the list is counted. */
export function decodeStay(fields: Fields, setAside: SetAside[]): StayMessage {
  const info = fields['info'];
  const list = Array.isArray(info) ? info.slice(0, MAX_PEOPLE).filter(isObject) : [];
  const current = readCount(fields['currentStay'], 'currentStay', setAside);
  return {
    kind: 'stay',
    sentAt: readDeviceTime(pick(fields, 'time', 'timestamp')),
    current: current ?? list.length,
    people: list.map((person) => {
      const id = pick(person, 'id', 'personId');
      const height = readQuantity(person['height']);
      return {
        id: typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 64) : '',
        heightCm: height === 0 ? null : height,
        stayMs: readQuantity(pick(person, 'staytime', 'stayTime')),
      };
    }),
  };
}
