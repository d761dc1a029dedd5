import type { SaveOutcome } from './carrier';
import type { Outcome, PrintRequest } from './contract';
import type { PaperSize } from './domain';

/** What only the desktop app can do for a page that is made for paper; a browser's print dialog does it there. */
export interface Printing {
  /** Opens the system's print dialog for the page as it is shown. `false`: the owner called it off. */
  print?(): Promise<Outcome<boolean>>;
  /** Saves one page of figures as PDF, where the owner says. */
  savePdf?(request: PrintRequest): Promise<Outcome<SaveOutcome>>;
  /** Tells that a page made for paper is there in full, and the paper that it is made for. */
  pageDrawn?(paper: PaperSize): Promise<Outcome<null>>;
}

export const printChannels = {
  print: 'foyer:print',
  savePdf: 'foyer:save-pdf',
  pageDrawn: 'foyer:page-drawn',
} as const;
