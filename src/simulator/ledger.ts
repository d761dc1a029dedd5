import { directions, noCounts, type Counts, type EpochMs, type PersonEvent } from './types';

const quarterMs = 15 * 60_000;

interface Span {
  startMs: EpochMs;
  endMs: EpochMs;
}

/**
 * Who has been told of, each person once, however often and in whatever form: in a flow report, in a
 * history item, or in both. It is the truth that a receiver's figures are compared with.
 */
export class Ledger {
  readonly totals: Counts = noCounts();
  /** By start of the UTC quarter hour in which people really passed. */
  readonly quarters = new Map<EpochMs, Counts>();
  readonly #reported = new Set<string>();
  /** Windows of history, disjoint. */
  #remembered: Span[] = [];

  /** People of a flow report. */
  addReport(events: Iterable<PersonEvent>): void {
    for (const event of events) {
      const key = `${event.atMs} ${event.id}`;
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      if (!this.#isRemembered(event.atMs)) this.#count(event);
    }
  }

  /** @param events everybody who passed in the span */
  addHistory(span: Span, events: Iterable<PersonEvent>): void {
    for (const event of events) {
      if (this.#reported.has(`${event.atMs} ${event.id}`) || this.#isRemembered(event.atMs)) continue;
      this.#count(event);
    }
    this.#remember(span);
  }

  #count(event: PersonEvent): void {
    this.totals[event.direction] += 1;
    const start = Math.floor(event.atMs / quarterMs) * quarterMs;
    const quarter = this.quarters.get(start) ?? noCounts();
    quarter[event.direction] += 1;
    this.quarters.set(start, quarter);
  }

  #isRemembered(atMs: EpochMs): boolean {
    return this.#remembered.some(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
  }

  #remember({ startMs, endMs }: Span): void {
    const touching = this.#remembered.filter((span) => span.startMs <= endMs && span.endMs >= startMs);
    const merged = {
      startMs: Math.min(startMs, ...touching.map((span) => span.startMs)),
      endMs: Math.max(endMs, ...touching.map((span) => span.endMs)),
    };
    this.#remembered = [...this.#remembered.filter((span) => !touching.includes(span)), merged];
  }
}

/** Adds up counts of several cameras. */
export function sumCounts(list: Iterable<Counts>): Counts {
  const sum = noCounts();
  for (const counts of list) for (const direction of directions) sum[direction] += counts[direction];
  return sum;
}
