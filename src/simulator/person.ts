import type { Random } from './random';
import type { Direction } from './types';

export interface Person {
  isChild: boolean;
  heightCm: number;
}

export function makePerson(random: Random, isChild: boolean): Person {
  const heightCm = isChild ? random.between(95, 138) : 169 + 9 * random.normal();
  return { isChild, heightCm: Math.round(Math.min(Math.max(heightCm, isChild ? 95 : 146), 205)) };
}

/** Nobody stays in view longer than this. */
export const longestViewMs = 90_000;

/** Time in view of the camera above a door, in whole milliseconds. Who turns back hesitates first. */
export function viewMs(random: Random, direction: Direction): number {
  const median = direction === 'turnback' ? 9000 : direction === 'passby' ? 2500 : 3800;
  return Math.round(Math.min(Math.max(random.logNormal(median, 0.7), 700), longestViewMs));
}
