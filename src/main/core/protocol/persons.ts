import { readDeviceTime } from './device-time';
import {
  isObject,
  noteSetAside,
  pick,
  readHeightCm,
  readPersonId,
  readQuantity,
  readStayMs,
  type Fields,
} from './fields';
import type { Person, PersonDirection, SetAside } from './types';

const directions: readonly PersonDirection[] = ['in', 'out', 'passby', 'turnback'];
const CHILD_OFFSET = 100;
const HIGHEST_TYPE = CHILD_OFFSET + directions.length - 1;
/** Three people a second for an hour. */
const MOST_PERSONS = 10_000;

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
      noteSetAside(setAside, prefix + name, list);
      continue;
    }
    persons ??= [];
    if (list.length > MOST_PERSONS) noteSetAside(setAside, prefix + name, `${list.length} entries`);
    for (const [index, entry] of list.slice(0, MOST_PERSONS).entries()) {
      const person = isObject(entry) ? readPerson(entry) : null;
      if (person) persons.push(person);
      else noteSetAside(setAside, `${prefix}${name}[${index}]`, entry);
    }
  }
  return persons;
}

function readPerson(entry: Fields): Person | null {
  const type = readQuantity(pick(entry, 'eventType'), HIGHEST_TYPE);
  if (type === null) return null;
  const direction = directions[type >= CHILD_OFFSET ? type - CHILD_OFFSET : type];
  if (!direction) return null;
  return {
    id: readPersonId(pick(entry, 'id', 'personId', 'idIndex')),
    at: readDeviceTime(pick(entry, 'timestamp', 'timeStamp', 'time')),
    direction,
    isChild: type >= CHILD_OFFSET,
    heightCm: readHeightCm(entry['height']),
    stayMs: readStayMs(pick(entry, 'stayTime', 'staytime')),
    isStaff: readQuantity(entry['workcard'], 1) === 1,
  };
}
