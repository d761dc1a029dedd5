import { EventEmitter } from 'node:events';
import { appSide, browserSide } from './link';
import { PreventableEvent, strict } from './strict';

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };
interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Preferences {
  preload: string;
  contextIsolation: boolean;
  sandbox: boolean;
  nodeIntegration: boolean;
}

const windows = new Map<number, BrowserWindow>();
let lastId = 0;
/** Events that the windows cause and `app` tells; apart from it, because the two need each other. */
export const appEvents = new EventEmitter();

export class WebContents extends EventEmitter {
  url = '';
  openHandler: OpenHandler | null = null;
  constructor(readonly id: number) {
    super();
  }
  getURL(): string {
    return this.url;
  }
  reload(): void {
    void windows.get(this.id)?.loadURL(this.url);
  }
  forcefullyCrashRenderer(): void {
    void browserSide.closePage(this.id);
    this.emit('render-process-gone', new PreventableEvent(), { reason: 'killed', exitCode: 1 });
  }
  isDestroyed(): boolean {
    return !windows.has(this.id);
  }
  printToPDF({ pageSize }: { pageSize: string }): Promise<Uint8Array> {
    return browserSide.pdf(this.id, pageSize);
  }
  /** A dialog that the owner always agrees to. */
  print(options: object, told: (success: boolean, reason: string) => void): void {
    void browserSide.noted('print', options).then(() => {
      told(true, '');
    });
  }
  send(channel: string, ...args: unknown[]): void {
    // Electron clones here and throws what cannot be cloned; a page that is gone is not an error.
    const cloned = structuredClone(args);
    browserSide.send(this.id, channel, cloned).catch(() => undefined);
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly id = ++lastId;
  readonly webPreferences: Preferences;
  readonly webContents: WebContents = strict('webContents', new WebContents(this.id));
  #isMaximized = false;
  bounds: Bounds;

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.get(contents.id) ?? null;
  }

  constructor(readonly options: { webPreferences: Preferences } & Partial<Bounds>) {
    super();
    const { contextIsolation, sandbox, nodeIntegration } = options.webPreferences;
    if (!contextIsolation || !sandbox || nodeIntegration) {
      throw new Error('The stand-in for electron has only sandboxed, isolated pages without Node.');
    }
    const { x = 0, y = 0, width = 800, height = 600 } = options;
    this.bounds = { x, y, width, height };
    this.webPreferences = options.webPreferences;
    windows.set(this.id, this);
    appEvents.emit('web-contents-created', new PreventableEvent(), this.webContents);
    return strict('BrowserWindow', this);
  }
  async loadURL(url: string): Promise<void> {
    this.webContents.url = url;
    await browserSide.openWindow(this.id, this.webPreferences.preload);
    await browserSide.load(this.id, url);
    this.emit('ready-to-show');
  }
  isDestroyed(): boolean {
    return !windows.has(this.id);
  }
  destroy(): void {
    void this.close();
  }
  show(): void {
    void browserSide.shown(this.id);
  }
  focus(): void {
    // A headless browser has no front.
  }
  isMinimized(): boolean {
    return false;
  }
  maximize(): void {
    this.#isMaximized = true;
  }
  isMaximized(): boolean {
    return this.#isMaximized;
  }
  getNormalBounds(): Bounds {
    return this.bounds;
  }
  async close(): Promise<void> {
    await browserSide.closeWindow(this.id);
    windowClosed(this.id);
  }
}

function windowClosed(id: number): void {
  const window = windows.get(id);
  if (!window) return;
  // A page that was closed is a window whose cross was clicked.
  window.emit('close', new PreventableEvent());
  windows.delete(id);
  window.emit('closed');
  if (windows.size === 0) appEvents.emit('window-all-closed');
}

export async function closeAllWindows(): Promise<void> {
  await Promise.all([...windows.values()].map((window) => window.close()));
}

export const webContents = strict('webContents', {
  getAllWebContents: () => [...windows.values()].map((window) => window.webContents),
});

export function contentsOf(id: number): WebContents {
  const window = windows.get(id);
  if (!window) throw new Error(`There is no window ${String(id)}`);
  return window.webContents;
}

appSide['windowClosed'] = windowClosed;

/** Chromium's process of a page has ended: Electron keeps the window, without a page. */
appSide['pageGone'] = (id: number, reason: string) => {
  contentsOf(id).emit('render-process-gone', new PreventableEvent(), { reason, exitCode: 1 });
};

appSide['pageAnswers'] = (id: number, does: boolean) => {
  contentsOf(id).emit(does ? 'responsive' : 'unresponsive');
};

// Windows only: there it comes with the window, and the process does not live long after it.
appSide['endSession'] = () => {
  for (const window of windows.values()) window.emit('session-end', new PreventableEvent());
};

appSide['mayNavigate'] = (id: number, url: string) => {
  const details = Object.assign(new PreventableEvent(), { url });
  contentsOf(id).emit('will-frame-navigate', details);
  return !details.defaultPrevented;
};

appSide['windowOpen'] = (id: number, url: string) => {
  const answer = contentsOf(id).openHandler?.({ url });
  if (answer?.action !== 'deny') throw new Error(`The app would have opened a window with ${url}`);
};

appSide['windowOptions'] = () =>
  BrowserWindow.getAllWindows().map(({ options, bounds }) => ({
    ...options,
    bounds,
  }));

appSide['moveWindow'] = (id: number, bounds: Bounds) => {
  const window = windows.get(id);
  if (window) window.bounds = bounds;
};

appSide['openForeignWindow'] = async (url: string) => {
  const first = BrowserWindow.getAllWindows()[0];
  if (!first) throw new Error('There is no window to take the preload script from');
  const foreign = new BrowserWindow({ webPreferences: first.webPreferences });
  await foreign.loadURL(url);
  return foreign.id;
};
