/**
 * The words between the app's process, where the stand-in replaces the `electron` module, and the
 * test's process, which owns the browser whose pages are the windows.
 */

export interface PageRequest {
  method: string;
  url: string;
}

export interface PageAnswer {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

export interface Invocation {
  windowId: number;
  frameUrl: string;
  isTopFrame: boolean;
  channel: string;
  args: unknown[];
}

export interface OpenDialogAnswer {
  canceled: boolean;
  filePaths: string[];
}

export interface SaveDialogAnswer {
  canceled: boolean;
  filePath: string;
}

export interface MessageBox {
  message: string;
  detail: string;
  buttons: string[];
}

export interface MenuEntry {
  label: string;
  enabled: boolean;
}

export interface TrayShown {
  tooltip: string;
  menu: MenuEntry[];
}

export interface Notice {
  id: number;
  title: string;
  body: string;
}

export type PowerEvent = 'suspend' | 'resume' | 'shutdown';

/** What the app's process asks of the test's process. */
export interface BrowserSide {
  openWindow(id: number, preload: string): Promise<void>;
  load(id: number, url: string): Promise<void>;
  closeWindow(id: number): Promise<void>;
  pdf(id: number, paper: string): Promise<Uint8Array>;
  /** The page goes, the window stays. */
  closePage(id: number): Promise<void>;
  send(id: number, channel: string, args: unknown[]): Promise<void>;
  shown(id: number): void;
  saveDialog(defaultPath: string): SaveDialogAnswer;
  openDialog(): OpenDialogAnswer;
  errorBox(title: string, content: string): void;
  /** @returns index of the button that was pressed */
  messageBox(box: MessageBox): number;
  tray(tray: TrayShown): void;
  notification(notice: Notice): void;
  /** The clipboard's text, a folder that was opened, and the like: what only its name and value are known of. */
  noted(name: string, value: unknown): void;
  openExternal(url: string): void;
}

/** What the test's process asks of the app's process. */
export interface AppSide {
  request(request: PageRequest): Promise<PageAnswer>;
  /** @returns whether the app lets a page of this window go there */
  mayNavigate(windowId: number, url: string): boolean;
  /** A page wants another window. */
  windowOpen(windowId: number, url: string): void;
  isPermitted(permission: string, origin: string): Promise<boolean>;
  invoke(invocation: Invocation): Promise<unknown>;
  windowClosed(id: number): void;
  /** The process of a page has ended by itself. @param reason as Electron's `render-process-gone` has it */
  pageGone(windowId: number, reason: string): void;
  /** Whether a page answers has changed. */
  pageAnswers(windowId: number, does: boolean): void;
  /** Windows is about to sign the owner out. */
  endSession(): void;
  /** @returns the id of a window of the app that shows a page which is not the app's */
  openForeignWindow(url: string): Promise<number>;
  quit(): void;
  power(event: PowerEvent): void;
  /** Sets the clock of all the app's threads ahead. */
  advanceClock(ms: number): void;
  /** Clicks an entry of the tray's menu, or of the application's. @throws when there is none of that name */
  clickTray(label: string): void;
  clickMenu(label: string): void;
  clickNotification(id: number): void;
  /** A window's bounds and options, as the app gave them. */
  windowOptions(): Record<string, unknown>[];
  moveWindow(id: number, bounds: object): void;
}

type Awaitable<T> = {
  [K in keyof T]: T[K] extends (...a: infer A) => infer R ? (...a: A) => Promise<Awaited<R>> : never;
};

/** The other side as its caller sees it: every function takes a while. */
export function remote<T>(call: (name: string, ...args: unknown[]) => Promise<unknown>): Awaitable<T> {
  return new Proxy({} as Awaitable<T>, {
    get:
      (_target, name) =>
      (...args: unknown[]) =>
        call(String(name), ...args),
  });
}
