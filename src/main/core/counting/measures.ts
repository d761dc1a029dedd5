/**
 * What is summed per camera and quarter hour. A measure is a whole number, or `null` where nobody
 * told it: unknown plus known is the known part, unknown plus unknown stays unknown.
 */
export const measureNames = [
  'in',
  'out',
  'passby',
  'turnback',
  'inAdult',
  'outAdult',
  'passbyAdult',
  'turnbackAdult',
  'inChild',
  'outChild',
  'passbyChild',
  'turnbackChild',
  'inStaff',
  /** Σ average stay × people, in milliseconds. With `stayPeople` it gives the weighted mean. */
  'stayMs',
  'stayPeople',
] as const;

export type MeasureName = (typeof measureNames)[number];

/** One value for each of {@link measureNames}, in that order. */
export type Measures = (number | null)[];

export const measureCount = measureNames.length;

/** The first of the measures, which every camera tells. */
export const directionNames = ['in', 'out', 'passby', 'turnback'] as const satisfies readonly MeasureName[];
export const directionCount = directionNames.length;

const positions = new Map<MeasureName, number>(measureNames.map((name, position) => [name, position]));

/** Position of a measure in {@link Measures}. */
export function positionOf(name: MeasureName): number {
  return positions.get(name) ?? -1;
}

export function noMeasures(): Measures {
  return new Array<number | null>(measureCount).fill(null);
}

export function toMeasures(values: Partial<Record<MeasureName, number | null>>): Measures {
  return measureNames.map((name) => values[name] ?? null);
}

/** Adds `more` into `sums`, in place. */
export function addInto(sums: Measures, more: Measures): void {
  for (let i = 0; i < measureCount; i++) {
    const value = more[i];
    if (value !== null && value !== undefined) sums[i] = (sums[i] ?? 0) + value;
  }
}

/** Sum of the known directions: the people a report speaks of. */
export function peopleOf(measures: Measures): number {
  let people = 0;
  for (let i = 0; i < directionCount; i++) people += measures[i] ?? 0;
  return people;
}

export function isSame(a: Measures, b: Measures): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Stay as sums: mean × people, so that means of several reports can be weighted. Changes `measures`. */
export function setStay(measures: Measures, avgStayMs: number | null): void {
  const people = peopleOf(measures);
  if (avgStayMs === null || people === 0) return;
  const stay = noMeasures();
  stay[positionOf('stayMs')] = Math.round(avgStayMs * people);
  stay[positionOf('stayPeople')] = people;
  addInto(measures, stay);
}
