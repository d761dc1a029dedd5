import { readDeviceTime } from './device-time';
import { hasCounts, isObject, readCounts, readQuantity } from './fields';
import { decodeNestedFlow } from './flow';
import type { FlowMessage, HistoryItem, HistoryMessage, Refusal, SetAside } from './types';

/**
 * `data[]` of an upload: history items (V1.9 §4), whose counts are numbers, or reports in the maker's
 * nested form, whose counts are objects. An item that cannot be read is set aside; the list is refused
 * only if nothing in it can be used. An empty list is the camera's way to say that it has nothing.
 */
export function decodeList(
  list: unknown[],
  setAside: SetAside[],
): (HistoryMessage | FlowMessage)[] | Omit<Refusal, 'sn'> {
  const items: HistoryItem[] = [];
  const flows: FlowMessage[] = [];
  let firstProblem: Omit<Refusal, 'sn'> | null = null;
  for (const [index, entry] of list.entries()) {
    const place = `data[${index}]`;
    if (isObject(entry) && [entry['in'], entry['out'], entry['pass']].some(isObject)) {
      const flow = decodeNestedFlow(entry, `${place}.`, setAside);
      if ('kind' in flow) flows.push(flow);
      else firstProblem ??= flow;
      continue;
    }
    const item = decodeItem(entry, index, setAside);
    if ('index' in item) items.push(item);
    else {
      firstProblem ??= item;
      setAside.push({ place: item.place ?? place, value: 'item left out' });
    }
  }
  if (items.length === 0 && flows.length === 0 && firstProblem) return firstProblem;
  return items.length > 0 || flows.length === 0 ? [{ kind: 'history', items }, ...flows] : flows;
}

function decodeItem(entry: unknown, index: number, setAside: SetAside[]): HistoryItem | Omit<Refusal, 'sn'> {
  const place = `data[${index}]`;
  if (!isObject(entry) || !hasCounts(entry)) {
    return { ok: false, reason: 'bad-list', message: `${place} has no counts.`, place };
  }
  const end = readDeviceTime(entry['endTime']) ?? readDeviceTime(entry['time']);
  if (!end?.fitsUnit) {
    const message = `${place}.endTime is not a time. Send Unix seconds.`;
    return { ok: false, reason: 'bad-time', message, place: `${place}.endTime` };
  }
  return {
    start: readDeviceTime(entry['startTime']),
    end,
    sentAt: readDeviceTime(entry['time']),
    counts: readCounts(entry, `${place}.`, setAside),
    avgStayMs: readQuantity(entry['avgStayTime']),
    index,
  };
}
