import type { MenuItemConstructorOptions } from 'electron';

/**
 * The native menu. Small on purpose: the pages have their own navigation. Without an Edit menu macOS
 * would not copy and paste; reloading is for developers.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  isDevelopment: boolean,
): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  const development: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  return [
    isMac ? { role: 'appMenu' } : { label: 'File', submenu: [{ role: 'quit' }] },
    { role: 'editMenu' },
    { label: 'View', submenu: isDevelopment ? [...view, ...development] : view },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
  ];
}
