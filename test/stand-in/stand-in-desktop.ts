import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { builtApp, type DesktopApp, type LaunchOptions } from '../support/desktop-app';
import { buildStandIn, type BuiltStandIn } from './build';
import { ChromiumWindows } from './chromium-windows';
import { remote, type AppSide, type BrowserSide, type SaveDialogAnswer } from './contract';
import { connectRpc, type Handlers, type Port } from './rpc';

export interface StandInDesktop extends DesktopApp {
  /** Boxes with an error that the owner has been shown. */
  readonly errorBoxes: { title: string; content: string }[];
  /** What the app wrote on stderr. */
  stderr(): string;
}

/** The built app on the stand-in for Electron. */
export async function launchStandIn(options: LaunchOptions): Promise<StandInDesktop> {
  const [standIn, browser] = await Promise.all([buildStandIn(), launchBrowser()]);
  const child = start(standIn, options);
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));

  const handlers: Handlers = {};
  const app = remote<AppSide>(connectRpc(portTo(child), handlers));

  let tellFirstPage: (page: Page) => void;
  const firstPage = new Promise<Page>((resolve) => (tellFirstPage = resolve));
  const others: ChildProcess[] = [];
  const windows = new ChromiumWindows(browser, app);
  const saveAnswers: (string | null)[] = [];
  const openedExternally: string[] = [];
  const errorBoxes: { title: string; content: string }[] = [];

  const browserSide: BrowserSide = {
    openWindow: (id, preload) => windows.openWindow(id, preload),
    load: (id, url) => windows.load(id, url),
    closeWindow: (id) => windows.closeWindow(id),
    send: (id, channel, args) => windows.send(id, channel, args),
    shown(id) {
      tellFirstPage(windows.page(id));
    },
    saveDialog(): SaveDialogAnswer {
      const answer = saveAnswers.shift();
      if (answer === undefined) throw new Error('A save dialog was opened that no test has an answer for');
      return { canceled: answer === null, filePath: answer ?? '' };
    },
    errorBox: (title, content) => void errorBoxes.push({ title, content }),
    openExternal: (url) => void openedExternally.push(url),
  };
  Object.assign(handlers, browserSide);

  return {
    errorBoxes,
    exited,
    stderr: () => stderr,
    window: () => firstPage,
    openWindows: () => windows.count,
    answerSaveDialog: (path) => Promise.resolve(void saveAnswers.push(path)),
    openedExternally: () => Promise.resolve(openedExternally),
    async openForeignWindow() {
      return windows.page(await app.openForeignWindow('https://elsewhere.invalid/'));
    },
    async startAgain() {
      const second = start(standIn, options);
      others.push(second);
      const [code] = (await once(second, 'exit')) as [number | null];
      return code;
    },
    async quit() {
      // It may end before it has answered.
      await Promise.race([app.quit(), exited]);
      return exited;
    },
    async close() {
      for (const process of [child, ...others]) {
        if (process.exitCode === null && process.signalCode === null) process.kill('SIGKILL');
      }
      await exited;
      await browser.close();
      await standIn.remove();
      if (windows.problems.length > 0) throw new Error(windows.problems.join('\n'));
    },
  };
}

function start(standIn: BuiltStandIn, { dataFolder, args = [] }: LaunchOptions): ChildProcess {
  return fork(builtApp, ['--data', dataFolder, ...args], {
    execArgv: ['--import', standIn.register],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

function portTo(child: ChildProcess): Port {
  return {
    send: (message, sent) => {
      // Without a callback a message to a process that has ended would be an `error` event.
      child.send(message as object, (error) => sent?.(error));
    },
    receive: (listener) => child.on('message', listener),
  };
}
