import { isObject, pick, type Fields } from './fields';
import { isNested } from './flow';
import { decodeEntry } from './history';
import { parseBody } from './json-body';
import { serialNames } from './serial';
import type { HistoryItem } from './types';

/** Taken at one go: some tens of milliseconds of work. */
const ENTRIES_PER_PIECE = 250;
const MINUTE_MS = 60_000;

/**
 * Cuts a body with a long list (months of history, thousands of reports) into bodies that mean the same when they
 * are taken one after the other, so that other cameras need not wait for all of it. History is cut where
 * windows share no minute: what is settled together stays together.
 * @returns `null` if it is to be taken as it is
 */
export function splitList(bytes: Uint8Array, entriesPerPiece = ENTRIES_PER_PIECE): Uint8Array[] | null {
  const parsed = parseBody(bytes);
  if (!parsed.ok || !isObject(parsed.value)) return null;
  const root = parsed.value;
  const list = pick(root, 'data');
  if (!Array.isArray(list) || list.length <= entriesPerPiece) return null;
  const { items, flows, unusable } = sortEntries(list);
  const chunks = [...cutHistory(items, entriesPerPiece), ...cut(flows, entriesPerPiece)];
  const [first, ...others] = chunks;
  if (!first || others.length === 0) return null;
  // What cannot be used leaves its marks with the first, and everything beside the list comes with it.
  const serial = Object.fromEntries(
    serialNames.flatMap((name) => (name in root ? [[name, root[name]]] : [])),
  );
  return [
    bodyOf({ ...root, data: [...first, ...unusable] }),
    ...others.map((data) => bodyOf({ ...serial, data })),
  ];
}

interface Entry {
  raw: unknown;
  item: HistoryItem;
}

function sortEntries(list: readonly unknown[]): { items: Entry[]; flows: unknown[]; unusable: unknown[] } {
  const items: Entry[] = [];
  const flows: unknown[] = [];
  const unusable: unknown[] = [];
  for (const [index, raw] of list.entries()) {
    const part = decodeEntry(raw, index, []);
    if ('reason' in part) unusable.push(raw);
    else if ('kind' in part || (isObject(raw) && isNested(raw))) flows.push(raw);
    else items.push({ raw, item: part });
  }
  return { items, flows, unusable };
}

/** By time, each as long as it has to be for its last window to share no minute with the next. */
function cutHistory(items: readonly Entry[], perPiece: number): unknown[][] {
  const chunks: unknown[][] = [];
  let [open, openUntil]: [unknown[], number] = [[], -Infinity];
  for (const { raw, item } of [...items].sort((a, b) => startOf(a.item) - startOf(b.item))) {
    const isApart = Math.floor(startOf(item) / MINUTE_MS) * MINUTE_MS >= openUntil;
    if (open.length >= perPiece && isApart) {
      chunks.push(open);
      open = [];
    }
    open.push(raw);
    openUntil = Math.max(openUntil, Math.ceil(item.end.ms / MINUTE_MS) * MINUTE_MS);
  }
  if (open.length > 0) chunks.push(open);
  return chunks;
}

function cut(entries: readonly unknown[], perPiece: number): unknown[][] {
  const chunks: unknown[][] = [];
  for (let from = 0; from < entries.length; from += perPiece)
    chunks.push(entries.slice(from, from + perPiece));
  return chunks;
}

/** Where it has none, its place does not matter much: it decides about the cut, and not about a figure. */
function startOf({ start, end }: HistoryItem): number {
  return start?.ms ?? end.ms;
}

function bodyOf(root: Fields): Uint8Array {
  return Buffer.from(JSON.stringify(root));
}
