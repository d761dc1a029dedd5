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
  async showMessageBox(box: MessageBox) {
    const { message, detail, buttons = ['OK'] } = box;
    return { response: await browserSide.messageBox({ message, detail, buttons }) };
  },
  showErrorBox(title: string, content: string): void {
    void browserSide.errorBox(title, content);
  },
});

export const shell = strict('shell', {
  openExternal: (url: string) => browserSide.openExternal(url),
  async openPath(path: string) {
    await browserSide.noted('openPath', path);
    return '';
  },
});

export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false });
