import { measureCount, noMeasures, peopleOf, positionOf, type Measures } from './measures';
import { apportion } from './spread';

const stayMsAt = positionOf('stayMs');
const stayPeopleAt = positionOf('stayPeople');

/**
 * Cuts measures into parts in proportion to `weights`, each by itself and exactly. Only time in view goes
 * where its people go: spread by the clock, a person on one side of a border would leave part of their time
 * on the other, and both sides' averages would be wrong.
 */
export function spreadMeasures(measures: Measures, weights: readonly number[]): Measures[] {
  // Nearly every report lies in one quarter hour.
  if (weights.length === 1) return [wholePart(measures)];
  const parts = weights.map(() => noMeasures());
  const put = (position: number, values: readonly number[]) => {
    for (const [i, part] of parts.entries()) part[position] = values[i] ?? 0;
  };
  for (let position = 0; position < measureCount; position++) {
    const value = measures[position] ?? null;
    if (value === null || position === stayMsAt || position === stayPeopleAt) continue;
    put(position, apportion(value, weights));
  }
  const stayMs = measures[stayMsAt] ?? null;
  if (stayMs !== null) {
    const people = parts.map(peopleOf);
    put(stayPeopleAt, people);
    put(stayMsAt, apportion(stayMs, people));
  }
  return parts;
}

/** What a single part gets: everything. */
function wholePart(measures: Measures): Measures {
  const part = [...measures];
  part[stayPeopleAt] = (part[stayMsAt] ?? null) === null ? null : peopleOf(part);
  return part;
}
