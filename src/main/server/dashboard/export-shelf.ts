import { randomBytes } from 'node:crypto';
import type { ExportDownload } from './export-download';

/** A browser comes at once; where it asks its user something first, it has come before it asks. */
const FETCHED_WITHIN_MS = 60_000;

/** Files between being asked for by a page and being fetched by its browser. */
export class ExportShelf {
  readonly #kept = new Map<string, { download: ExportDownload; caller: string; timer: NodeJS.Timeout }>();

  constructor(private readonly fetchedWithinMs = FETCHED_WITHIN_MS) {}

  /** @returns what it can be fetched by, which nobody can guess */
  put(download: ExportDownload, caller: string): string {
    const id = randomBytes(16).toString('base64url');
    const timer = setTimeout(() => {
      this.take(id, caller);
      download.giveUp();
    }, this.fetchedWithinMs).unref();
    this.#kept.set(id, { download, caller, timer });
    return id;
  }

  find(id: string, caller: string): ExportDownload | null {
    const kept = this.#kept.get(id);
    return kept?.caller === caller ? kept.download : null;
  }

  take(id: string, caller: string): ExportDownload | null {
    const download = this.find(id, caller);
    if (!download) return null;
    clearTimeout(this.#kept.get(id)?.timer);
    this.#kept.delete(id);
    return download;
  }
}
