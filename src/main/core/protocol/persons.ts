import { readDeviceTime } from './device-time';
import { isObject, pick, readQuantity, type Fields } from './fields';
import type { Person, PersonDirection, SetAside } from './types';

const directions: readonly PersonDirection[] = ['in', 'out', 'passby', 'turnback'];
const CHILD_OFFSET = 100;

/**
 * The persons of a report: `eventList[]` (V1.9 §2.2) or `attributes[]` (later firmware), or both.
 * An entry that cannot be read is set aside; it never spoils the report's counts.
 * @returns `null` if the report has no list
 */
export function readPersons(fields: Fields, prefix: string, setAside: SetAside[]): Person[] | null {
  let persons: Person[] | null = null;
  for (const name of ['eventList', 'attributes'] as const) {
    const list = fields[name];
    if (list === undefined || list === null) continue;
    if (!Array.isArray(list)) {
      setAside.push({ place: prefix + name, value: typeof list });
      continue;
    }
    persons ??= [];
    for (const [index, entry] of list.entries()) {
      const person = isObject(entry) ? readPerson(entry) : null;
      if (person) persons.push(person);
      else setAside.push({ place: `${prefix}${name}[${index}]`, value: JSON.stringify(entry).slice(0, 60) });
    }
  }
  return persons;
}

function readPerson(entry: Fields): Person | null {
  const type = Number(pick(entry, 'eventType'));
  const direction = directions[type >= CHILD_OFFSET ? type - CHILD_OFFSET : type];
  if (!direction) return null;
  const id = pick(entry, 'id', 'personId', 'idIndex');
  const height = readQuantity(entry['height']);
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 64) : '',
    at: readDeviceTime(pick(entry, 'timestamp', 'timeStamp', 'time')),
    direction,
    isChild: type >= CHILD_OFFSET,
    // 0 says that the height was not measured.
    heightCm: height === 0 ? null : height,
    stayMs: readQuantity(pick(entry, 'stayTime', 'staytime')),
    isStaff: Number(entry['workcard']) === 1,
  };
}
