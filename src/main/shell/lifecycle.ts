import { app, type BrowserWindow } from 'electron';
import type { Log } from '../core/types';
import { openWindow, raise, type WindowOptions } from './window';

/**
 * Holds a quit back until `close` has run: the last snapshot must be on disk before the process ends.
 * However often the owner asks to quit meanwhile, it runs once.
 */
export function closeBeforeQuit(close: () => Promise<void>, log: Log): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    close()
      .catch((error: unknown) => {
        // Nothing is lost: what the last snapshot lacks is in the journal.
        log.error('Closing failed', error);
      })
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
}

/** Keeps one window: opens it now, brings it back when it is asked for, ends the app when it is closed. */
export function keepOneWindow(options: WindowOptions): void {
  let window: BrowserWindow | null = null;
  const show = () => {
    if (window) {
      raise(window);
      return;
    }
    window = openWindow(options);
    window.once('closed', () => (window = null));
  };
  app.on('second-instance', show);
  app.on('activate', show);
  app.on('window-all-closed', () => {
    // On macOS an app goes on without windows, and this one goes on counting.
    if (process.platform !== 'darwin') app.quit();
  });
  show();
}
