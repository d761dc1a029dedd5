import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Log } from '../core/types';
import type { Updater } from './updates';

/**
 * Updates from the static feed that the package was built for (`app-update.yml` beside it). What is fetched
 * must have the SHA-512 that the feed states, and on Windows and macOS the signature of the publisher.
 * @returns `null` where there is no feed
 */
export async function openUpdater(log: Log): Promise<Updater | null> {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return null;
  const { default: electronUpdater } = await import('electron-updater');
  const { autoUpdater } = electronUpdater;
  autoUpdater.autoDownload = false;
  autoUpdater.autoInstallOnAppQuit = false;
  autoUpdater.allowDowngrade = false;
  autoUpdater.logger = log;
  // Failures reject the calls below; unheard, the same failure would end the process as an event.
  autoUpdater.on('error', () => undefined);
  return {
    async check() {
      const found = await autoUpdater.checkForUpdates();
      return found?.isUpdateAvailable ? found.updateInfo.version : null;
    },
    async download() {
      await autoUpdater.downloadUpdate();
    },
    install() {
      autoUpdater.quitAndInstall(true, true);
    },
  };
}
