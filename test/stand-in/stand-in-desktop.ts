import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Page } from 'playwright-core';
import type { DesktopApp } from '../support/desktop-app';
import { sharedBrowser } from '../support/shared-browser';
import { portTo, startApp, type StandInOptions } from './app-process';
import { builtStandIn } from './build';
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
import { connectRpc, type Handlers } from './rpc';

export type { StandInOptions };

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
  /** The page's process ends, as by a fault of its own. */
  crashPage(id: number): Promise<void>;
  pageAnswers(id: number, does: boolean): Promise<void>;
  /** Windows signs the owner out. */
  endSession(): Promise<void>;
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
  const [standIn, browser] = await Promise.all([builtStandIn(), sharedBrowser()]);
  const child = startApp(standIn, options);
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
  /** Windows that stay on the screen while their page is replaced. */
  const crashed = new Set<number>();

  const browserSide: BrowserSide = {
    openWindow: (id, preload) => windows.openWindow(id, preload),
    async load(id, url) {
      await windows.load(id, url);
      if (crashed.delete(id)) browserSide.shown(id);
    },
    closeWindow: (id) => windows.closeWindow(id),
    pdf: (id, paper) => windows.pdf(id, paper),
    async closePage(id) {
      crashed.add(id);
      await windows.closePage(id);
    },
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
    async crashPage(id) {
      await browserSide.closePage(id);
      await app.pageGone(id, 'crashed');
    },
    pageAnswers: (id, does) => app.pageAnswers(id, does),
    async endSession() {
      await Promise.race([app.endSession(), exited]);
    },
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
      const second = startApp(standIn, options);
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
      await windows.settled();
      for (const process of [child, ...others]) {
        if (process.exitCode === null && process.signalCode === null) process.kill('SIGKILL');
      }
      await exited;
      await windows.close();
      if (windows.problems.length > 0) throw new Error(windows.problems.join('\n'));
    },
  };
}
