import { quarterOf, type Window } from '../counting/spread';
import type { SiteRecord } from '../ingest/site-store';
import type { EpochMs } from '../types';
import type { QueryContext } from './context';
import { siteDay } from './occupancy-day';

export interface PeriodOccupancy {
  /** People inside when the period ended. */
  end: number | null;
  /** Most people inside at the end of any of its quarter hours. */
  max: number | null;
}

interface Day extends Window {
  /** People inside after each quarter hour that has data. */
  inside: Map<number, number>;
}

/**
 * People inside a site over time, read in ascending order. A business day that is over is corrected for
 * drift, the one going on is as counted.
 */
export class SiteOccupancy {
  #day: Day | null = null;
  #last: { window: Window; occupancy: PeriodOccupancy } | null = null;

  constructor(
    private readonly context: QueryContext,
    private readonly site: SiteRecord,
  ) {}

  in(window: Window): PeriodOccupancy {
    // Every camera of a site asks for the same period.
    if (this.#last?.window.start === window.start && this.#last.window.end === window.end)
      return this.#last.occupancy;
    const occupancy = this.#read(window);
    this.#last = { window, occupancy };
    return occupancy;
  }

  #read({ start, end }: Window): PeriodOccupancy {
    const occupancy: PeriodOccupancy = { end: null, max: null };
    for (let at = start; at < end;) {
      const day = this.#dayAt(at);
      const until = Math.min(day.end, end);
      for (let quarter = quarterOf(at); quarter < quarterOf(until - 1) + 1; quarter++) {
        const inside = day.inside.get(quarter);
        if (inside === undefined) continue;
        occupancy.end = inside;
        occupancy.max = Math.max(occupancy.max ?? 0, inside);
      }
      at = until;
    }
    return occupancy;
  }

  #dayAt(at: EpochMs): Day {
    if (this.#day && at >= this.#day.start && at < this.#day.end) return this.#day;
    const { start, end, quarters, occupancy } = siteDay(this.context, this.site, at);
    this.#day = {
      start,
      end,
      inside: new Map(quarters.map((quarter, i) => [quarter, occupancy.inside[i] ?? 0])),
    };
    return this.#day;
  }
}
