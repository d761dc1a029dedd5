import { backupFolderName } from '#shared/domain';

/** Where backups are, written as the computer that Foyer runs on writes paths. */
export function backupFolder(dataFolder: string): string {
  return `${dataFolder}${dataFolder.includes('\\') ? '\\' : '/'}${backupFolderName}`;
}
