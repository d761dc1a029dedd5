import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { packagedChromium } from './packaged-chromium';

export interface FoundBrowser {
  executablePath: string;
  args: string[];
  env: Record<string, string>;
}

const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const macApps = ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPrograms = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'];

/** Where a Chromium could be installed on this computer, likeliest first. `CHROME_PATH` goes before all. */
function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  const chosen = env['CHROME_PATH'] ? [env['CHROME_PATH']] : [];
  if (platform === 'darwin') return [...chosen, ...macApps];
  if (platform === 'win32') {
    const roots = [env['ProgramFiles'], env['ProgramFiles(x86)'], env['LOCALAPPDATA']];
    return [
      ...chosen,
      ...roots.flatMap((root) => (root ? windowsPrograms.map((path) => join(root, path)) : [])),
    ];
  }
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [...chosen, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
}

/** One language wherever the tests run: pages format numbers and dates by it. */
function browserEnv(): Record<string, string> {
  const pairs = Object.entries({ ...process.env, LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' });
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/**
 * A Chrome, Edge or Chromium: the computer's own where there is one, else the one that came with
 * `npm ci`, so that the browser tests need no other installation.
 *
 * @throws when there is neither (only possible off Linux x64)
 */
export async function findBrowser(): Promise<FoundBrowser> {
  // Chromium refuses its sandbox to root, which is what containers run as.
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  const installed = candidates(process.env, process.platform).find((path) => existsSync(path));
  if (installed !== undefined) return { executablePath: installed, args, env: browserEnv() };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chrome, Edge or Chromium found. Install one, or set CHROME_PATH.');
  }
  const { executablePath, fontsFile } = await packagedChromium();
  return {
    executablePath,
    // It comes without the helper program that Chromium's sandbox needs on many systems.
    args: [...args, '--no-sandbox', '--font-render-hinting=none'],
    env: { ...browserEnv(), FONTCONFIG_FILE: fontsFile },
  };
}

/** Only against a hang: on a busy computer a browser alone may need longer than Playwright waits by itself. */
const longestWaitMs = 120_000;

/** Starts a headless browser. Whoever starts it closes it. @param more flags of Chromium's */
export async function launchBrowser(...more: string[]): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const how = { executablePath, args: [...args, ...more], env, headless: true, timeout: longestWaitMs };
  const browser = await chromium.launch(how);
  browser.on('context', (context) => context.setDefaultTimeout(longestWaitMs));
  return browser;
}
