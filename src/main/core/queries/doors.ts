import type { Counts } from '#shared/domain';
import { positionOf, type MeasureName, type Measures } from '../counting/measures';
import { quarterOf, type Window } from '../counting/spread';
import type { CameraRecord } from '../ingest/camera-record';
import type { QueryContext } from './context';

/**
 * A door is a camera and those it took over from, read the way round that each of them hangs. Questions are
 * asked of doors; only what is stored knows single cameras.
 */

/** The camera itself first, then its predecessors. */
export function chainOf({ state }: QueryContext, camera: CameraRecord): CameraRecord[] {
  const chain = [camera];
  for (;;) {
    const before = chain.at(-1)?.replaces;
    const next = before === null || before === undefined ? undefined : state.cameras.find(before);
    if (!next || chain.includes(next)) return chain;
    chain.push(next);
  }
}

/** Cameras that no other has taken over from. */
export function doors({ state }: QueryContext): CameraRecord[] {
  const replaced = new Set(state.cameras.all().map((camera) => camera.replaces));
  return state.cameras.all().filter((camera) => !replaced.has(camera.sn));
}

/** Doors whose counts make up a site's figures. */
export function siteDoors(context: QueryContext, siteId: string): CameraRecord[] {
  return doors(context).filter(
    (camera) => camera.siteId === siteId && camera.role === 'entrance' && camera.state !== 'retired',
  );
}

const pairs = [
  ['in', 'out'],
  ['inAdult', 'outAdult'],
  ['inChild', 'outChild'],
] as const satisfies [MeasureName, MeasureName][];

/** Swaps in and out of a camera that hangs the other way round. Who left with a staff card is not known. */
export function directed(camera: CameraRecord, measures: Readonly<Measures>): Readonly<Measures> {
  if (!camera.isFlipped) return measures;
  const swapped = [...measures];
  for (const [a, b] of pairs) {
    swapped[positionOf(a)] = measures[positionOf(b)] ?? null;
    swapped[positionOf(b)] = measures[positionOf(a)] ?? null;
  }
  swapped[positionOf('inStaff')] = null;
  return swapped;
}

export interface PeriodSums {
  covered: number;
  measures: Readonly<Measures>;
}

/** A stretch of time and the period that it belongs to; a period may have several. */
export interface Stretch extends Window {
  period: number;
}

/** What a door counted in each period; periods without any row are left out. */
export function sumDoor(
  context: QueryContext,
  camera: CameraRecord,
  stretches: readonly Stretch[],
): Map<number, PeriodSums> {
  const ranges = stretches.map(({ start, end }) => ({ from: quarterOf(start), until: quarterOf(end) }));
  const found = new Map<number, PeriodSums>();
  for (const each of chainOf(context, camera)) {
    for (const [i, sum] of context.state.sums.ranges.overAll(each.id, ranges).entries()) {
      const period = stretches[i]?.period;
      if (!sum || period === undefined) continue;
      const measures = directed(each, sum.measures);
      const known = found.get(period);
      found.set(period, {
        covered: sum.covered + (known?.covered ?? 0),
        measures: known ? measures.map((value, i) => plus(value, known.measures[i] ?? null)) : measures,
      });
    }
  }
  return found;
}

/** Counts of one period. Seen alive and nothing reported means that nobody came; else it is unknown. */
export function countsOf(sums: PeriodSums | undefined): Counts {
  const measures = sums?.measures ?? [];
  const isTold = measures.slice(0, 4).some((value) => value !== null);
  const silent = !isTold && (sums?.covered ?? 0) > 0 ? 0 : null;
  const value = (name: MeasureName) => measures[positionOf(name)] ?? silent;
  return { in: value('in'), out: value('out'), passby: value('passby'), turnback: value('turnback') };
}

function plus(a: number | null, b: number | null): number | null {
  return a === null ? b : b === null ? a : a + b;
}
