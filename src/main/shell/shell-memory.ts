import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Log } from '../core/types';
import type { WindowPlace } from './window-place';

/** What the shell remembers between two starts. It belongs to this computer, not to the data. */
export interface Remembered {
  place: WindowPlace | null;
  /** The owner knows that closing the window does not end Foyer. */
  isToldOfTray: boolean;
  /** Lost addresses the owner was told of. */
  toldAddresses: string[];
}

/** A small file. Losing it costs nothing but a window's place, so whatever is wrong with it is forgotten. */
export class ShellMemory {
  #remembered: Remembered;

  constructor(
    private readonly path: string,
    private readonly log: Log,
  ) {
    this.#remembered = read(path);
  }

  get(): Readonly<Remembered> {
    return this.#remembered;
  }

  /** Writes at once: the app may be ended at any moment. */
  update(change: Partial<Remembered>): void {
    const next = { ...this.#remembered, ...change };
    const text = JSON.stringify(next);
    if (text === JSON.stringify(this.#remembered)) return;
    this.#remembered = next;
    try {
      const partial = `${this.path}.partial`;
      writeFileSync(partial, text);
      renameSync(partial, this.path);
    } catch (error) {
      this.log.warn(`The window's place could not be remembered: ${String(error)}`);
    }
  }
}

function read(path: string): Remembered {
  const stored = parse(path);
  const place = stored['place'];
  const addresses = stored['toldAddresses'];
  return {
    place: isPlace(place) ? place : null,
    isToldOfTray: stored['isToldOfTray'] === true,
    toldAddresses: Array.isArray(addresses) ? addresses.filter((each) => typeof each === 'string') : [],
  };
}

function parse(path: string): Record<string, unknown> {
  try {
    const stored: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
  } catch {
    // Not there at the first start; damaged is as good as not there.
    return {};
  }
}

function isPlace(value: unknown): value is WindowPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { x, y, width, height, isMaximized } = value as Record<string, unknown>;
  return [x, y, width, height].every(Number.isInteger) && typeof isMaximized === 'boolean';
}
