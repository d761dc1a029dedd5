import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import type { Bridge } from '#shared/carrier';

declare global {
  interface Window {
    /** What the preload script gives a page of the desktop app. */
    foyer: Bridge;
  }
}

/** The running desktop app as a test sees it, on the stand-in as on a real Electron. */
export interface DesktopApp {
  /** The page of the window that is open, once it has been loaded. */
  window(): Promise<Page>;
  openWindows(): number;
  /** Answers the next save dialog: a path, or `null` for "Cancel". */
  answerSaveDialog(path: string | null): Promise<void>;
  /** Answers the next open dialog: a path, or `null` for "Cancel". */
  answerOpenDialog(path: string | null): Promise<void>;
  /** Addresses the app has asked the system to open. */
  openedExternally(): Promise<string[]>;
  /** A window with the app's preload script that shows a page from somewhere else. */
  openForeignWindow(): Promise<Page>;
  /** Starts the app a second time on the same data. @returns its exit code */
  startAgain(): Promise<number | null>;
  /** Exit code, once the app has ended by whatever means. */
  readonly exited: Promise<number | null>;
  /** Quits as the owner does. @returns the exit code */
  quit(): Promise<number | null>;
  /** Cleans up, whatever state the app is in. @throws when it did something it must not */
  close(): Promise<void>;
}

export interface LaunchOptions {
  dataFolder: string;
  /** Further flags of the command line. */
  args?: string[];
}

/** The desktop app as `npm run build` leaves it. */
export const builtApp = join(import.meta.dirname, '../../out/main/index.js');

/** Path of Electron's binary, or `null` where it was not fetched or there is no display to show a window on. */
export function electronBinary(): string | null {
  const isHeadless =
    process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
  const folder = dirname(createRequire(import.meta.url).resolve('electron'));
  const pathFile = join(folder, 'path.txt');
  if (isHeadless || !existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

/** Starts the built app: on Electron where that can run, else on the stand-in. */
export async function launchDesktopApp(options: LaunchOptions): Promise<DesktopApp> {
  const binary = electronBinary();
  if (binary !== null) return (await import('./electron-desktop')).launchElectron(binary, options);
  return (await import('../stand-in/stand-in-desktop')).launchStandIn(options);
}
