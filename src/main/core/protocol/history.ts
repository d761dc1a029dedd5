import { readDeviceTime } from './device-time';
import { hasCounts, isObject, noteSetAside, readAvgStayMs, readCounts } from './fields';
import { decodeFlow, isNested } from './flow';
import type { FlowMessage, HistoryItem, HistoryMessage, Problem, SetAside } from './types';

/**
 * `data[]` of an upload: history items (V1.9 §4), whose counts are numbers, or reports in the maker's
 * nested form, whose counts are objects. An item that cannot be read is set aside; the list is refused
 * only if nothing in it can be used. An empty list is the camera's way to say that it has nothing.
 */
export function decodeList(
  list: readonly unknown[],
  setAside: SetAside[],
): (HistoryMessage | FlowMessage)[] | Problem {
  const items: HistoryItem[] = [];
  const flows: FlowMessage[] = [];
  const problems: Problem[] = [];
  for (const [index, entry] of list.entries()) {
    const part = decodeEntry(entry, index, setAside);
    if ('reason' in part) problems.push(part);
    else if ('kind' in part) flows.push(part);
    else items.push(part);
  }
  const [first] = problems;
  if (first && items.length === 0 && flows.length === 0) return first;
  for (const { place, message } of problems) noteSetAside(setAside, place ?? 'data', message);
  return flows.length > 0 && items.length === 0 ? flows : [{ kind: 'history', items }, ...flows];
}

/** One of the list; `index` is its place there. */
export function decodeEntry(
  entry: unknown,
  index: number,
  setAside: SetAside[],
): HistoryItem | FlowMessage | Problem {
  const place = `data[${index}]`;
  if (!isObject(entry)) return { reason: 'bad-list', message: `${place} is not an object.`, place };
  if (isNested(entry)) return decodeFlow(entry, `${place}.`, setAside);
  if (!hasCounts(entry)) return { reason: 'bad-list', message: `${place} has no counts.`, place };
  const end = readDeviceTime(entry['endTime']) ?? readDeviceTime(entry['time']);
  if (!end?.fitsUnit) {
    const message = `${place}.endTime is not a time. Send Unix seconds.`;
    return { reason: 'bad-time', message, place: `${place}.endTime` };
  }
  return {
    start: readDeviceTime(entry['startTime']),
    end,
    sentAt: readDeviceTime(entry['time']),
    counts: readCounts(entry, `${place}.`, setAside),
    avgStayMs: readAvgStayMs(entry, `${place}.`, setAside),
    index,
  };
}
