import type { MenuItemConstructorOptions } from 'electron';

/** What the menu can do beyond the roles that every system knows. */
export interface MenuActions {
  about(): void;
  copyDiagnostics(): void;
  checkForUpdates(): void;
}

/**
 * The native menu. Small on purpose: the pages have their own navigation. Without an Edit menu macOS
 * would not copy and paste; reloading is for developers.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  isDevelopment: boolean,
  { about, copyDiagnostics, checkForUpdates }: MenuActions,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const aboutItem: MenuItemConstructorOptions = { label: 'About Foyer', click: about };
  const updates: MenuItemConstructorOptions = { label: 'Check for Updates…', click: checkForUpdates };
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    separator,
    { role: 'togglefullscreen' },
  ];
  const development: MenuItemConstructorOptions[] = [
    separator,
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  const application: MenuItemConstructorOptions[] = [
    aboutItem,
    updates,
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    separator,
    { role: 'quit', label: 'Quit Foyer' },
  ];
  const help: MenuItemConstructorOptions[] = [
    { label: 'Copy Diagnostics', click: copyDiagnostics },
    ...(isMac ? [] : [updates, separator, aboutItem]),
  ];
  return [
    isMac
      ? { label: 'Foyer', submenu: application }
      : { label: 'File', submenu: [{ role: 'close' }, separator, { role: 'quit', label: 'Quit Foyer' }] },
    { role: 'editMenu' },
    { label: 'View', submenu: isDevelopment ? [...view, ...development] : view },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    { role: 'help', label: 'Help', submenu: help },
  ];
}
