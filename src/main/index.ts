import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, dialog } from 'electron';
import { startApp } from './app';
import { DataFolderError } from './core/types';
import { readHeadlessFlags, type HeadlessFlags } from './headless-flags';
import { createLog } from './log';
import { SavedPaths } from './shell/abilities';
import { isHiddenStart } from './shell/autostart';
import { runDesktop } from './shell/desktop';
import { openEverything, saveEverything } from './shell/everything';
import { askWhereToSave, askWhichFile, askWhichFolder } from './shell/file-dialogs';
import { exportFile } from './shell/export-file';
import { hardenPages } from './shell/harden';
import { connectPages } from './shell/ipc';
import { closeBeforeQuit } from './shell/lifecycle';
import { ownArguments } from './shell/own-arguments';
import { PagePrinter } from './shell/page-printer';
import { appOrigin, registerAppScheme, servePages } from './shell/protocol';
import { savePdf } from './shell/save-pdf';
import { ShellMemory } from './shell/shell-memory';
import { startFailure } from './shell/start-failure';
import { textsFor } from './shell/texts';

/** The desktop app: the same composition as `headless.ts`, with a window. */

const here = import.meta.dirname;
const rendererFolder = join(here, '../renderer');
const resources = join(here, '../../resources');
const isDevelopment = !app.isPackaged;
/** Set by `electron-vite dev`: pages with hot reload instead of the built ones. */
const devServer = isDevelopment ? process.env['ELECTRON_RENDERER_URL'] : undefined;
const ownOrigin = devServer ?? appOrigin;

app.enableSandbox();
app.setAppUserModelId('app.foyer.desktop');
registerAppScheme();

const read = readHeadlessFlags(ownArguments(process.argv.slice(1)));
if (read.kind === 'run') {
  const { flags } = read;
  run(flags).catch((error: unknown) => {
    giveUp(error, flags.dataFolder);
  });
} else if (read.kind === 'bad') giveUp(new Error(read.message));

async function run({ json: _, ...flags }: HeadlessFlags): Promise<void> {
  useProfile(flags.dataFolder);
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  const log = createLog({ verbose: process.env['FOYER_LOG'] === 'debug' });

  await app.whenReady();
  hardenPages(ownOrigin);
  servePages(rendererFolder);

  const page = { preload: join(here, '../preload/index.cjs'), url: `${ownOrigin}/`, isDevelopment, log };
  const printer = new PagePrinter(page);
  const memory = new ShellMemory(join(app.getPath('userData'), 'shell.json'), log);
  const starting = startApp({
    ...flags,
    pdf: (request) => printer.pdf(request),
    // A window that says what is wrong with a port helps more than none.
    cameraPortOptional: true,
    dashboard: true,
    rendererFolder,
    files: {
      worker: pathToFileURL(join(here, 'storage-worker.js')),
      sqliteWasm: pathToFileURL(join(here, 'sql-wasm.wasm')),
    },
    log,
    told: {
      get: () => memory.get().toldAddresses,
      put: (toldAddresses) => {
        memory.update({ toldAddresses });
      },
    },
  });
  const ending = closeBeforeQuit(async () => (await starting).close(), log);
  const { core, alarm } = await starting;
  // Only now is it certain that no other Foyer has this folder.
  log.writeTo(join(flags.dataFolder, 'logs'));

  const lookAgain = runDesktop({
    core,
    alarm,
    log,
    memory,
    ending,
    window: { ...page, icon: join(resources, 'icon.png') },
    trayIcon: join(resources, process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'),
    isHidden: isHiddenStart(process.argv),
  });
  const saved = new SavedPaths();
  const askForPath = async (sender: Electron.WebContents, fileName: string) =>
    saved.add(await askWhereToSave(sender, fileName));
  connectPages({
    core: {
      subscribe: core.subscribe,
      async invoke(method, params, role) {
        const outcome = await core.invoke(method, params, role);
        if (method === 'settings.update') lookAgain();
        return outcome;
      },
    },
    log,
    ownOrigin,
    exportFile: (request, sender, options) =>
      exportFile(request, {
        core,
        log,
        askForPath: (fileName) => askForPath(sender, fileName),
        ...options,
      }),
    saveEverything: (sender) =>
      saveEverything({ core, log, askForPath: (fileName) => askWhereToSave(sender, fileName) }),
    openEverything: (sender) => openEverything({ core, log, askForFile: () => askWhichFile(sender) }),
    abilities: {
      saved,
      pageDrawn: (sender, paper) => {
        printer.drawn(sender, paper);
      },
      savePdf: (request, sender) =>
        savePdf(request, {
          core,
          log,
          pdf: (page) => printer.pdf(page),
          askForPath: (fileName) => askForPath(sender, fileName),
        }),
      chooseFolder: askWhichFolder,
    },
  });
}

/** Keeps Chromium's own files in the data folder. With them goes the lock: one app for each data folder. */
function useProfile(dataFolder: string): void {
  const profile = join(dataFolder, 'window');
  try {
    mkdirSync(profile, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DataFolderError('unwritable', `Foyer cannot write to its folder ${dataFolder} (${reason}).`);
  }
  app.setPath('userData', profile);
}

/** The settings, and with them the owner's choice of a language, cannot be read any more. */
function giveUp(error: unknown, dataFolder = ''): void {
  const { title, text } = startFailure(
    error,
    dataFolder,
    textsFor('auto', app.getPreferredSystemLanguages()),
  );
  dialog.showErrorBox(title, text);
  app.exit(1);
}
