import type { SaveOutcome } from './carrier';
import type { Outcome, PrintRequest } from './contract';
import type { PaperSize } from './domain';

/** What a page can ask of the computer it is on, in the desktop app only. A browser leaves all of it out. */
export interface DesktopAbilities {
  /** Opens the system's print dialog for the page as it is shown. `false`: the owner called it off. */
  print?(): Promise<Outcome<boolean>>;
  /** Saves one page of figures as PDF, where the owner says. */
  savePdf?(request: PrintRequest): Promise<Outcome<SaveOutcome>>;
  /** Tells that a page made for paper is there in full, and for which paper; `null`: there is nothing to print. */
  pageDrawn?(paper: PaperSize | null): Promise<Outcome<null>>;
  /** Asks the owner for a folder. @returns its absolute path; `null` when the question was called off */
  chooseFolder?(): Promise<Outcome<string | null>>;
  /** Shows a file that was saved before, in the system's own view of its folder. */
  showInFolder?(path: string): Promise<Outcome<null>>;
}

export const abilityChannels = {
  print: 'foyer:print',
  savePdf: 'foyer:save-pdf',
  pageDrawn: 'foyer:page-drawn',
  chooseFolder: 'foyer:choose-folder',
  showInFolder: 'foyer:show-in-folder',
} as const satisfies Record<keyof DesktopAbilities, string>;
