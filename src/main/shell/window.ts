import { BrowserWindow, nativeTheme } from 'electron';
import type { Log } from '../core/types';

/** The pages' own background in light and dark, so that a window does not flash white before they are drawn. */
const background = { light: '#f5efe6', dark: '#191613' };

export interface WindowOptions {
  /** Absolute path of the built preload script. */
  preload: string;
  /** Absolute path of a PNG; macOS takes the icon from the application bundle instead. */
  icon: string;
  /** Address of the first page. */
  url: string;
  isDevelopment: boolean;
  log: Log;
}

/** Opens the window; it appears once the page has been drawn. */
export function openWindow({ preload, icon, url, isDevelopment, log }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Foyer',
    icon,
    width: 1200,
    height: 820,
    minWidth: 390,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: isDevelopment,
      spellcheck: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.loadURL(url).catch((error: unknown) => {
    log.error('The page could not be loaded', error);
  });
  return window;
}

/** Brings a window that may be minimised or hidden in front of the owner. */
export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
