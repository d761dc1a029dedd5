import { app, type BrowserWindow } from 'electron';
import type { Log } from '../core/types';
import { hiddenFlag } from './autostart';
import { mindPage, type PageHealthDeps } from './page-health';
import type { WindowPlace } from './window-place';
import { openWindow, placeOf, raise, type WindowOptions } from './window';

/** The last snapshot may take a while on a slow disk. */
const closeWithinMs = 15_000;
/** Systems that shut down wait for hardly longer; the journal has everything, so nothing depends on it. */
const closeInHurryWithinMs = 4_000;

export interface Ending {
  /** Closes what is open, once, without ending the process. */
  close(): Promise<void>;
  /** The system ends the session: as much as there is time for. */
  hurry(): void;
}

/**
 * Holds a quit back until `close` has run, or has taken too long: the last snapshot should be on disk before
 * the process ends. However often the owner asks to quit meanwhile, it runs once.
 */
export function closeBeforeQuit(close: () => Promise<void>, log: Log): Ending {
  let closing: Promise<void> | null = null;
  let isClosed = false;
  let withinMs = closeWithinMs;

  function closeOnce(): Promise<void> {
    closing ??= Promise.race([
      close().catch((error: unknown) => {
        log.error('Closing failed', error);
      }),
      after(withinMs, () => {
        log.warn('Closing took too long; the next start reads the journal');
      }),
    ]).then(() => {
      isClosed = true;
    });
    return closing;
  }

  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    if (closing) return;
    void closeOnce().then(() => {
      app.quit();
    });
  });
  return {
    close: closeOnce,
    hurry() {
      withinMs = closeInHurryWithinMs;
      app.quit();
    },
  };
}

function after(ms: number, act: () => void): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(() => {
      act();
      resolve();
    }, ms).unref();
  });
}

export interface OneWindowDeps extends WindowOptions, PageHealthDeps {
  lastPlace(): WindowPlace | null;
  onPlace(place: WindowPlace): void;
  /** Whether Foyer goes on without a window. */
  staysInTray(): boolean;
  /** The window was closed and Foyer goes on. */
  onLeftInTray(): void;
  onSessionEnd(): void;
}

/** Keeps at most one window. @returns a function that shows it */
export function keepOneWindow(deps: OneWindowDeps): () => void {
  let window: BrowserWindow | null = null;
  let isQuitting = false;
  /** A window that prints comes and goes, too, but nobody has closed anything then. */
  let wasShown = false;
  const show = () => {
    if (window) {
      raise(window);
      return;
    }
    const opened = openWindow(deps, deps.lastPlace());
    wasShown = true;
    mindPage(opened, deps);
    opened.on('close', () => {
      deps.onPlace(placeOf(opened));
    });
    // Windows ends the session whatever a program does; what is still to be written should begin now.
    opened.on('session-end', deps.onSessionEnd);
    opened.once('closed', () => (window = null));
    window = opened;
  };
  app.on('second-instance', (_event, args) => {
    if (!args.includes(hiddenFlag)) show();
  });
  app.on('activate', show);
  app.on('before-quit', () => (isQuitting = true));
  app.on('window-all-closed', () => {
    if (isQuitting || !wasShown) return;
    wasShown = false;
    if (deps.staysInTray()) deps.onLeftInTray();
    // On macOS an app goes on without windows, and this one goes on counting.
    else if (process.platform !== 'darwin') app.quit();
  });
  return show;
}
