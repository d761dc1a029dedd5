import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

const filters = {
  csv: [{ name: 'CSV', extensions: ['csv'] }],
  foyer: [{ name: 'Foyer', extensions: ['foyer'] }],
};

/** Asks the owner where to save. @returns the absolute path; `null` when the question was called off */
export async function askWhereToSave(
  sender: Electron.WebContents,
  kind: keyof typeof filters,
  fileName: string,
): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  if (!window) return null;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), fileName),
    filters: filters[kind],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Asks the owner for a file with everything, or a backup. @returns its absolute path, or `null` */
export async function askWhichFile(sender: Electron.WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  if (!window) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: app.getPath('documents'),
    properties: ['openFile'],
    filters: [{ name: 'Foyer', extensions: ['foyer', 'sqlite'] }],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
