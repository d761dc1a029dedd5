import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Recorder, type FlowReport, type UploadSettings } from '../../src/simulator/recorder';
import { directions, type PersonEvent } from '../../src/simulator/types';

const startMs = Date.UTC(2024, 2, 22, 10, 7);
const minuteMs = 60_000;

/** Lets people pass, with orders in between, as a camera would. */
function record(
  events: PersonEvent[],
  settings: UploadSettings,
  orders: Map<number, UploadSettings>,
  minutes: number,
) {
  const reports: FlowReport[] = [];
  const recorder = new Recorder(startMs, {
    settings,
    clockErrorMs: 0,
    startsAtBoot: false,
    emit: (report) => reports.push(report),
  });
  recorder.vouchesForQuietMinutes = true;
  const waiting = [...events].sort((a, b) => a.atMs - b.atMs);
  const endMs = startMs + minutes * minuteMs;
  while (recorder.nextCloseMs <= endMs) {
    const next = waiting[0];
    if (next !== undefined && next.atMs < recorder.nextCloseMs) {
      recorder.count(next);
      waiting.shift();
      continue;
    }
    const minute = Math.floor((recorder.nextCloseMs - startMs) / minuteMs);
    recorder.settings = orders.get(minute) ?? recorder.settings;
    recorder.closeAt(recorder.nextCloseMs);
  }
  recorder.flush(endMs);
  return { reports, counted: events.length - waiting.length };
}

const minutes = 90;
const people = fc
  .array(
    fc.record({
      atMs: fc.integer({ min: startMs, max: startMs + minutes * minuteMs - 1 }),
      direction: fc.constantFrom(...directions),
      isChild: fc.boolean(),
      heightCm: fc.constant(170),
      stayMs: fc.integer({ min: 700, max: 9000 }),
    }),
    { maxLength: 60, size: 'max' },
  )
  .map((list) => list.map((event, index): PersonEvent => ({ ...event, id: index + 1 })));
const intervals = fc.constantFrom(0, 1, 5, 7, 15, 60);
const add = intervals.map((intervalMinutes): UploadSettings => ({ intervalMinutes, mode: 'Add' }));
const any = fc.record({
  intervalMinutes: intervals,
  mode: fc.constantFrom('Add' as const, 'Total' as const),
});
const orders = <T>(settings: fc.Arbitrary<T>) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: minutes }), settings), { maxLength: 4 })
    .map((entries) => new Map(entries));
const people4 = (report: FlowReport) => directions.map((direction) => report.figures.all[direction]);

describe('reports', () => {
  it('tell of everybody exactly once, whatever the interval is and however it changes', () => {
    fc.assert(
      fc.property(people, add, orders(add), (events, settings, changes) => {
        const { reports } = record(events, settings, changes, minutes);
        const told = reports.flatMap((report) => report.events.map((event) => event.id));
        expect(told.sort((a, b) => a - b)).toEqual(events.map((event) => event.id));
        const sums = directions.map((_, i) =>
          reports.reduce((sum, report) => sum + (people4(report)[i] ?? 0), 0),
        );
        expect(sums).toEqual(directions.map((d) => events.filter((event) => event.direction === d).length));
      }),
    );
  });

  it('lie within their window; windows meet without gap or overlap unless they are the same minute', () => {
    fc.assert(
      fc.property(people, add, orders(add), (events, settings, changes) => {
        const { reports } = record(events, settings, changes, minutes);
        let coveredMs = startMs;
        for (const [index, report] of reports.entries()) {
          for (const event of report.events) {
            expect(event.atMs).toBeGreaterThanOrEqual(report.startMs);
            expect(event.atMs).toBeLessThan(report.endMs);
          }
          const before = reports[index - 1];
          const isSameMinute = before?.startMs === report.startMs && before.endMs === report.endMs;
          if (!isSameMinute) expect(report.startMs).toBe(coveredMs);
          coveredMs = report.endMs;
        }
        expect(coveredMs).toBe(startMs + minutes * minuteMs);
      }),
    );
  });

  it('of running counters never lose a step, and begin with a baseline', () => {
    fc.assert(
      fc.property(people, any, orders(any), (events, settings, changes) => {
        const { reports } = record(events, settings, changes, minutes);
        const sums = directions.map(() => 0);
        let before: FlowReport | undefined;
        for (const report of reports) {
          for (const [i] of directions.entries()) {
            const figure = people4(report)[i] ?? 0;
            const last = before?.mode === 'Total' ? (people4(before)[i] ?? 0) : figure;
            sums[i] = (sums[i] ?? 0) + (report.mode === 'Total' ? figure - last : figure);
          }
          if (report.mode === 'Total' && before?.mode !== 'Total') expect(report.events).toEqual([]);
          before = report;
        }
        expect(sums).toEqual(directions.map((d) => events.filter((event) => event.direction === d).length));
      }),
    );
  });

  it('of a group that passes within a second are one report, made at once', () => {
    const group = [100, 700].map((ms, index): PersonEvent => ({
      id: index + 1,
      atMs: startMs + 20_000 + ms,
      direction: 'in',
      isChild: index === 1,
      heightCm: 120,
      stayMs: 2000 + index,
    }));
    const { reports } = record(group, { intervalMinutes: 0, mode: 'Add' }, new Map(), 2);
    expect(reports.map(({ startMs: from, endMs, timeMs }) => [from, endMs, timeMs])).toEqual([
      [startMs, startMs + minuteMs, startMs + 21_000],
      [startMs + minuteMs, startMs + 2 * minuteMs, startMs + 2 * minuteMs],
    ]);
    expect(reports[0]).toMatchObject({
      figures: { all: { in: 2 }, children: { in: 1 } },
      averageStayMs: 2001,
    });
  });
});
