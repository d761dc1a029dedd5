import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, BrowserWindow, dialog, Menu } from 'electron';
import { startApp } from './app';
import { defaultDataFolder } from './data-folder';
import { createLog } from './log';
import { readFlags, type DesktopFlags } from './shell/flags';
import { hardenPages } from './shell/harden';
import { connectPages } from './shell/ipc';
import { closeBeforeQuit, keepOneWindow } from './shell/lifecycle';
import { menuTemplate } from './shell/menu';
import { appOrigin, registerAppScheme, servePages } from './shell/protocol';
import { saveCsv } from './shell/save-csv';

/** The desktop app: the same composition as `headless.ts`, with a window. */

const here = import.meta.dirname;
const rendererFolder = join(here, '../renderer');
const isDevelopment = !app.isPackaged;
/** Set by `electron-vite dev`: pages with hot reload instead of the built ones. */
const devServer = isDevelopment ? process.env['ELECTRON_RENDERER_URL'] : undefined;
const ownOrigin = devServer ?? appOrigin;

app.enableSandbox();
app.setAppUserModelId('app.foyer.desktop');
registerAppScheme();

const read = readFlags(process.argv.slice(1));
if (read.ok) run(read.flags).catch(giveUp);
else giveUp(new Error(read.message));

async function run(flags: DesktopFlags): Promise<void> {
  const dataFolder = flags.dataFolder ?? defaultDataFolder();
  // Chromium's own files; with them goes the lock, so that each data folder has one app.
  const profile = join(dataFolder, 'window');
  mkdirSync(profile, { recursive: true });
  app.setPath('userData', profile);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const log = createLog({ folder: join(dataFolder, 'logs') });

  await app.whenReady();
  hardenPages(ownOrigin);
  servePages(rendererFolder);
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, isDevelopment)));

  const starting = startApp({
    dataFolder,
    ...(flags.timeZone !== undefined && { timeZone: flags.timeZone }),
    ...(flags.cameraPort !== undefined && { cameraPort: flags.cameraPort }),
    cameraHost: '0.0.0.0',
    cameraPortOptional: true,
    dashboard: true,
    dashboardPort: flags.dashboardPort ?? 8081,
    rendererFolder,
    files: {
      worker: pathToFileURL(join(here, 'storage-worker.js')),
      sqliteWasm: pathToFileURL(join(here, 'sql-wasm.wasm')),
    },
    log,
  });
  closeBeforeQuit(async () => (await starting).close(), log);
  const { core } = await starting;

  connectPages({
    core,
    log,
    ownOrigin,
    saveCsv: (request, sender) =>
      saveCsv(request, { core, log, askForPath: (fileName) => askForPath(fileName, sender) }),
  });
  keepOneWindow({
    preload: join(here, '../preload/index.cjs'),
    icon: join(here, '../../resources/icon.png'),
    url: `${ownOrigin}/`,
    isDevelopment,
  });
}

async function askForPath(fileName: string, sender: Electron.WebContents): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(sender);
  if (!window) return null;
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  });
  return canceled || filePath === '' ? null : filePath;
}

/** Expected failures carry a sentence for the owner; anything else names itself for whoever helps. */
function giveUp(error: unknown): void {
  dialog.showErrorBox('Foyer cannot start', error instanceof Error ? error.message : String(error));
  app.exit(1);
}
