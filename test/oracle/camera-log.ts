import { MINUTE, touched } from './arithmetic';
import {
  readCounts,
  readPersons,
  readStay,
  readTime,
  textOfPersons,
  windowOf,
  withoutTooMany,
} from './reading';
import { directionNames } from './types';
import type { Body, Happening, HistoryItem, Post, ReadTime, Report } from './types';

const TEN_MINUTES = 10 * MINUTE;

export interface CameraLog {
  reports: Report[];
  items: HistoryItem[];
  /** Minutes in which messages arrived, or that lie between two that came in close succession (rule 8). */
  heardMinutes: Set<number>;
}

interface Told {
  uploadInterval: number;
  dataMode: 'Add' | 'Total';
}

/** Goes through what happened in order of arrival and notes what depends on that moment: what was told, the clock. */
export function readLog(happenings: readonly Happening[]): CameraLog {
  const log: CameraLog = { reports: [], items: [], heardMinutes: new Set() };
  const settings: Told = { uploadInterval: 0, dataMode: 'Add' };
  let told: Told | null = null;
  let skew = 0;
  let previousArrival: number | null = null;
  for (const [order, happening] of happenings.entries()) {
    if (happening.kind === 'setting') {
      settings.uploadInterval = happening.uploadInterval ?? settings.uploadInterval;
      settings.dataMode = happening.dataMode ?? settings.dataMode;
      continue;
    }
    const { at, body } = happening;
    const isClose = previousArrival !== null && at - previousArrival <= 3 * MINUTE;
    const since = isClose ? (previousArrival ?? at) : at;
    for (const minute of touched({ start: since, end: at + 1 }, MINUTE)) log.heardMinutes.add(minute);
    previousArrival = at;

    if (happening.endpoint === 'heartbeat') {
      const time = readTime(body['time']);
      if (time) skew = time.ms - at;
    }
    const current = told ?? settings;
    if (body['data'] === undefined && (body['in'] ?? body['out'] ?? body['startTime']) !== undefined) {
      log.reports.push(readReport(happening, order, current, skew, log.reports));
    }
    for (const item of (body['data'] ?? []) as Body[]) log.items.push(readItem(item, at, order, current));
    if (happening.endpoint === 'heartbeat') told = { ...settings };
  }
  return log;
}

function readReport(
  { at, body }: Post,
  order: number,
  told: Told,
  skew: number,
  earlier: readonly Report[],
): Report {
  const times = {
    start: readTime(body['startTime']),
    end: readTime(body['endTime']),
    sentAt: readTime(body['time']),
  };
  const deviceStart = times.start?.ms ?? null;
  const deviceEnd = times.end?.ms ?? times.sentAt?.ms ?? null;
  const isShifted =
    Math.abs(skew) > TEN_MINUTES && deviceEnd !== null && Math.abs(deviceEnd - (at + skew)) <= TEN_MINUTES;
  // What has been shifted is where it belongs, whatever the clock read.
  const shift = (time: ReadTime | null) => time && (isShifted ? { ms: time.ms - skew, fits: true } : time);
  const window = windowOf({
    start: shift(times.start),
    end: shift(times.end),
    sentAt: shift(times.sentAt),
    arrival: at,
    intervalMinutes: told.uploadInterval,
  });
  const text = JSON.stringify(body);
  const bodyMode = String(body['dataMode'] ?? '').toLowerCase();
  // A re-send is what it was, whatever the camera has been told since.
  const before = earlier.find((report) => report.text === text)?.mode;
  const mode = bodyMode === 'add' ? 'Add' : bodyMode === 'total' ? 'Total' : (before ?? told.dataMode);
  const [counts, adults, children] = [
    readCounts(body, ''),
    readCounts(body, 'Adult'),
    readCounts(body, 'Child'),
  ];
  const cap = (some: typeof counts) => (mode === 'Add' ? withoutTooMany(some, window) : some);
  return {
    ...window,
    order,
    text,
    content: contentOf([counts, adults, children], readStay(body)),
    personList: textOfPersons(body),
    mode,
    shiftMs: isShifted ? skew : 0,
    isRealTime:
      told.uploadInterval === 0 &&
      (deviceStart === null || deviceEnd === null || deviceEnd - deviceStart <= MINUTE),
    deviceStart,
    deviceEnd,
    sentAt: times.sentAt?.ms ?? null,
    counts: cap(counts),
    adults: cap(adults),
    children: cap(children),
    stayMs: readStay(body),
    persons: readPersons(body),
  };
}

function contentOf(parts: readonly ReturnType<typeof readCounts>[], stayMs: number | null): string {
  const ordered = parts.map((part) => directionNames.map((name) => part[name] ?? null));
  return JSON.stringify([ordered, stayMs]);
}

function readItem(item: Body, arrival: number, order: number, told: Told): HistoryItem {
  const sentAt = readTime(item['time']);
  const window = windowOf({
    start: readTime(item['startTime']),
    end: readTime(item['endTime']),
    sentAt,
    arrival,
    intervalMinutes: told.uploadInterval,
  });
  return {
    ...window,
    order,
    sentAt: sentAt?.ms ?? null,
    counts: withoutTooMany(readCounts(item, ''), window),
    stayMs: readStay(item),
  };
}
