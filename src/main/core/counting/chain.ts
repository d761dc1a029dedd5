import type { Window } from './spread';

/**
 * So many windows of history may hang together, each sharing a minute with another. All of them are settled
 * anew whenever one changes. A camera that tells of its minutes, hours, days and weeks, each twice, has
 * 20,512; quarter hours that begin seven seconds late, 8,640 in 90 days.
 */
const MOST_IN_CHAIN = 25_000;

/**
 * Those of the new windows that have no room in their chain: the latest have none. A new one with the very same
 * span as another takes no room of its own, and is left out with it.
 * @param known all that hang together with any of the new ones
 */
export function chainedOut<W extends Window>(
  known: readonly Window[],
  added: readonly W[],
  wholeMinutes: (window: Window) => Window,
  most = MOST_IN_CHAIN,
): Set<W> {
  if (known.length + added.length <= most) return new Set();
  const taken = new Set(known.map(keyOf));
  const links: { span: Window; fresh?: string }[] = known.map((window) => ({ span: wholeMinutes(window) }));
  for (const window of added) {
    const key = keyOf(window);
    if (taken.has(key)) continue;
    taken.add(key);
    links.push({ span: wholeMinutes(window), fresh: key });
  }
  links.sort((a, b) => a.span.start - b.span.start);
  const out = new Set<string>();
  let chain: typeof links = [];
  let until = -Infinity;
  for (const link of [...links, null]) {
    if (link && link.span.start < until) chain.push(link);
    else {
      for (const { fresh } of beyond(chain, most)) if (fresh !== undefined) out.add(fresh);
      chain = link ? [link] : [];
      until = -Infinity;
    }
    until = Math.max(until, link?.span.end ?? -Infinity);
  }
  return new Set(out.size === 0 ? [] : added.filter((window) => out.has(keyOf(window))));
}

/** The new links of a chain that is too long, as many as are too many. */
function beyond<L extends { fresh?: unknown }>(chain: readonly L[], most: number): L[] {
  const excess = chain.length - most;
  return excess <= 0 ? [] : chain.filter(({ fresh }) => fresh !== undefined).slice(-excess);
}

function keyOf({ start, end }: Window): string {
  return `${start} ${end}`;
}
