import type { AppUpdater } from 'electron-updater';
import type { Log } from '../core/types';
import type { Updater } from './updates';

/**
 * Electron-updater as {@link Updater}: it does nothing by itself. What is fetched must have the SHA-512 that
 * the feed states, and, where the package is signed, the publisher's signature.
 */
export function feedUpdater(library: AppUpdater, log: Log): Updater {
  library.autoDownload = false;
  library.autoInstallOnAppQuit = false;
  library.allowDowngrade = false;
  library.logger = log;
  // Failures reject the calls below; unheard, the same failure would end the process as an event.
  library.on('error', () => undefined);
  return {
    async check() {
      const found = await library.checkForUpdates();
      return found?.isUpdateAvailable ? found.updateInfo.version : null;
    },
    async download() {
      await library.downloadUpdate();
    },
    install() {
      library.quitAndInstall(true, true);
    },
  };
}
