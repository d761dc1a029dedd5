import type { DirectionName, ListedPerson, ReadTime, Span } from './types';
import { directionNames, type Body } from './types';

const HOUR = 3_600_000;
const childBelowCm = 140;

/** Rule 1: ten digits before the decimal point are seconds. */
export function readTime(value: unknown): ReadTime | null {
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !(number > 0) || number === Infinity) return null;
  if (number < 1e9) return { ms: Math.round(number * 1000), fits: false };
  const surplus = String(Math.floor(number)).length - 10;
  return { ms: Math.round((number * 1000) / 10 ** surplus), fits: true };
}

interface WindowQuestion {
  start: ReadTime | null;
  end: ReadTime | null;
  sentAt: ReadTime | null;
  arrival: number;
  intervalMinutes: number;
}

/** Rule 2. */
export function windowOf({ start, end, sentAt, arrival, intervalMinutes }: WindowQuestion): Span {
  const isBelievable = (time: ReadTime | null): time is ReadTime =>
    time !== null && time.fits && time.ms <= arrival + 24 * HOUR;
  const to = isBelievable(end) ? end.ms : isBelievable(sentAt) ? sentAt.ms : arrival;
  if (start?.fits && start.ms <= to && to - start.ms <= 32 * 24 * HOUR) return { start: start.ms, end: to };
  return { start: to - (intervalMinutes === 0 ? 1 : intervalMinutes) * 60_000, end: to };
}

/** Rule 3: a whole number ≥ 0, or its digits. */
export function readCount(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** Rule 3: more people than can pass in a window of this length. */
export function isTooMany(count: number, { start, end }: Span): boolean {
  return count > Math.max(1000, (20 * (end - start)) / 1000);
}

/** The counts of a body under `in`, `out`…, or under the same with `Adult` or `Child` behind. */
export function readCounts(
  body: Body,
  suffix: '' | 'Adult' | 'Child',
): Partial<Record<DirectionName, number>> {
  const counts: Partial<Record<DirectionName, number>> = {};
  for (const name of directionNames) {
    const count = readCount(body[name + suffix]);
    if (count !== null) counts[name] = count;
  }
  return counts;
}

export function withoutTooMany(
  counts: Partial<Record<DirectionName, number>>,
  window: Span,
): Partial<Record<DirectionName, number>> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => !isTooMany(count, window)));
}

export function readStay(body: Body): number | null {
  const value = body['avgStayTime'];
  return typeof value === 'number' && value >= 0 ? value : null;
}

/** What tells a report's persons from those of another one: not how their times are written. */
export function textOfPersons(body: Body): string {
  const list = body['eventList'] as Body[] | undefined;
  const facts = list?.map(({ id, timestamp, eventType, height, stayTime, workcard }) => [
    String(id),
    readTime(timestamp)?.ms ?? null,
    eventType,
    height,
    stayTime,
    workcard === 1,
  ]);
  return JSON.stringify(facts ?? null);
}

/** The persons of a report: who they are, which way they went, and whether they are children or staff. */
export function readPersons(body: Body): ListedPerson[] | null {
  const list = body['eventList'];
  if (!Array.isArray(list)) return null;
  return (list as Body[]).map((entry) => {
    const type = Number(entry['eventType']);
    const time = readTime(entry['timestamp']);
    const height = Number(entry['height'] ?? 0);
    return {
      identity: time === null ? null : JSON.stringify([String(entry['id']), time.ms, type]),
      direction: directionNames[type % 100] ?? 'in',
      isChild: type >= 100 || (height > 0 && height < childBelowCm),
      isStaff: entry['workcard'] === 1,
    };
  });
}
