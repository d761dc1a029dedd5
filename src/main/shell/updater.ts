import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Log } from '../core/types';
import { feedUpdater } from './feed-updater';
import type { Updater } from './updates';

/** @returns updates from the feed that the package was built for; `null` where it was built for none */
export async function openUpdater(log: Log): Promise<Updater | null> {
  if (!app.isPackaged || !existsSync(join(process.resourcesPath, 'app-update.yml'))) return null;
  const { default: electronUpdater } = await import('electron-updater');
  return feedUpdater(electronUpdater.autoUpdater, log);
}
