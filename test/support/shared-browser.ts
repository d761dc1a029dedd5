import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser';

let browser: Promise<Browser> | null = null;

/**
 * The one browser of all tests of a file, for those who would otherwise start one each. What they open in
 * it they close; the browser itself is closed after the file, by `closeSharedBrowser`.
 */
export function sharedBrowser(): Promise<Browser> {
  return (browser ??= launchBrowser());
}

export async function closeSharedBrowser(): Promise<void> {
  const closing = browser;
  browser = null;
  await (await closing)?.close();
}
