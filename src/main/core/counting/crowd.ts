import type { Window } from './spread';

/**
 * So many windows of history may speak of one moment. A camera that tells of its minutes, hours, days and
 * weeks, each twice, has eight; somebody who wants to keep this computer busy has thousands.
 */
const MOST_AT_ONCE = 32;

/**
 * Those of the new windows that would lie on a moment which others fill already. Windows that are known
 * stay, and a new one with the very same span takes no place of its own.
 */
export function crowdedOut<W extends Window>(known: readonly Window[], added: readonly W[]): Set<W> {
  const taken = new Set(known.map(keyOf));
  const isNew = added.map((window) => ({ window, added: window }));
  const all: { window: Window; added?: W }[] = [...known.map((window) => ({ window })), ...isNew];
  all.sort((a, b) => a.window.start - b.window.start);
  const crowded = new Set<W>();
  let open: Window[] = [];
  for (const { window, added: fresh } of all) {
    const key = keyOf(window);
    if (fresh && taken.has(key)) continue;
    open = open.filter((other) => other.end > window.start);
    if (fresh && open.length >= MOST_AT_ONCE) {
      crowded.add(fresh);
      continue;
    }
    taken.add(key);
    open.push(window);
  }
  return crowded;
}

function keyOf({ start, end }: Window): string {
  return `${start} ${end}`;
}
