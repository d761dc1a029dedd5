import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { builtApp, type DesktopApp, type LaunchOptions } from '../support/desktop-app';
import { buildStandIn, type BuiltStandIn } from './build';
import { ChromiumWindows } from './chromium-windows';
import {
  remote,
  type AppSide,
  type BrowserSide,
  type MessageBox,
  type Notice,
  type OpenDialogAnswer,
  type PowerEvent,
  type SaveDialogAnswer,
  type TrayShown,
} from './contract';
import { connectRpc, type Handlers, type Port } from './rpc';

export interface StandInOptions extends LaunchOptions {
  /** As if it had been installed. */
  isPackaged?: boolean;
  /** Another built app than the project's. */
  entry?: string;
}

export interface StandInDesktop extends DesktopApp {
  /** The tray as it is shown now. */
  tray(): TrayShown | null;
  clickTray(label: string): Promise<void>;
  clickMenu(label: string): Promise<void>;
  readonly notifications: Notice[];
  clickNotification(id: number): Promise<void>;
  power(event: PowerEvent): Promise<void>;
  /** Sets the clock of the app and of its pages ahead; what it waits for does not come sooner. */
  advanceClock(ms: number): Promise<void>;
  /** Boxes with a question or an answer; the first button of each is pressed, unless {@link answerMessageBox} says another. */
  readonly messageBoxes: MessageBox[];
  answerMessageBox(button: number): void;
  /** The last value of what was noted under a name: `clipboard`, `openPath`, `powerSaveBlocker`. */
  noted(name: string): unknown;
  windowOptions(): Promise<Record<string, unknown>[]>;
  moveWindow(id: number, bounds: object): Promise<void>;
  readonly pid: number | undefined;
  /** Boxes with an error that the owner has been shown. */
  readonly errorBoxes: { title: string; content: string }[];
  /** What the app wrote on stderr. */
  stderr(): string;
}

/** The built app on the stand-in for Electron. */
export async function launchStandIn(options: StandInOptions): Promise<StandInDesktop> {
  const [standIn, browser] = await Promise.all([buildStandIn(), launchBrowser()]);
  const child = start(standIn, options);
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (stderr += text));

  const handlers: Handlers = {};
  const app = remote<AppSide>(connectRpc(portTo(child), handlers));

  let awaitPage: ((page: Page) => void)[] = [];
  const others: ChildProcess[] = [];
  const windows = new ChromiumWindows(browser, app);
  const saveAnswers: (string | null)[] = [];
  const openAnswers: (string | null)[] = [];
  const openedExternally: string[] = [];
  const errorBoxes: { title: string; content: string }[] = [];
  const messageBoxes: MessageBox[] = [];
  const messageAnswers: number[] = [];
  const notifications: Notice[] = [];
  const noted = new Map<string, unknown>();
  let tray: TrayShown | null = null;

  const browserSide: BrowserSide = {
    openWindow: (id, preload) => windows.openWindow(id, preload),
    load: (id, url) => windows.load(id, url),
    closeWindow: (id) => windows.closeWindow(id),
    send: (id, channel, args) => windows.send(id, channel, args),
    shown(id) {
      windows.lastShown = windows.page(id);
      for (const tell of awaitPage) tell(windows.page(id));
      awaitPage = [];
    },
    saveDialog(): SaveDialogAnswer {
      const answer = saveAnswers.shift();
      if (answer === undefined) throw new Error('A save dialog was opened that no test has an answer for');
      return { canceled: answer === null, filePath: answer ?? '' };
    },
    openDialog(): OpenDialogAnswer {
      const answer = openAnswers.shift();
      if (answer === undefined) throw new Error('An open dialog was opened that no test has an answer for');
      return { canceled: answer === null, filePaths: answer === null ? [] : [answer] };
    },
    errorBox: (title, content) => void errorBoxes.push({ title, content }),
    openExternal: (url) => void openedExternally.push(url),
    messageBox(box) {
      messageBoxes.push(box);
      return messageAnswers.shift() ?? 0;
    },
    tray: (shown) => void (tray = shown),
    notification: (notice) => void notifications.push(notice),
    noted: (name, value) => void noted.set(name, value),
  };
  Object.assign(handlers, browserSide);

  return {
    errorBoxes,
    messageBoxes,
    notifications,
    pid: child.pid,
    tray: () => tray,
    clickTray: (label) => app.clickTray(label),
    clickMenu: (label) => app.clickMenu(label),
    clickNotification: (id) => app.clickNotification(id),
    power: (event) => app.power(event),
    async advanceClock(ms) {
      await app.advanceClock(ms);
      await windows.advanceClock(ms);
    },
    answerMessageBox: (button) => void messageAnswers.push(button),
    noted: (name) => noted.get(name),
    windowOptions: () => app.windowOptions(),
    moveWindow: (id, bounds) => app.moveWindow(id, bounds),
    exited,
    stderr: () => stderr,
    window: () =>
      windows.lastShown
        ? Promise.resolve(windows.lastShown)
        : new Promise((resolve) => awaitPage.push(resolve)),
    openWindows: () => windows.count,
    answerSaveDialog: (path) => Promise.resolve(void saveAnswers.push(path)),
    answerOpenDialog: (path) => Promise.resolve(void openAnswers.push(path)),
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

function start(standIn: BuiltStandIn, options: StandInOptions): ChildProcess {
  const { dataFolder, args = [], isPackaged = false, entry = builtApp } = options;
  return fork(entry, ['--data', dataFolder, ...args], {
    execArgv: ['--import', standIn.register],
    // Its own folder of programs that start by themselves: never the one of whoever runs the tests.
    env: { ...process.env, STAND_IN_PACKAGED: isPackaged ? '1' : '0', STAND_IN_APP_DATA: dataFolder },
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
