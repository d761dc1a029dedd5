import { overlaps, quartersOf, type Window } from './spread';

/** Finds the windows that overlap another without looking at all of them. */
export class WindowIndex<W extends Window> {
  #byQuarter = new Map<number, W[]>();

  add(window: W): void {
    for (const { quarter } of quartersOf(window)) {
      const known = this.#byQuarter.get(quarter);
      if (known) known.push(window);
      else this.#byQuarter.set(quarter, [window]);
    }
  }

  /** Each once; touching is not overlapping. */
  near(window: Window): W[] {
    const found = new Set<W>();
    for (const { quarter } of quartersOf(window)) {
      for (const other of this.#byQuarter.get(quarter) ?? []) if (overlaps(other, window)) found.add(other);
    }
    return [...found];
  }
}
