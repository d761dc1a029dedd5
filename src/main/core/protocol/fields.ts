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

/**
 * A whole number ≥ 0, also written as text. Anything else that is there is set aside, not guessed.
 * @returns `null` if it is missing or set aside
 */
export function readCount(value: unknown, place: string, setAside: SetAside[]): number | null {
  if (value === undefined || value === null) return null;
  const number = typeof value === 'string' && /^\s*-?\d+\s*$/.test(value) ? Number(value) : value;
  if (typeof number === 'number' && Number.isSafeInteger(number) && number >= 0) return number;
  setAside.push({ place, value: describe(value) });
  return null;
}

/** A measured quantity that cannot be negative; unusable ones are unknown. */
export function readQuantity(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : null;
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
  return countFields.some((name) => fields[name] !== undefined && fields[name] !== null);
}

function describe(value: unknown): string {
  return (JSON.stringify(value) ?? typeof value).slice(0, 60);
}
