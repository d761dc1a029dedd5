import type { BrowserWindow } from 'electron';
import type { Outcome, PrintRequest } from '#shared/contract';
import type { PaperSize } from '#shared/domain';
import { tell, type SentenceId } from '#shared/sentences';
import type { Log } from '../core/types';
import { openHiddenWindow, type WindowOptions } from './window';

/** A page asks for a month of hours at most; a PC that just woke up may take its time. */
const drawnWithinMs = 60_000;
/** The sheet has its own. */
const noMargins = { top: 0, bottom: 0, left: 0, right: 0 };

export type PagePrinterOptions = Pick<WindowOptions, 'preload' | 'url' | 'isDevelopment'> & { log: Log };

/** Turns pages that are made for paper into PDF, in windows that nobody sees, one after the other. */
export class PagePrinter {
  readonly #options: PagePrinterOptions;
  readonly #waiting = new Map<number, (paper: PaperSize | null) => void>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: PagePrinterOptions) {
    this.#options = options;
  }

  pdf(request: PrintRequest): Promise<Outcome<Uint8Array>> {
    const printed = this.#last.then(() => this.#print(request));
    this.#last = printed;
    return printed;
  }

  /** To be called when a page says that it is drawn, or that it has nothing to draw. */
  drawn(page: Electron.WebContents, paper: PaperSize | null): void {
    this.#waiting.get(page.id)?.(paper);
  }

  async #print(request: PrintRequest): Promise<Outcome<Uint8Array>> {
    const { url, log } = this.#options;
    const window = openHiddenWindow(this.#options);
    const { webContents } = window;
    try {
      const drawn = this.#whenDrawn(window);
      await window.loadURL(`${url}#/print?${new URLSearchParams(request).toString()}`);
      const paper = await drawn;
      if (paper === null) return failure('nothing-to-print');
      const pdf = await webContents.printToPDF({
        pageSize: paper,
        printBackground: true,
        margins: noMargins,
      });
      return { ok: true, result: pdf };
    } catch (error) {
      log.error('A page could not be printed', error);
      return failure('page-not-drawn');
    } finally {
      this.#waiting.delete(webContents.id);
      window.destroy();
    }
  }

  #whenDrawn({ webContents }: BrowserWindow): Promise<PaperSize | null> {
    const drawn = new Promise<PaperSize | null>((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error('The page was not drawn in time'));
      }, drawnWithinMs);
      this.#waiting.set(webContents.id, (paper) => {
        clearTimeout(timer);
        resolve(paper);
      });
      webContents.once('render-process-gone', (_event, { reason }) => {
        clearTimeout(timer);
        reject(new Error(`The page has ended (${reason})`));
      });
    });
    // Loading may fail first; then nobody waits for this any more.
    drawn.catch(() => undefined);
    return drawn;
  }
}

function failure(id: SentenceId): Outcome<never> {
  return { ok: false, error: { code: 'unavailable', ...tell(id) } };
}
