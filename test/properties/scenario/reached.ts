import { areApart } from '../../oracle/add-mode';
import { readLog, type CameraLog } from '../../oracle/camera-log';
import { readCounters } from '../../oracle/total-mode';
import { directionNames, type Body, type Happening, type Report } from '../../oracle/types';

/** What a camera sent, and how the oracle reads it. */
interface Story extends CameraLog {
  bodies: Body[];
  added: Report[];
  realTime: Report[];
}

export function storyOf(happenings: readonly Happening[]): Story {
  const log = readLog(happenings);
  const added = log.reports.filter(({ mode }) => mode === 'Add');
  const realTime = added.filter(({ isRealTime }) => isRealTime);
  const bodies = happenings.flatMap((one) => (one.kind === 'post' ? [one.body] : []));
  return { ...log, bodies, added, realTime };
}

/** How often each occurs in a story. */
export const situations = {
  'history written later that says less': ({ items }) =>
    pairs(items, (a, b) => isSameSpan(a, b) && isLater(b, a) && saysLess(b, a)),
  'history written earlier that comes later': ({ items }) =>
    pairs(items, (a, b) => isSameSpan(a, b) && isLater(a, b) && (saysLess(a, b) || saysLess(b, a))),
  'a window printed by two boots': ({ added }) => pairs(added, areOfTwoBoots),
  'the same report of two boots': ({ added }) =>
    pairs(added, (a, b) => areOfTwoBoots(a, b) && a.content === b.content && a.personList === b.personList),
  'a person of two boots in a third report': ({ realTime }) =>
    realTime.filter((one) => {
      const others = realTime.filter(
        (other) => other !== one && isListing(other, one) && !areApart(other, one),
      );
      return pairs(others, areApart) > 0;
    }).length,
  'an old counter reading on a wrong clock': ({ reports }) => readCounters(reports).old.length,
  'persons without a time': ({ realTime }) =>
    realTime.filter(({ persons }) => persons?.some(({ identity }) => identity === null)).length,
  'a person twice in one report': ({ realTime }) => realTime.filter((one) => twiceIn(one).length > 0).length,
  'a person twice in one report and again in another': ({ realTime }) =>
    pairs(realTime, (a, b) => isListedTwiceAndIn(a, b) || isListedTwiceAndIn(b, a)),
  'a report with times as text': ({ bodies }) => bodies.filter((body) => hasTextTimes(body)).length,
  'persons with times as text': ({ bodies }) => textTimes(bodies, 'eventList', 'timestamp'),
  'a heartbeat with its time as text': ({ bodies }) =>
    bodies.filter((body) => Object.keys(body).length === 1 && hasTextTimes(body)).length,
  'history with times as text': ({ bodies }) => textTimes(bodies, 'data', 'endTime'),
  'as many as are possible': ({ added }) => atBorder(added, 0),
  'one more than are possible': ({ added }) => atBorder(added, 1),
  '999 to 1001 in less than a minute': ({ added }) =>
    added.filter((one) => secondsOf(one) <= 50 && valuesOf(one).some((value) => Math.abs(value - 1000) <= 1))
      .length,
  'a step of as many as are possible': ({ reports }) => stepsAtBorder(reports, 0),
  'a step of one more': ({ reports }) => stepsAtBorder(reports, 1),
} satisfies Record<string, (story: Story) => number>;

export type Situation = keyof typeof situations;

/** How many of a list make such a pair with any before them. */
function pairs<T>(list: readonly T[], areSuch: (a: T, b: T) => boolean): number {
  return list.filter((b, i) => list.slice(0, i).some((a) => areSuch(a, b))).length;
}

interface Told {
  start: number;
  end: number;
  sentAt: number | null;
  counts: Report['counts'];
}

function isSameSpan(a: Told, b: Told): boolean {
  return a.start === b.start && a.end === b.end && a.end > a.start;
}

function isLater(a: Told, b: Told): boolean {
  return a.sentAt !== null && (b.sentAt === null || a.sentAt > b.sentAt);
}

function saysLess(a: Told, b: Told): boolean {
  return directionNames.some((name) => (a.counts[name] ?? Infinity) < (b.counts[name] ?? 0));
}

function areOfTwoBoots(a: Report, b: Report): boolean {
  return areApart(a, b) && a.deviceStart === b.deviceStart && a.deviceEnd === b.deviceEnd;
}

function twiceIn({ persons }: Report): string[] {
  const identities = (persons ?? []).flatMap(({ identity }) => identity ?? []);
  return identities.filter((identity, i) => identities.indexOf(identity) < i);
}

function isListing(report: Report, other: Report): boolean {
  const identities = new Set(other.persons?.map(({ identity }) => identity));
  return !!report.persons?.some(({ identity }) => identity !== null && identities.has(identity));
}

function isListedTwiceAndIn(report: Report, other: Report): boolean {
  const twice = new Set(twiceIn(report));
  return (
    !areApart(report, other) &&
    (other.persons ?? []).some(({ identity }) => identity !== null && twice.has(identity))
  );
}

function hasTextTimes(body: Body): boolean {
  return ['startTime', 'endTime', 'time'].some((name) => typeof body[name] === 'string');
}

function textTimes(bodies: readonly Body[], list: string, name: string): number {
  const lists = bodies.map((body) => (body[list] ?? []) as Body[]);
  return lists.filter((entries) => entries.some((entry) => typeof entry[name] === 'string')).length;
}

function valuesOf({ text }: Report): number[] {
  const body = JSON.parse(text) as Body;
  return directionNames.map((name) => Number(body[name] ?? 0));
}

function secondsOf({ start, end }: { start: number; end: number }): number {
  return (end - start) / 1000;
}

/** Reports that count so many more than the most that is possible in their window. */
function atBorder(reports: readonly Report[], more: number): number {
  return reports.filter((one) => valuesOf(one).includes(Math.max(1000, 20 * secondsOf(one)) + more)).length;
}

/** The same for running counters of which one came right after the other. */
function stepsAtBorder(reports: readonly Report[], more: number): number {
  return reports.filter((next, i) => {
    const last = reports[i - 1];
    if (last?.mode !== 'Total' || next.mode !== 'Total' || next.end <= last.end) return false;
    const most = Math.max(1000, (20 * (next.end - last.end)) / 1000);
    return directionNames.some(
      (name) => (next.counts[name] ?? NaN) - (last.counts[name] ?? NaN) === most + more,
    );
  }).length;
}
