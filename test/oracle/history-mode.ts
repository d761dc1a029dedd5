import { MINUTE, overlap, partInside, share, touched } from './arithmetic';
import {
  directionNames,
  type Contribution,
  type DirectionName,
  type Figures,
  type HistoryItem,
  type Span,
} from './types';

const never = Number.NEGATIVE_INFINITY;

/** Rule 7, first half: one item for every window; none without length. */
export function settleItems(items: readonly HistoryItem[]): HistoryItem[] {
  const byWindow = new Map<string, HistoryItem>();
  for (const item of items) {
    if (item.end <= item.start) continue;
    const key = `${item.start}–${item.end}`;
    const other = byWindow.get(key);
    byWindow.set(key, other ? laterOrLarger(other, item) : item);
  }
  return [...byWindow.values()];
}

function laterOrLarger(a: HistoryItem, b: HistoryItem): HistoryItem {
  const [left, right] = [a.sentAt ?? never, b.sentAt ?? never];
  if (left !== right) return left > right ? a : b;
  const counts: Partial<Record<DirectionName, number>> = {};
  for (const name of directionNames) {
    const known = [a.counts[name], b.counts[name]].filter((count) => count !== undefined);
    if (known.length > 0) counts[name] = Math.max(...known);
  }
  const stays = [a.stayMs, b.stayMs].filter((stay) => stay !== null);
  return { ...a, counts, stayMs: stays.length > 0 ? Math.max(...stays) : null };
}

/** Rule 7, second half: what the items add to the live contributions. */
export function additionsOf(
  items: readonly HistoryItem[],
  live: readonly Contribution[],
  liveMinutes: ReadonlySet<number>,
): Contribution[] {
  const contributions = [...live];
  const covered = new Set(liveMinutes);
  // Groups that do not overlap cannot meet, so all of them may be settled in one go.
  const sorted = [...items].sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  for (const item of sorted) {
    contributions.push(...additionOf(item, contributions, covered));
    for (const minute of touched(item, MINUTE)) covered.add(minute);
  }
  return contributions.slice(live.length);
}

function additionOf(
  item: HistoryItem,
  contributions: readonly Contribution[],
  covered: ReadonlySet<number>,
): Contribution[] {
  const open = uncoveredPieces(item, covered);
  const pieces = open.length > 0 ? open : [{ start: item.start, end: item.end }];
  const added = pieces.map((piece): Contribution => ({ ...piece, figures: {} }));
  for (const name of directionNames) {
    const figure = item.counts[name];
    if (figure === undefined) continue;
    const inside = contributions.reduce((sum, one) => sum + partInside(one.figures[name] ?? 0, one, item), 0);
    const parts = share(
      Math.max(0, figure - inside),
      pieces.map((piece) => piece.end - piece.start),
    );
    for (const [index, one] of added.entries()) one.figures[name] = parts[index] ?? 0;
  }
  if (item.stayMs !== null) addStay(added, item.stayMs);
  // What the item knows is known all over its window, though nothing may be added there.
  const zeros = Object.fromEntries(Object.keys(item.counts).map((name) => [name, 0])) as Figures;
  return [...added, { start: item.start, end: item.end, figures: zeros }];
}

/** An item's stay is that of the people it adds, and lies where they lie. */
function addStay(added: readonly Contribution[], stayMs: number): void {
  const people = added.map(({ figures }) =>
    directionNames.reduce((sum, name) => sum + (figures[name] ?? 0), 0),
  );
  const total = people.reduce((sum, some) => sum + some, 0);
  if (total === 0) return;
  const parts = share(Math.round(stayMs * total), people);
  for (const [index, { figures }] of added.entries()) {
    figures.stayMs = parts[index] ?? 0;
    figures.stayPeople = people[index] ?? 0;
  }
}

/** The longest stretches of a window that lie in uncovered minutes. */
function uncoveredPieces(window: Span, covered: ReadonlySet<number>): Span[] {
  const pieces: Span[] = [];
  for (const minute of touched(window, MINUTE)) {
    if (covered.has(minute)) continue;
    const slot = { start: minute * MINUTE, end: (minute + 1) * MINUTE };
    if (overlap(window, slot) === 0) continue;
    const piece = { start: Math.max(slot.start, window.start), end: Math.min(slot.end, window.end) };
    const last = pieces.at(-1);
    if (last?.end === piece.start) last.end = piece.end;
    else pieces.push(piece);
  }
  return pieces;
}
