import type { ApiError } from './contract';

/**
 * What pages hear over HTTP of a file in the making, a line of JSON each: first `ready`, with the address that the
 * browser fetches the file from, in the end one that ends it. A stream that just stops means the same as `failed`.
 */
export type ExportNews =
  | { state: 'ready'; id: string; fileName: string; total: number }
  | { state: 'making'; done: number }
  /** All of it has been sent. */
  | { state: 'done' }
  /** The browser stopped fetching it. */
  | { state: 'cancelled' }
  | { state: 'failed'; error: ApiError };

export function newsLine(news: ExportNews): string {
  return `${JSON.stringify(news)}\n`;
}

/** Puts lines together again, however the network cut them. */
export class NewsReader {
  #rest = '';
  readonly #decoder = new TextDecoder();

  take(received: Uint8Array): ExportNews[] {
    const lines = (this.#rest + this.#decoder.decode(received, { stream: true })).split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.map((line) => JSON.parse(line) as ExportNews);
  }
}
