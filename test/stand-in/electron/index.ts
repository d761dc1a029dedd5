/**
 * A stand-in for the `electron` module, for computers on which Electron itself cannot run. The built
 * app runs on it unchanged in a plain Node process, and its windows are pages of a real Chromium,
 * which the test's process owns. It has what the app uses; anything else fails loudly.
 */
import type { MessageBox } from '../contract';
import { browserSide } from './link';
import { strict } from './strict';

export { app } from './app';
export { ipcMain } from './ipc-main';
export { protocol, session } from './session';
export { Menu, nativeImage, Tray } from './menus';
export { clipboard, Notification, powerMonitor, powerSaveBlocker, screen } from './system';
export { BrowserWindow, webContents } from './windows';

export const dialog = strict('dialog', {
  showSaveDialog: (_window: unknown, options: { defaultPath: string }) =>
    browserSide.saveDialog(options.defaultPath),
  showOpenDialog: () => browserSide.openDialog(),
  async showMessageBox(box: MessageBox & { cancelId?: number; signal?: AbortSignal }) {
    const { message, detail, buttons = ['OK'], cancelId = 0, signal } = box;
    const isCalledOff = new Promise<number>((resolve) => {
      signal?.addEventListener('abort', () => {
        resolve(cancelId);
      });
    });
    const isAnswered = browserSide.messageBox({ message, detail, buttons });
    return { response: await Promise.race([isAnswered, isCalledOff]) };
  },
  showErrorBox(title: string, content: string): void {
    void browserSide.errorBox(title, content);
  },
});

export const shell = strict('shell', {
  openExternal: (url: string) => browserSide.openExternal(url),
  showItemInFolder: (path: string) => void browserSide.noted('showItemInFolder', path),
  async openPath(path: string) {
    await browserSide.noted('openPath', path);
    return '';
  },
});

export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false });
