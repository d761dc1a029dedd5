import { expect, it } from 'vitest';
import { backupFolder } from '../../../src/renderer/features/settings/backup/backup-folder';

it.each([
  ['/home/ana/.config/foyer', '/home/ana/.config/foyer/backups'],
  ['C:\\Users\\Ana\\AppData\\Roaming\\Foyer', 'C:\\Users\\Ana\\AppData\\Roaming\\Foyer\\backups'],
])('the backups of %s are in %s', (dataFolder, folder) => {
  expect(backupFolder(dataFolder)).toBe(folder);
});
