import { readFileSync } from 'node:fs';
import type { Log } from '../core/types';
import { writePrivately } from '../core/write-privately';

/** What is kept for one of the ways out. */
interface Kept {
  /** Where it may be shown: what was typed for one place is never sent to another. */
  place: string;
  secret: string;
}

/**
 * Passwords and keys of the ways out, in a file beside the data. Not among the data: that is copied into
 * backups and moved to other computers, and these are for this computer alone.
 */
export class SecretsFile {
  #kept: Map<string, Kept>;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    log: Log,
  ) {
    this.#kept = read(path, log);
  }

  /** @returns the secret if it was given for that place, else `null` */
  get(name: string, place: string): string | null {
    const kept = this.#kept.get(name);
    return kept?.place === place ? kept.secret : null;
  }

  /** On the disk when it resolves. @throws what the file system throws; then nothing has changed */
  put(name: string, place: string, secret: string | null): Promise<void> {
    const written = this.#writing.then(async () => {
      const next = new Map(this.#kept);
      if (secret === null) next.delete(name);
      else next.set(name, { place, secret });
      await writePrivately(this.path, JSON.stringify(Object.fromEntries(next)));
      this.#kept = next;
    });
    // Whoever asked for it hears that it failed; the next one begins anew.
    this.#writing = written.catch(() => undefined);
    return written;
  }
}

function read(path: string, log: Log): Map<string, Kept> {
  const kept = new Map<string, Kept>();
  let stored: unknown;
  try {
    stored = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    // ENOTDIR: there is no such folder either, and whoever opens it next says so better.
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    // Its content stays out of the log; the owner is asked for the passwords anew.
    if (!isMissing) log.warn('The kept passwords cannot be read');
    return kept;
  }
  for (const [name, value] of Object.entries(stored ?? {}) as [string, unknown][]) {
    const { place, secret } = (value ?? {}) as Partial<Record<string, unknown>>;
    if (typeof place === 'string' && typeof secret === 'string') kept.set(name, { place, secret });
  }
  return kept;
}
