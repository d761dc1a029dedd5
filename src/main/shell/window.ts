import { BrowserWindow, nativeTheme, screen } from 'electron';
import type { Log } from '../core/types';
import { usablePlace, type WindowPlace } from './window-place';

/** The pages' own background in light and dark, so that a window does not flash white before they are drawn. */
const background = { light: '#f5efe6', dark: '#191613' };
const firstSize = { width: 1200, height: 820, isMaximized: false };

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

/**
 * Opens the window; it appears once the page has been drawn.
 * @param place where it was last time
 */
export function openWindow(options: WindowOptions, place: WindowPlace | null): BrowserWindow {
  const { preload, icon, url, isDevelopment, log } = options;
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { isMaximized, ...bounds } = usablePlace(place, workAreas) ?? firstSize;
  const window = new BrowserWindow({
    title: 'Foyer',
    icon,
    ...bounds,
    minWidth: 390,
    minHeight: 560,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: pagePreferences(preload, isDevelopment),
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => {
    window.show();
  });
  window.loadURL(url).catch((error: unknown) => {
    log.error('The page could not be loaded', error);
  });
  return window;
}

/** A window that is never shown, for pages that are made to be printed. */
export function openHiddenWindow({
  preload,
  isDevelopment,
}: Pick<WindowOptions, 'preload' | 'isDevelopment'>): BrowserWindow {
  return new BrowserWindow({ show: false, webPreferences: pagePreferences(preload, isDevelopment) });
}

/** What every page may do, shown or not: nothing but what its preload script gives it. */
function pagePreferences(preload: string, isDevelopment: boolean): Electron.WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    devTools: isDevelopment,
    spellcheck: false,
  };
}

/** Where a window is: its size before it was maximised, so that it can go back to it. */
export function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}

/** Brings a window that may be minimised or hidden in front of the owner. */
export function raise(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
