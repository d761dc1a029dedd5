import type { DataMode } from '#shared/domain';
import { readDeviceTime } from './device-time';
import { hasCounts, isObject, pick, readAvgStayMs, readCount, readCounts, type Fields } from './fields';
import { readPersons } from './persons';
import type { DeviceTime, FlowMessage, Problem, SetAside } from './types';

const timeFields = ['startTime', 'endTime', 'time'] as const;

/**
 * A flow report: V1.9 §2.2 and what later firmware and other makers make of it.
 * @param prefix its place in the body, empty or ending in a dot
 */
export function decodeFlow(fields: Fields, prefix: string, setAside: SetAside[]): FlowMessage | Problem {
  const flat = isNested(fields) ? flatten(fields) : fields;
  if (!hasCounts(flat)) {
    return {
      reason: 'no-usable-field',
      message: 'The report has no counts: in, out, passby or turnback is needed.',
      place: prefix === '' ? null : prefix.slice(0, -1),
    };
  }
  const times = readTimes(fields, prefix);
  if ('reason' in times) return times;
  const flow: FlowMessage = {
    kind: 'flow',
    ...times,
    mode: readMode(fields['dataMode']),
    counts: readCounts(flat, prefix, setAside),
    avgStayMs: readAvgStayMs(flat, prefix, setAside),
    persons: readPersons(fields, prefix, setAside),
  };
  const entering = fields['in'];
  const staff = isObject(entering) ? pick(entering, 'staff') : undefined;
  if (staff !== undefined) flow.counts.inStaff = readCount(staff, `${prefix}in.staff`, setAside);
  return flow;
}

/** The names of the directions in the nested form, and in the document. */
const nestedNames = [
  ['in', 'in'],
  ['out', 'out'],
  ['pass', 'passby'],
  ['passby', 'passby'],
  ['turnback', 'turnback'],
] as const;

/** The form of the maker's own software: `{in: {count, child, staff}, pass: {…}, stayTime: {avgTime}}`. */
export function isNested(fields: Fields): boolean {
  return nestedNames.some(([name]) => isObject(fields[name])) || pick(fields, 'pass') !== undefined;
}

/** The nested form as the flat one, names and all. */
function flatten(fields: Fields): Fields {
  const flat: Record<string, unknown> = { ...fields };
  for (const [nested, name] of nestedNames) {
    const group = fields[nested];
    if (isObject(group)) {
      flat[name] = group['count'];
      if (pick(group, 'child') !== undefined) flat[`${name}Child`] = group['child'];
    } else if (group !== undefined) flat[name] = group;
  }
  const stay = fields['stayTime'];
  if (isObject(stay)) flat['avgStayTime'] = stay['avgTime'];
  return flat;
}

/** V1.9 prints "Add" and "total"; devices send either case. */
export function readMode(value: unknown): DataMode | null {
  if (typeof value !== 'string') return null;
  const mode = value.trim().toLowerCase();
  return mode === 'add' ? 'Add' : mode === 'total' ? 'Total' : null;
}

interface Times {
  start: DeviceTime | null;
  end: DeviceTime | null;
  sentAt: DeviceTime | null;
}

function readTimes(fields: Fields, prefix: string): Times | Problem {
  const [start = null, end = null, sentAt = null] = timeFields.map((name) => readDeviceTime(fields[name]));
  if (start || end || sentAt) return { start, end, sentAt };
  const given = timeFields.find((name) => pick(fields, name) !== undefined);
  if (given === undefined) {
    const message = `The report has no time: ${prefix}endTime is needed.`;
    return { reason: 'no-time', message, place: `${prefix}endTime` };
  }
  const message = `${prefix}${given} is not a time. Send Unix seconds.`;
  return { reason: 'bad-time', message, place: prefix + given };
}
