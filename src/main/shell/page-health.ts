import { dialog, type BrowserWindow } from 'electron';
import type { Log } from '../core/types';
import type { NoticeText } from './alert-text';
import type { ShellTexts } from './texts';

/** A page that ends again within this time will do so for ever: somebody should know. */
const againWithinMs = 5 * 60_000;

export interface PageHealthDeps {
  texts(): ShellTexts;
  log: Log;
}

/**
 * Loads the page anew when its process has ended, quietly the first time, and asks the owner what to do when
 * it ends again or does not answer. Counting is none of the page's business and goes on.
 */
export function mindPage(window: BrowserWindow, { texts, log }: PageHealthDeps): void {
  const { webContents } = window;
  let reloadedAt = -Infinity;
  let isFrozen: AbortController | null = null;
  let isReplacing = false;

  function reload(): void {
    reloadedAt = performance.now();
    webContents.reload();
  }

  async function onGone(reason: string): Promise<void> {
    // The owner has closed it, or has it replaced just now.
    if (reason === 'clean-exit' || isReplacing) return;
    log.error(`The page has ended (${reason})`);
    if (performance.now() - reloadedAt > againWithinMs) {
      reload();
      return;
    }
    const say = texts().page;
    const isWanted = await ask(say.crashed, [say.reload, say.close]);
    if (window.isDestroyed()) return;
    if (isWanted) reload();
    else window.destroy();
  }

  async function onFrozen(): Promise<void> {
    log.warn('The page does not answer');
    const asking = (isFrozen ??= new AbortController());
    const say = texts().page;
    const isToWait = await ask(say.frozen, [say.wait, say.reload], asking.signal);
    isFrozen = null;
    if (isToWait || asking.signal.aborted || window.isDestroyed()) return;
    isReplacing = true;
    webContents.forcefullyCrashRenderer();
    reload();
    isReplacing = false;
  }

  webContents.on('render-process-gone', (_event, { reason }) => void onGone(reason));
  webContents.on('unresponsive', () => {
    if (!isFrozen) void onFrozen();
  });
  // It has come to itself: the question goes.
  webContents.on('responsive', () => isFrozen?.abort());
}

/** @returns whether the first button was pressed */
async function ask({ title, body }: NoticeText, buttons: string[], signal?: AbortSignal): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Foyer',
    message: title,
    detail: body,
    buttons,
    defaultId: 0,
    cancelId: 0,
    noLink: true,
    ...(signal ? { signal } : {}),
  });
  return response === 0;
}
