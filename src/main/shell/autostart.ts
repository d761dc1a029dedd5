import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { autostartEntry } from './autostart-entry';

/** Flag of a start that the owner did not ask for just now. */
export const hiddenFlag = '--hidden';

/**
 * Has the system start Foyer when the owner signs in, without a window, or not any more. Of an app that is
 * not installed the system would only remember a path that is soon gone: nothing is done for those.
 * @throws what the file system throws
 */
export function startWithComputer(isWanted: boolean): void {
  if (!app.isPackaged) return;
  if (process.platform === 'linux') {
    writeEntry(isWanted);
    return;
  }
  const args = [hiddenFlag];
  if (app.getLoginItemSettings({ args }).openAtLogin === isWanted) return;
  app.setLoginItemSettings({ openAtLogin: isWanted, args });
}

/** Whether this start is one the owner should see nothing of. */
export function isHiddenStart(args: readonly string[]): boolean {
  // macOS passes no arguments on to login items, and says it this way instead.
  return (
    args.includes(hiddenFlag) ||
    (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
  );
}

function writeEntry(isWanted: boolean): void {
  const file = join(app.getPath('appData'), 'autostart', 'foyer.desktop');
  if (!isWanted) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  // An AppImage runs from a mount that is another one at every start.
  writeFileSync(file, autostartEntry(process.env['APPIMAGE'] ?? app.getPath('exe')));
}
