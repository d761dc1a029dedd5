import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { ApiError } from '#shared/contract';
import type { ExportNews } from '#shared/export-news';
import { tell } from '#shared/sentences';
import { ExportBrokenOff, type OpenExport } from '../../core/reports/types';
import { isDisconnect } from '../is-disconnect';
import { contentDisposition } from './content-disposition';

export function exportHeaders(fileName: string, contentType: string): Record<string, string> {
  return { 'Content-Type': contentType, 'Content-Disposition': contentDisposition(fileName) };
}

/**
 * Sends a file no faster than it is read, and gives it up when the reader leaves. The next piece is asked for when
 * all before it has left this program: nothing between may keep some, since they lie in memory that is used again.
 */
export async function sendExport(
  response: ServerResponse,
  { fileName, contentType, pieces, close }: OpenExport,
  onDone?: (done: number) => void,
): Promise<void> {
  response.writeHead(200, exportHeaders(fileName, contentType));
  async function* bytesOf(): AsyncGenerator<Uint8Array> {
    for await (const { bytes, done } of pieces) {
      yield bytes;
      onDone?.(done);
    }
  }
  try {
    await pipeline(bytesOf(), response);
  } finally {
    await close();
  }
}

/** A file that a page has asked for, and that its browser fetches by itself: so it never lies in the page's memory. */
export class ExportDownload {
  #isOver = false;
  #response: ServerResponse | null = null;

  /** @param onNews hears everything but `ready`; whatever ends it comes last, and once */
  constructor(
    readonly file: OpenExport,
    private readonly onNews: (news: ExportNews) => void,
  ) {}

  /** Whoever asked for it has gone. A file that is on its way breaks off, so that browsers do not keep half of it. */
  cancel(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    if (this.#response) this.#response.destroy();
    else void this.file.close();
  }

  /** For when nobody has come to fetch it. */
  giveUp(): void {
    if (this.#response || this.#isOver) return;
    this.#end({ state: 'failed', error: { code: 'unavailable', ...tell('not-fetched') } });
    void this.file.close();
  }

  /** @throws what kept the rest of the file from being sent, be it only that the browser left */
  async sendTo(response: ServerResponse): Promise<void> {
    this.#response = response;
    let fault: unknown = null;
    const { pieces } = this.file;
    async function* watched(): OpenExport['pieces'] & AsyncGenerator {
      try {
        yield* pieces;
      } catch (error) {
        fault = error;
        throw error;
      }
    }
    try {
      await sendExport(response, { ...this.file, pieces: watched() }, (done) => {
        if (!this.#isOver) this.onNews({ state: 'making', done });
      });
      this.#end({ state: 'done' });
    } catch (error) {
      const hasLeft = fault === null && isDisconnect(error);
      this.#end(hasLeft ? { state: 'cancelled' } : { state: 'failed', error: faultOf(fault) });
      throw error;
    }
  }

  #end(news: ExportNews): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.onNews(news);
  }
}

function faultOf(fault: unknown): ApiError {
  if (fault instanceof ExportBrokenOff) return { code: 'unavailable', ...tell('export-broken-off') };
  return { code: 'internal', ...tell('file-not-saved') };
}
