/**
 * A stand-in for the `electron` module, for computers on which Electron itself cannot run. The built
 * app runs on it unchanged in a plain Node process, and its windows are pages of a real Chromium,
 * which the test's process owns. It has what the app uses; anything else fails loudly.
 */
import { browserSide } from './link';
import { strict } from './strict';

export { app } from './app';
export { ipcMain } from './ipc-main';
export { protocol, session } from './session';
export { BrowserWindow, webContents } from './windows';

export const dialog = strict('dialog', {
  showSaveDialog: (_window: unknown, options: { defaultPath: string }) =>
    browserSide.saveDialog(options.defaultPath),
  showErrorBox(title: string, content: string): void {
    void browserSide.errorBox(title, content);
  },
});

export const shell = strict('shell', {
  openExternal: (url: string) => browserSide.openExternal(url),
});

export const Menu = strict('Menu', {
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu: (_menu: unknown) => undefined,
});

export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: false });
