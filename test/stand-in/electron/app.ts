import { EventEmitter } from 'node:events';
import { mkdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { appSide, exitAfterSending } from './link';
import { claimInstance } from './single-instance';
import { PreventableEvent, strict } from './strict';
import { appEvents, closeAllWindows } from './windows';

const paths: Record<string, string> = {
  appData: process.env['STAND_IN_APP_DATA'] ?? join(homedir(), '.config'),
  userData: join(homedir(), '.config', 'Foyer'),
  documents: tmpdir(),
  exe: process.execPath,
  temp: tmpdir(),
};

class App extends EventEmitter {
  /** A test says so: pages have no developer tools then, and the system starts the app by itself. */
  readonly isPackaged = process.env['STAND_IN_PACKAGED'] === '1';
  #quitting = false;
  #opensAtLogin = false;

  /** In a later turn, as in Electron: what is called before it is ready is called in time. */
  readonly #ready = new Promise<void>((resolve) => setImmediate(resolve));

  whenReady(): Promise<void> {
    return this.#ready;
  }
  enableSandbox(): void {
    // Every page here is an ordinary page of a browser.
  }
  /** An owner's computer in English, unless a test has it otherwise. */
  getPreferredSystemLanguages(): string[] {
    return [process.env['STAND_IN_LANGUAGE'] ?? 'en-GB'];
  }
  getVersion(): string {
    return '0.0.0-stand-in';
  }
  getLoginItemSettings(): { openAtLogin: boolean; wasOpenedAtLogin: boolean } {
    return { openAtLogin: this.#opensAtLogin, wasOpenedAtLogin: false };
  }
  setLoginItemSettings({ openAtLogin }: { openAtLogin: boolean }): void {
    this.#opensAtLogin = openAtLogin;
  }
  setAppUserModelId(_id: string): void {
    // Windows' taskbar only.
  }
  getPath(name: string): string {
    const path = paths[name];
    if (path === undefined) throw new Error(`The stand-in for electron has no path ${name}`);
    return path;
  }
  setPath(name: string, path: string): void {
    if (!statSync(path).isDirectory()) throw new Error(`${path} is no folder`);
    paths[name] = path;
  }
  requestSingleInstanceLock(): boolean {
    const folder = this.getPath('userData');
    mkdirSync(folder, { recursive: true });
    return claimInstance(folder, process.argv, (args) =>
      this.emit('second-instance', new PreventableEvent(), args, folder),
    );
  }
  /** `before-quit` may call it off; then the windows go, then `will-quit` may call it off too. */
  quit(): void {
    if (this.#quitting) return;
    const before = new PreventableEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#quitting = true;
    void closeAllWindows().then(() => {
      const will = new PreventableEvent();
      this.emit('will-quit', will);
      this.#quitting = false;
      if (!will.defaultPrevented) this.exit(0);
    });
  }
  /** Not told while quitting; where nobody listens, Electron quits. */
  windowsAreGone(): void {
    if (this.#quitting) return;
    if (!this.emit('window-all-closed')) this.quit();
  }
  exit(code = 0): void {
    this.emit('quit', new PreventableEvent(), code);
    exitAfterSending(code);
  }
}

// Where an installed app finds what was installed with it; here there is nothing.
Object.defineProperty(process, 'resourcesPath', { value: tmpdir() });

const instance = new App();
export const app = strict('app', instance);

appEvents.on('web-contents-created', (event, contents) =>
  instance.emit('web-contents-created', event, contents),
);
appEvents.on('window-all-closed', () => {
  instance.windowsAreGone();
});

appSide['quit'] = () => {
  instance.quit();
};
// Electron quits on these by itself.
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    instance.quit();
  });
