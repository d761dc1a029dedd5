import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { startHeadless, temporaryFolder, type HeadlessApp } from './headless';

/** The built app on a folder of its own, and a browser to look at it with. */
export interface AppInBrowser {
  app: HeadlessApp;
  browser: Browser;
  dataFolder: string;
  /** Ends both, and removes the folder. */
  close(): Promise<void>;
}

/** @param args flags of the headless app. Whoever starts it closes it. */
export async function startInBrowser(args: readonly string[] = []): Promise<AppInBrowser> {
  const { folder: dataFolder, remove } = await temporaryFolder();
  const app = await startHeadless(dataFolder, args);
  const browser = await launchBrowser();
  const close = async () => {
    await browser.close();
    await app.stop();
    await remove();
  };
  return { app, browser, dataFolder, close };
}

/**
 * An empty page in a context of its own: in English and as wide as most screens, unless `look` says otherwise.
 * @param complaints gets what the page writes as an error or a warning, and what it fails of; above all, styles
 *   and scripts that the content security policy turned away
 */
export async function openPage(
  browser: Browser,
  complaints: string[],
  look: BrowserContextOptions = {},
): Promise<Page> {
  const viewport = { width: 1280, height: 860 };
  const context = await browser.newContext({ locale: 'en-GB', viewport, ...look });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}
