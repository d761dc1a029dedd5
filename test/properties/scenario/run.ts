import type { HistoryRow } from '#shared/domain';
import type { Happening, QuarterAnswer, Setting } from '../../oracle/types';
import { QUARTER } from '../../oracle/arithmetic';
import type { AppUnderTest } from './app-under-test';
import { timeOf, type Event } from './player';

const DAY = 24 * 3_600_000;

/** What one camera's quarter hours say, in one form for the app and the oracle. */
export type Answers = Map<number, QuarterAnswer>;

let nextRun = 1;

/** Serials of a scenario, never used before: many scenarios share one data folder. */
export function newSerials(count: number): string[] {
  const run = nextRun++;
  return Array.from({ length: count }, (_, camera) => `R${String(run)}-${String(camera)}`);
}

/** Plays a scenario to the app, and waits until all of it is answered. */
export async function feed(
  app: AppUnderTest,
  serials: readonly string[],
  events: readonly Event[],
): Promise<void> {
  const known = new Set<string>();
  for (const event of events) {
    if (event.kind === 'restart') {
      app.clock.set(event.at);
      await app.restart(event.how);
      continue;
    }
    const sn = serials[event.camera] ?? '';
    if (event.kind === 'refused') {
      await app.post(event.at, { sn, ...event.body }, 'upload', (reply) => {
        if (reply.code !== 2) throw new Error('A message was accepted that should have been refused');
      });
      continue;
    }
    const { happening } = event;
    if (happening.kind === 'post') {
      await app.post(happening.at, { sn, ...happening.body }, happening.endpoint, (reply) => {
        if (reply.code !== 0) throw new Error(`Refused: ${reply.msg} ${JSON.stringify(happening.body)}`);
      });
    } else await changeSetting(app, sn, happening, known.has(sn));
    known.add(sn);
  }
  await app.settled();
}

async function changeSetting(
  app: AppUnderTest,
  sn: string,
  setting: Setting,
  isKnown: boolean,
): Promise<void> {
  await app.settled();
  app.clock.set(setting.at);
  const core = await app.core();
  // An owner may set a camera before it calls for the first time.
  if (!isKnown) await core.call('cameras.add', { sn });
  const { uploadInterval, dataMode } = setting;
  await core.call('cameras.update', {
    sn,
    ...(uploadInterval === undefined ? {} : { uploadInterval }),
    ...(dataMode === undefined ? {} : { dataMode }),
  });
}

export function happeningsOf(events: readonly Event[], camera: number): Happening[] {
  return events
    .filter((event) => event.kind === 'oracle' && event.camera === camera)
    .map((event) => (event as Extract<Event, { kind: 'oracle' }>).happening);
}

export interface Range {
  from: number;
  to: number;
}

/** A range with everything in it that is known of any camera, to the quarter hour. */
export function rangeOf(events: readonly Event[], answers: readonly Answers[]): Range {
  const quarters = answers.flatMap((each) => [...each.keys()]);
  const times = events.map(timeOf);
  const from = Math.min(...quarters.map((quarter) => quarter * QUARTER), ...times);
  const to = Math.max(...quarters.map((quarter) => (quarter + 1) * QUARTER), ...times);
  return { from: Math.floor(from / QUARTER) * QUARTER - QUARTER, to: Math.ceil(to / QUARTER) * QUARTER };
}

/** History rows of one camera, long after everything: all of the range has passed. */
export async function askRows(
  app: AppUnderTest,
  sn: string,
  by: 'quarter' | 'day' | 'month',
  { from, to }: Range,
): Promise<HistoryRow[]> {
  app.clock.set(to + 2 * DAY);
  const core = await app.core();
  const [start, end] = [new Date(from).toISOString(), new Date(to).toISOString()];
  return (await core.call('history.query', { from: start, to: end, by, cameras: [sn] })).rows;
}

export async function askApp(app: AppUnderTest, sn: string, range: Range): Promise<Answers> {
  const rows = await askRows(app, sn, 'quarter', range);
  return new Map(
    rows.map((row) => [
      Date.parse(row.start) / QUARTER,
      {
        in: row.in,
        out: row.out,
        passby: row.passby,
        turnback: row.turnback,
        inAdult: row.inAdult,
        inChild: row.inChild,
        inStaff: row.inStaff,
        avgStaySeconds: row.avgStaySeconds,
        coveredMinutes: Math.round(row.coverage * 15),
      },
    ]),
  );
}

const nothing: QuarterAnswer = {
  in: null,
  out: null,
  passby: null,
  turnback: null,
  inAdult: null,
  inChild: null,
  inStaff: null,
  avgStaySeconds: null,
  coveredMinutes: 0,
};

/** Where two answers differ, in words; empty if they are the same. A quarter left out is one of which nothing is known. */
export function differences(app: Answers, expected: Answers): string[] {
  const quarters = [...new Set([...app.keys(), ...expected.keys()])].sort((a, b) => a - b);
  return quarters.flatMap((quarter) => {
    const [found, wanted] = [app.get(quarter) ?? nothing, expected.get(quarter) ?? nothing];
    const names = (Object.keys(nothing) as (keyof QuarterAnswer)[]).filter(
      (name) => found[name] !== wanted[name],
    );
    const at = new Date(quarter * QUARTER).toISOString().slice(0, 16);
    return names.map((name) => `${at} ${name}: app ${String(found[name])}, expected ${String(wanted[name])}`);
  });
}
