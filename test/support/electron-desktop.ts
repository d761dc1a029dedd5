import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { builtApp, type DesktopApp, type LaunchOptions } from './desktop-app';

const preload = join(builtApp, '../../preload/index.cjs');

/** What the app's process keeps for the test. */
interface Seen {
  opened: string[];
  saveAnswers: (string | null)[];
  openAnswers: (string | null)[];
}

/** The built app on a real Electron. */
export async function launchElectron(binary: string, options: LaunchOptions): Promise<DesktopApp> {
  // Chromium refuses its sandbox to root, which is what containers run as.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [...asRoot, builtApp, '--data', options.dataFolder, ...(options.args ?? [])];
  const electron = await _electron.launch({ executablePath: binary, args });
  const child = electron.process();
  const exited = once(child, 'exit').then(([code]) => code as number | null);

  await electron.evaluate(({ dialog, shell }) => {
    const seen: Seen = { opened: [], saveAnswers: [], openAnswers: [] };
    Object.assign(globalThis, { seenByTest: seen });
    shell.openExternal = (url) => Promise.resolve(void seen.opened.push(url));
    dialog.showSaveDialog = () => {
      const path = seen.saveAnswers.shift() ?? null;
      return Promise.resolve({ canceled: path === null, filePath: path ?? '' });
    };
    dialog.showOpenDialog = () => {
      const path = seen.openAnswers.shift() ?? null;
      return Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] });
    };
  });

  return {
    exited,
    window: async () => electron.windows()[0] ?? electron.waitForEvent('window'),
    openWindows: () => electron.windows().length,
    answerSaveDialog: (path) =>
      electron.evaluate((_, answer) => {
        (globalThis as unknown as { seenByTest: Seen }).seenByTest.saveAnswers.push(answer);
      }, path),
    answerOpenDialog: (path) =>
      electron.evaluate((_, answer) => {
        (globalThis as unknown as { seenByTest: Seen }).seenByTest.openAnswers.push(answer);
      }, path),
    openedExternally: () =>
      electron.evaluate(() => (globalThis as unknown as { seenByTest: Seen }).seenByTest.opened),
    async openForeignWindow() {
      const [page] = await Promise.all([
        electron.waitForEvent('window'),
        electron.evaluate(({ BrowserWindow }, path) => {
          const window = new BrowserWindow({
            show: false,
            webPreferences: { preload: path, contextIsolation: true, sandbox: true },
          });
          return window.loadURL('data:text/html,<title>Elsewhere</title>');
        }, preload),
      ]);
      return page;
    },
    async startAgain() {
      const second = spawn(binary, args, { stdio: 'ignore' });
      const [code] = (await once(second, 'exit')) as [number | null];
      return code;
    },
    async quit() {
      await electron.evaluate(({ app }) => {
        // In a later turn: this evaluation must still be answered.
        setImmediate(() => {
          app.quit();
        });
      });
      return exited;
    },
    close: () => electron.close(),
  };
}
