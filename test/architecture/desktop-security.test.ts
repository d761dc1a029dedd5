import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Sources of what runs in the desktop app, without comments: those may speak of what must not be. */
function sources(folder: string): { path: string; code: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|vue|html)$/.test(name))
    .map((name) => {
      const path = join(folder, name).replaceAll('\\', '/');
      return { path, code: read(path).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '') };
    });
}

const desktop = [...sources('src/main'), ...sources('src/preload'), ...sources('src/renderer')];
const usersOf = (pattern: RegExp) => desktop.filter(({ code }) => pattern.test(code)).map(({ path }) => path);

describe('what no source may contain', () => {
  it.each([
    [
      'an insecure window',
      /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webSecurity: false/,
    ],
    ['insecure content', /allowRunningInsecureContent|disable-web-security|ignore-certificate-errors/],
    ['experiments', /experimentalFeatures|enableBlinkFeatures/],
    ['embedded pages', /webviewTag: true|allowpopups|<webview|WebContentsView|BrowserView/],
    ['code made of text', /executeJavaScript|insertCSS|\beval\(|new Function\(|v-html|innerHTML/],
    ['a page from the disk', /loadFile\(|['"`]file:\/\/|registerFileProtocol/],
    [
      'a synchronous or spread-out way to the main process',
      /sendSync|ipcRenderer\.sendToHost|@electron\/remote/,
    ],
  ])('%s', (_what, pattern) => {
    expect(usersOf(pattern)).toEqual([]);
  });
});

describe('what has one place', () => {
  it.each([
    ['opening links', /\.openExternal\(/, ['src/main/shell/harden.ts']],
    ['opening folders: our own, from our own menu', /\.openPath\(/, ['src/main/shell/about.ts']],
    ['answering pages', /ipcMain\.(handle|on)\(/, ['src/main/shell/ipc.ts']],
    ['making windows', /new BrowserWindow\(/, ['src/main/shell/window.ts']],
    ['what pages are given', /exposeInMainWorld\(/, ['src/preload/index.ts']],
    ['our scheme', /protocol\.handle\(/, ['src/main/shell/protocol.ts']],
  ])('%s', (_what, pattern, places) => {
    expect(usersOf(pattern)).toEqual(places);
  });
});

describe('docs/SECURITY.md', () => {
  it('names only tests that there are', () => {
    const named = [...read('docs/SECURITY.md').matchAll(/`(test\/[\w/.-]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
