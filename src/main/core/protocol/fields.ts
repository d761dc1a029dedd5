import type { MeasureName } from '../counting/measures';
import type { SetAside } from './types';

export type Fields = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The first of the names that the object has, with a value other than `null`. */
export function pick(fields: Fields, ...names: string[]): unknown {
  for (const name of names) {
    if (Object.hasOwn(fields, name) && fields[name] !== null) return fields[name];
  }
  return undefined;
}

/** Marks of one message. A list of a million wrong values must not push out all other marks. */
export const MOST_SET_ASIDE = 100;

export function noteSetAside(setAside: SetAside[], place: string, value: unknown): void {
  if (setAside.length < MOST_SET_ASIDE) setAside.push({ place, value: describe(value) });
}

/**
 * A whole number ≥ 0, also written as text. Anything else that is there is set aside, not guessed.
 * @returns `null` if it is missing or set aside
 */
export function readCount(value: unknown, place: string, setAside: SetAside[]): number | null {
  if (value === undefined || value === null) return null;
  const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  // Adding zero makes −0 the zero that it means.
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number + 0;
  noteSetAside(setAside, place, value);
  return null;
}

/** A measured quantity from 0 to `most`, also written as text; what cannot be true is unknown. */
export function readQuantity(value: unknown, most: number): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && number >= 0 && number <= most ? number : null;
}

/** Nobody stands under a camera for longer. */
const LONGEST_STAY_MS = 24 * 60 * 60_000;
const TALLEST_CM = 300;

export function readStayMs(value: unknown): number | null {
  return readQuantity(value, LONGEST_STAY_MS);
}

/** V1.9 §2.2 `height`. 0 says that it was not measured. */
export function readHeightCm(value: unknown): number | null {
  const height = readQuantity(value, TALLEST_CM);
  return height === 0 ? null : height;
}

const LONGEST_ID = 64;

/** A person's id, a number or text. Empty if there is none. */
export function readPersonId(value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') return '';
  const text = String(value);
  // A piece of a string keeps the whole of it in memory, unless it is copied.
  return text.length <= LONGEST_ID ? text : Buffer.from(text.slice(0, LONGEST_ID)).toString();
}

/** V1.9 §2.2. The names of the measures are those of the document. */
const countFields = [
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
] as const satisfies MeasureName[];

/** The counts of a flow report or history item. `prefix` is the place of the object in the body. */
export function readCounts(
  fields: Fields,
  prefix: string,
  setAside: SetAside[],
): Partial<Record<MeasureName, number | null>> {
  const counts: Partial<Record<MeasureName, number | null>> = {};
  for (const name of countFields) {
    const value = fields[name];
    if (value !== undefined && value !== null) counts[name] = readCount(value, prefix + name, setAside);
  }
  return counts;
}

export function hasCounts(fields: Fields): boolean {
  return countFields.some((name) => pick(fields, name) !== undefined);
}

/** V1.9 §2.2 `avgStayTime`, milliseconds. */
export function readAvgStayMs(fields: Fields, prefix: string, setAside: SetAside[]): number | null {
  const value = pick(fields, 'avgStayTime');
  const stayMs = readStayMs(value);
  if (stayMs === null && value !== undefined) noteSetAside(setAside, `${prefix}avgStayTime`, value);
  return stayMs;
}

const MOST_SHOWN = 60;

function describe(value: unknown): string {
  if (typeof value === 'string') return value.slice(0, MOST_SHOWN);
  // JSON has no word for Infinity, which is what 1e999 is read as.
  if (typeof value === 'number') return String(value);
  return (JSON.stringify(value) ?? typeof value).slice(0, MOST_SHOWN);
}
