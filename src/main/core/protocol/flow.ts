import type { DataMode } from '#shared/domain';
import { readDeviceTime } from './device-time';
import { hasCounts, isObject, pick, readCount, readCounts, readQuantity, type Fields } from './fields';
import { readPersons } from './persons';
import type { DeviceTime, FlowMessage, Refusal, SetAside } from './types';

type FlowDecoding = FlowMessage | Omit<Refusal, 'sn'>;

const timeFields = ['startTime', 'endTime', 'time'] as const;

/** A flow report: V1.9 §2.2 and what later firmware and other makers make of it. `prefix`: its place in the body. */
export function decodeFlow(fields: Fields, prefix: string, setAside: SetAside[]): FlowDecoding {
  if (!hasCounts(fields)) {
    return {
      ok: false,
      reason: 'no-usable-field',
      message: 'The report has no counts: in, out, passby or turnback is needed.',
      place: prefix === '' ? null : prefix,
    };
  }
  const times = readTimes(fields, prefix);
  if ('ok' in times) return times;
  return {
    kind: 'flow',
    ...times,
    mode: readMode(fields['dataMode']),
    counts: readCounts(fields, prefix, setAside),
    avgStayMs: readQuantity(fields['avgStayTime']),
    persons: readPersons(fields, prefix, setAside),
  };
}

/**
 * The nested form of the maker's own software: `{in: {count, child, staff}, pass: {…}, stayTime: {avgTime}}`,
 * brought into the flat form and decoded as that.
 */
export function decodeNestedFlow(fields: Fields, prefix: string, setAside: SetAside[]): FlowDecoding {
  const flat: Record<string, unknown> = { ...fields };
  for (const [nested, name] of [
    ['in', 'in'],
    ['out', 'out'],
    ['pass', 'passby'],
    ['passby', 'passby'],
    ['turnback', 'turnback'],
  ] as const) {
    const group = fields[nested];
    if (!isObject(group)) continue;
    flat[name] = group['count'];
    if (group['child'] !== undefined && group['child'] !== null) flat[`${name}Child`] = group['child'];
  }
  if (typeof fields['pass'] === 'number') flat['passby'] = fields['pass'];
  const stay = fields['stayTime'];
  if (isObject(stay)) flat['avgStayTime'] = stay['avgTime'];
  const flow = decodeFlow(flat, prefix, setAside);
  const entering = fields['in'];
  if ('kind' in flow && isObject(entering) && entering['staff'] !== undefined) {
    flow.counts.inStaff = readCount(entering['staff'], `${prefix}in.staff`, setAside);
  }
  return flow;
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

function readTimes(fields: Fields, prefix: string): Times | Omit<Refusal, 'sn'> {
  const given = timeFields.filter((name) => pick(fields, name) !== undefined);
  const [start, end, sentAt] = timeFields.map((name) => readDeviceTime(fields[name]));
  if (start || end || sentAt) return { start: start ?? null, end: end ?? null, sentAt: sentAt ?? null };
  const place = given[0];
  if (place === undefined) {
    return {
      ok: false,
      reason: 'no-time',
      message: 'The report has no time: endTime is needed.',
      place: `${prefix}endTime`,
    };
  }
  return {
    ok: false,
    reason: 'bad-time',
    message: `${prefix}${place} is not a time. Send Unix seconds.`,
    place: prefix + place,
  };
}
