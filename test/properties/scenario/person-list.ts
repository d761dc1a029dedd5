import type { Body } from '../../oracle/types';
import type { UploadStep } from './script';

const heights = [172, 0, 118, 160];

/** Persons that the camera has listed since it was switched on. */
export class PersonList {
  #next = 1;
  #last: Body[] = [];

  restart(): void {
    this.#next = 1;
    this.#last = [];
  }

  /** A person nobody has listed yet. */
  meet(direction: number, timestamp: number | string): Body {
    const id = this.#next++;
    const isChild = id % 5 === 0;
    return {
      id,
      timestamp,
      eventType: isChild ? direction + 100 : direction,
      height: heights[id % heights.length] ?? 0,
      stayTime: 900,
      ...(id % 7 === 0 ? { workcard: 1 } : {}),
    };
  }

  /** Who was listed by the report before this one. */
  again(): Body[] {
    return this.#last;
  }

  remember(list: Body[]): void {
    this.#last = list;
  }
}

/** The `eventList` of a report: never more new persons of a direction than it counts, but some may stand there twice. */
export function listPersons(
  persons: PersonList,
  step: UploadStep,
  toTimestamp: (ms: number) => number | string,
  endMs: number,
): Body[] {
  const list: Body[] = [];
  for (const [direction, count] of step.counts.entries()) {
    for (let i = 0; i < Math.min(count ?? 0, step.listed ?? 0); i++) {
      list.push(persons.meet(direction, toTimestamp(endMs - i * 1000)));
    }
  }
  const again = step.isRelisting ? persons.again() : [];
  const odd = [...list, ...again].flatMap((person) => oddly(person, step.oddPersons));
  // The others are listed again as they were, which is how a report may know them with a time and another without.
  persons.remember(list);
  return odd;
}

/** Every second person, by their number, in an odd way. */
function oddly(person: Body, odd: UploadStep['oddPersons']): Body[] {
  if (odd === 'none' || Number(person['id']) % 2 === 0) return [person];
  if (odd === 'twice') return [person, person];
  const { timestamp: _, ...untimed } = person;
  // Devices write a time they do not know as zero, too.
  return [Number(person['id']) % 3 === 0 ? { ...untimed, timestamp: 0 } : untimed];
}
