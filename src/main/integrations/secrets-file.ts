import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import type { Log } from '../core/types';

/** What is kept for one of the ways out. */
interface Kept {
  /** Where it may be shown: what was typed for one place is never sent to another. */
  place: string;
  secret: string;
}

/** Only its owner may read it (Windows: whoever may read the folder). */
const mode = 0o600;

/**
 * Passwords and keys of the ways out, in a file beside the data. Not among the data: that is copied into
 * backups and moved to other computers, and these are for this computer alone.
 */
export class SecretsFile {
  #kept: Map<string, Kept>;

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

  /** On the disk when it returns. @throws what the file system throws; then nothing has changed */
  put(name: string, place: string, secret: string | null): void {
    const next = new Map(this.#kept);
    if (secret === null) next.delete(name);
    else next.set(name, { place, secret });
    const temporary = `${this.path}.tmp`;
    // Made anew, so that no link and no file with other rights is written through.
    rmSync(temporary, { force: true });
    const file = openSync(temporary, 'wx', mode);
    try {
      writeSync(file, JSON.stringify(Object.fromEntries(next)));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, this.path);
    this.#kept = next;
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
