import type { FlowReport } from './recorder';
import { averageStayMs, peopleIn, type Tally } from './tally';
import { directions, type EpochMs, type PersonEvent } from './types';

/** Bodies as V1.9 prints them. Instants are those of the camera's clock. */

function unixSeconds(atMs: EpochMs): number {
  return Math.floor(atMs / 1000);
}

/** V1.9 §2.1. */
export function heartbeatBody(sn: string, atMs: EpochMs): string {
  return JSON.stringify({ sn, time: unixSeconds(atMs) });
}

/**
 * V1.9 §2.2.
 * @param saysMode adds `dataMode`, which later revisions of the protocol carry, so that a receiver need not
 *   guess what an upload means when the mode was changed in between
 */
export function flowBody(sn: string, report: FlowReport, saysMode: boolean): string {
  const { all, children } = report.figures;
  const adults = (direction: (typeof directions)[number]) => all[direction] - children[direction];
  return JSON.stringify({
    sn,
    startTime: unixSeconds(report.startMs),
    endTime: unixSeconds(report.endMs),
    time: unixSeconds(report.timeMs),
    ...all,
    avgStayTime: report.averageStayMs,
    inAdult: adults('in'),
    outAdult: adults('out'),
    passbyAdult: adults('passby'),
    turnbackAdult: adults('turnback'),
    inChild: children.in,
    outChild: children.out,
    passbyChild: children.passby,
    turnbackChild: children.turnback,
    total: peopleIn(all),
    ...(saysMode ? { dataMode: report.mode } : {}),
    eventList: report.events.map((event) => person(event, report.clockErrorMs)),
  });
}

/** V1.9 §2.2 `eventList`: microseconds, children are 100 + direction. */
function person(event: PersonEvent, clockErrorMs: number): object {
  return {
    id: event.id,
    timestamp: (event.atMs + clockErrorMs) * 1000,
    eventType: directions.indexOf(event.direction) + (event.isChild ? 100 : 0),
    height: event.heightCm,
    stayTime: event.stayMs,
  };
}

export interface PersonInView {
  id: number;
  heightCm: number;
  stayMs: number;
}

/** V1.9 §3. */
export function stayBody(sn: string, atMs: EpochMs, people: readonly PersonInView[]): string {
  return JSON.stringify({
    sn,
    time: unixSeconds(atMs),
    currentStay: people.length,
    info: people.map(({ id, heightCm, stayMs }) => ({ id, height: heightCm, status: 1, staytime: stayMs })),
  });
}

export interface HistoryItem {
  startMs: EpochMs;
  endMs: EpochMs;
  figures: Tally;
}

/** V1.9 §4. An empty list says that nothing is remembered of what was asked for. */
export function historyBody(sn: string, items: readonly HistoryItem[]): string {
  return JSON.stringify({
    sn,
    len: items.length,
    data: items.map(({ startMs, endMs, figures }) => ({
      time: unixSeconds(endMs),
      startTime: unixSeconds(startMs),
      endTime: unixSeconds(endMs),
      ...figures.all,
      avgStayTime: averageStayMs(figures),
    })),
  });
}
