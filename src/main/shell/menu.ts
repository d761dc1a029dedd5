import type { MenuItemConstructorOptions } from 'electron';
import type { ShellTexts } from './texts';

/** What the menu can do beyond the roles that every system knows. */
export interface MenuActions {
  about(): void;
  copyDiagnostics(): void;
  checkForUpdates(): void;
}

type Item = MenuItemConstructorOptions;
const separator: Item = { type: 'separator' };

/**
 * The native menu. Small on purpose: the pages have their own navigation. Without an Edit menu macOS
 * would not copy and paste; reloading is for developers. Every entry has its label: Electron's own are English.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  isDevelopment: boolean,
  actions: MenuActions,
  texts: ShellTexts,
): Item[] {
  const { menu: say } = texts;
  const isMac = platform === 'darwin';
  const about: Item = { label: say.about, click: actions.about };
  const updates: Item = { label: say.checkForUpdates, click: actions.checkForUpdates };
  const quit: Item = { role: 'quit', label: texts.tray.quit };
  const application: Item[] = [
    about,
    updates,
    separator,
    { role: 'hide', label: say.hide },
    { role: 'hideOthers', label: say.hideOthers },
    { role: 'unhide', label: say.showAll },
    separator,
    quit,
  ];
  const file: Item[] = [{ role: 'close', label: say.close }, separator, quit];
  const help: Item[] = [
    { label: say.copyDiagnostics, click: actions.copyDiagnostics },
    ...(isMac ? [] : [updates, separator, about]),
  ];
  return [
    isMac ? { label: 'Foyer', submenu: application } : { label: say.file, submenu: file },
    { label: say.edit, submenu: editMenu(say) },
    { label: say.view, submenu: viewMenu(say, isDevelopment) },
    ...(isMac ? [{ role: 'window', label: say.window, submenu: windowMenu(say) } as const] : []),
    { role: 'help', label: say.help, submenu: help },
  ];
}

function editMenu(say: ShellTexts['menu']): Item[] {
  return [
    { role: 'undo', label: say.undo },
    { role: 'redo', label: say.redo },
    separator,
    { role: 'cut', label: say.cut },
    { role: 'copy', label: say.copy },
    { role: 'paste', label: say.paste },
    { role: 'selectAll', label: say.selectAll },
  ];
}

function viewMenu(say: ShellTexts['menu'], isDevelopment: boolean): Item[] {
  const development: Item[] = [separator, { role: 'reload' }, { role: 'toggleDevTools' }];
  return [
    { role: 'resetZoom', label: say.actualSize },
    { role: 'zoomIn', label: say.zoomIn },
    { role: 'zoomOut', label: say.zoomOut },
    separator,
    { role: 'togglefullscreen', label: say.fullScreen },
    ...(isDevelopment ? development : []),
  ];
}

function windowMenu(say: ShellTexts['menu']): Item[] {
  return [
    { role: 'minimize', label: say.minimize },
    { role: 'close', label: say.close },
    separator,
    { role: 'front', label: say.front },
  ];
}
