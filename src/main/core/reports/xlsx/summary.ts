import { addCounts, turnBackRate, turnInRate, unknownCounts } from '#shared/metrics';
import { MINUTE_MS } from '../../counting/spread';
import type { CameraRecord } from '../../ingest/camera-record';
import type { HistoryPeriod } from '../../queries/period-figures';
import type { EpochMs } from '../../types';
import type { CellValue } from './sheet-xml';

interface DoorSum {
  counts: typeof unknownCounts;
  inAdult: number | null;
  inChild: number | null;
  inStaff: number | null;
  minutes: number;
  covered: number;
  days: number;
  busiest: { start: EpochMs; in: number } | null;
}

/** What the days of a range come to, door by door. */
export class Summary {
  #sums = new Map<CameraRecord, DoorSum>();

  /** @param now a day that goes on is expected to be covered until then */
  constructor(private readonly now: EpochMs) {}

  add({ camera, start, end, figures }: HistoryPeriod): void {
    const sum = this.#sums.get(camera) ?? emptySum();
    this.#sums.set(camera, sum);
    const { in: entered, out, passby, turnback, coverage } = figures;
    sum.counts = addCounts(sum.counts, { in: entered, out, passby, turnback });
    sum.inAdult = plus(sum.inAdult, figures.inAdult);
    sum.inChild = plus(sum.inChild, figures.inChild);
    sum.inStaff = plus(sum.inStaff, figures.inStaff);
    const minutes = Math.max(0, (Math.min(end, this.now) - start) / MINUTE_MS);
    sum.minutes += minutes;
    sum.covered += minutes * coverage;
    if (figures.quality !== 'missing') sum.days++;
    if (entered !== null && entered > (sum.busiest?.in ?? 0)) sum.busiest = { start, in: entered };
  }

  /** @param dateOf a day's start as the sheet writes dates */
  rows(doorOf: (camera: CameraRecord) => CellValue[], dateOf: (start: EpochMs) => number): CellValue[][] {
    return [...this.#sums].map(([camera, { counts, inAdult, inChild, inStaff, ...sum }]) => [
      ...doorOf(camera),
      counts.in,
      counts.out,
      counts.passby,
      counts.turnback,
      inAdult,
      inChild,
      inStaff,
      turnInRate(counts),
      turnBackRate(counts),
      sum.minutes === 0 ? null : sum.covered / sum.minutes,
      sum.days,
      sum.busiest && dateOf(sum.busiest.start),
      sum.busiest?.in ?? null,
    ]);
  }
}

function emptySum(): DoorSum {
  return {
    counts: unknownCounts,
    inAdult: null,
    inChild: null,
    inStaff: null,
    minutes: 0,
    covered: 0,
    days: 0,
    busiest: null,
  };
}

function plus(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b;
}
