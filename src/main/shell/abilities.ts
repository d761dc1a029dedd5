import { shell } from 'electron';
import type { SaveOutcome } from '#shared/carrier';
import type { Outcome } from '#shared/contract';
import { abilityChannels } from '#shared/desktop-abilities';
import { paperSizes, type PaperSize } from '#shared/domain';

/** Files that the owner chose a place for: the only ones that a page may have shown. */
export class SavedPaths {
  readonly #paths = new Set<string>();

  add(path: string | null): string | null {
    if (path !== null) this.#paths.add(path);
    return path;
  }
  has(path: unknown): path is string {
    return typeof path === 'string' && this.#paths.has(path);
  }
}

export interface AbilityDeps {
  saved: SavedPaths;
  pageDrawn(page: Electron.WebContents, paper: PaperSize | null): void;
  savePdf(request: unknown, page: Electron.WebContents): Promise<Outcome<SaveOutcome>>;
  chooseFolder(page: Electron.WebContents): Promise<string | null>;
}

type Handle = (
  channel: string,
  answer: (event: Electron.IpcMainInvokeEvent, ...args: unknown[]) => Promise<Outcome<unknown>>,
) => void;

/** Answers what pages ask of the computer they are on. Who asks has been checked; what is asked is checked here. */
export function answerAbilities(handle: Handle, deps: AbilityDeps): void {
  handle(abilityChannels.print, ({ sender }) => printShown(sender));
  handle(abilityChannels.savePdf, ({ sender }, request) => deps.savePdf(request, sender));
  handle(abilityChannels.pageDrawn, ({ sender }, paper) => {
    deps.pageDrawn(sender, paperSizes.find((size) => size === paper) ?? null);
    return done(null);
  });
  handle(abilityChannels.chooseFolder, async ({ sender }) => done(await deps.chooseFolder(sender)));
  handle(abilityChannels.showInFolder, (_event, path) => {
    if (deps.saved.has(path)) shell.showItemInFolder(path);
    return done(null);
  });
}

function printShown(page: Electron.WebContents): Promise<Outcome<boolean>> {
  return new Promise((resolve) => {
    // A printer that refuses has told so itself; what is left is whether a page comes out.
    page.print({ printBackground: true, margins: { marginType: 'none' } }, (success) => {
      resolve({ ok: true, result: success });
    });
  });
}

function done<T>(result: T): Promise<Outcome<T>> {
  return Promise.resolve({ ok: true, result });
}
