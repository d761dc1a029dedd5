import type { Person, PersonDirection } from '../protocol/types';
import { positionOf, type Measures } from './measures';

const directions: readonly PersonDirection[] = ['in', 'out', 'passby', 'turnback'];

/**
 * Fills in adults and children of the directions that the camera did not split itself, where it lists at
 * least as many persons as it counts. A person is a child if the camera says so, else by its height.
 * Staff are the entering persons with a staff card. Changes `measures`.
 *
 * @param childHeightCm below it a person counts as a child
 */
export function splitByPersons(measures: Measures, persons: Person[] | null, childHeightCm: number): void {
  if (persons === null) return;
  for (const direction of directions) {
    const count = measures[positionOf(direction)];
    const adultAt = positionOf(`${direction}Adult`);
    const childAt = positionOf(`${direction}Child`);
    const isSplit = measures[adultAt] !== null || measures[childAt] !== null;
    if (isSplit || count === null || count === undefined) continue;
    const listed = persons.filter((person) => person.direction === direction).slice(0, count);
    if (listed.length < count) continue;
    const children = listed.filter((person) => isChild(person, childHeightCm)).length;
    measures[childAt] = children;
    measures[adultAt] = count - children;
  }
  const staffAt = positionOf('inStaff');
  measures[staffAt] ??= persons.filter((person) => person.direction === 'in' && person.isStaff).length;
}

/** The camera says so, or the height does. */
export function isChild(person: Pick<Person, 'isChild' | 'heightCm'>, childHeightCm: number): boolean {
  return person.isChild || (person.heightCm !== null && person.heightCm < childHeightCm);
}
