import type { CameraSummary } from '#shared/domain';

type Placed = Pick<CameraSummary, 'sn' | 'name' | 'site' | 'replaces'>;

/** What can be chosen: a shop's cameras, but for those whose history goes on in another. */
export function camerasToChoose<T extends Placed>(cameras: readonly T[], site: string): T[] {
  const replaced = new Set(cameras.map(({ replaces }) => replaces));
  return cameras.filter((camera) => camera.site === site && !replaced.has(camera.sn));
}

/**
 * The serials that are left. Left out are kept, not those taken in: a camera that is new counts, too.
 * @returns `null`: all of them, also those that are not known here
 */
export function chosenSerials(
  cameras: readonly Pick<Placed, 'sn'>[],
  leftOut: ReadonlySet<string>,
): string[] | null {
  const left = cameras.filter(({ sn }) => !leftOut.has(sn)).map(({ sn }) => sn);
  return left.length === cameras.length ? null : left;
}
