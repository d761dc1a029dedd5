import { noCounts, type Counts, type PersonEvent } from './types';

/** Figures of a report as a camera adds them up. */
export interface Tally {
  all: Counts;
  children: Counts;
  /** Time in view of all these people together. */
  stayMs: number;
}

export function emptyTally(): Tally {
  return { all: noCounts(), children: noCounts(), stayMs: 0 };
}

export function addPerson(tally: Tally, event: PersonEvent): void {
  tally.all[event.direction] += 1;
  if (event.isChild) tally.children[event.direction] += 1;
  tally.stayMs += event.stayMs;
}

export function tallyOf(events: Iterable<PersonEvent>): Tally {
  const tally = emptyTally();
  for (const event of events) addPerson(tally, event);
  return tally;
}

export function copyTally({ all, children, stayMs }: Tally): Tally {
  return { all: { ...all }, children: { ...children }, stayMs };
}

/** All directions together: V1.9 §2.2 `total`. */
export function peopleIn(counts: Counts): number {
  return counts.in + counts.out + counts.passby + counts.turnback;
}

/** Whole milliseconds; 0 where nobody passed. */
export function averageStayMs(tally: Tally): number {
  const people = peopleIn(tally.all);
  return people === 0 ? 0 : Math.round(tally.stayMs / people);
}
