import { extname, join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';

const kinds: Record<string, string> = {
  csv: 'CSV',
  xlsx: 'Excel',
  ndjson: 'NDJSON',
  foyer: 'Foyer',
  pdf: 'PDF',
};

/** Asks the owner where to save. @returns the absolute path; `null` when the question was called off */
export async function askWhereToSave(sender: Electron.WebContents, fileName: string): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  if (!window) return null;
  const ending = extname(fileName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: kinds[ending] ?? ending, extensions: [ending] }],
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

/** Asks the owner for a folder. @returns its absolute path; `null` when the question was called off */
export async function askWhichFolder(sender: Electron.WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  if (!window) return null;
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    defaultPath: app.getPath('documents'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
