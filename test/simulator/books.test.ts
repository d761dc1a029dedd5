import { describe, expect, it } from 'vitest';
import { Books } from '../../src/simulator/books';
import { CameraMemory, Shops } from '../../src/simulator/memory';
import type { FlowReport } from '../../src/simulator/recorder';
import { tallyOf } from '../../src/simulator/tally';
import type { DataMode, PersonEvent } from '../../src/simulator/types';

const hours = { opensMinute: 540, closesMinute: 1200 };
const startMs = Date.UTC(2024, 2, 22, 12);

function books(): Books {
  return new Books(new CameraMemory(new Shops({ seed: 1, cameras: 1, timeZone: 'UTC', hours }), 0, 0));
}

/** A report of one minute in which so many came in. */
function report(sequence: number, mode: DataMode, people: number): FlowReport {
  const atMs = startMs + sequence * 60_000;
  const events = Array.from({ length: people }, (_, index): PersonEvent => ({
    id: sequence * 100 + index,
    atMs,
    direction: 'in',
    isChild: false,
    heightCm: 170,
    stayMs: 1000,
  }));
  const window = { startMs: atMs, endMs: atMs + 60_000, timeMs: atMs + 60_000, averageStayMs: 1000 };
  return { sequence, mode, ...window, figures: tallyOf(events), events, clockErrorMs: 0 };
}

/** The mode changes there, back and there again. */
const reports = [
  report(1, 'Total', 3),
  report(2, 'Total', 2),
  report(3, 'Add', 1),
  report(4, 'Total', 5),
  report(5, 'Total', 4),
];
const confirmed = [0, 2, 3, 3, 7];

describe('confirmed people', () => {
  it('are those between two readings of a run, and those that were added', () => {
    const own = books();
    const seen = reports.map((next) => {
      own.made(next);
      own.confirmReport(next);
      return own.acknowledged.totals.in;
    });
    expect(seen).toEqual(confirmed);
  });

  it('are the same where the camera made them all before the first was answered', () => {
    const own = books();
    for (const next of reports) own.made(next);
    const seen = reports.map((next) => {
      own.confirmReport(next);
      return own.acknowledged.totals.in;
    });
    expect(seen).toEqual(confirmed);
  });

  it('are also those of readings that a later one came before', () => {
    const own = books();
    const run = [report(1, 'Total', 3), report(2, 'Total', 2), report(3, 'Total', 4)];
    for (const next of run) own.made(next);
    for (const index of [0, 2, 1]) own.confirmReport(run[index] ?? report(9, 'Add', 100));
    expect(own.acknowledged.totals.in).toBe(6);
  });
});
