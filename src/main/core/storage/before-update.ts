import { join } from 'node:path';
import { backupFolderName } from '#shared/domain';
import type { FileSystem } from './file-system';
import { newestVersion } from './schema';

/**
 * Keeps the database as an older Foyer left it, before it is changed to the form of this one: the way
 * back, should the owner want the older version again. One for each version.
 * @throws what the file system throws; without the copy nothing is changed
 */
export function keepBeforeUpdate(fs: FileSystem, folder: string, bytes: Uint8Array, version: number): void {
  if (version === 0 || version >= newestVersion) return;
  const backups = join(folder, backupFolderName);
  fs.mkdir(backups);
  const name = `before-update-from-${version}.sqlite`;
  if (fs.list(backups).includes(name)) return;
  const temporary = join(backups, `${name}.tmp`);
  fs.remove(temporary);
  const fd = fs.create(temporary);
  try {
    fs.write(fd, bytes);
    fs.fsync(fd);
  } finally {
    fs.close(fd);
  }
  fs.rename(temporary, join(backups, name));
  fs.fsyncFolder(backups);
}
