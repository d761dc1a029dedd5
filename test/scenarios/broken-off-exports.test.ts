import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser';
import { startHeadless, temporaryFolder, type HeadlessApp } from '../support/headless';
import { makeQuietYears } from '../support/quiet-years';
import { launchStandIn, type StandInDesktop } from '../stand-in/stand-in-desktop';

/** Exports that do not come to their end: one sentence, no half file, and the next one runs through. */

const years = 3;
const fewestLines = years * 365 * 96;

let folder: string;
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
});
afterAll(() => removeFolder());

/** On the screen Reports, with all there is as plain text, a line per quarter hour. */
async function chooseEverything(page: Page): Promise<void> {
  await page.evaluate(() => (location.hash = '#/reports'));
  await page.getByTestId('range-custom').check({ force: true });
  const first = new Date(Date.now() - (years * 365 + 2) * 86_400_000).toISOString().slice(0, 10);
  await page.getByTestId('range-from').fill(first);
  await page.getByTestId('format-plain').check();
  await page.getByTestId('file-by').selectOption('quarter');
  await page.getByTestId('export-plan').filter({ hasText: '_quarter.csv' }).waitFor();
}

function linesOf(text: string): number {
  expect(text.startsWith('site,camera,serial,start,end,')).toBe(true);
  expect(text.endsWith('\n')).toBe(true);
  return text.split('\n').length - 1;
}

describe('on the desktop', () => {
  let desktop: StandInDesktop;
  let page: Page;
  let target: string;
  const onDisk = (name: string) => join(target, name);
  const start = async (name: string) => {
    await desktop.answerSaveDialog(onDisk(name));
    await page.getByTestId('export-file').click();
  };
  /** How much lies beside the target, under the name that a file has until it is whole. */
  async function partialBytes(): Promise<number> {
    const name = (await readdir(target)).find((each) => /^\.foyer-.*\.partial$/.test(each));
    return name === undefined ? 0 : (await stat(onDisk(name))).size;
  }
  const error = (text: string) => page.getByTestId('export-error').getByText(text).waitFor();

  beforeAll(async () => {
    const dataFolder = join(folder, 'desktop');
    target = join(folder, 'documents');
    await mkdir(target);
    await makeQuietYears(dataFolder, years);
    desktop = await launchStandIn({
      dataFolder,
      args: ['--port', '0', '--dashboard-port', '0'],
      preloaded: resolve(import.meta.dirname, '../support/failing-disk.mjs'),
    });
    page = await desktop.window();
    await chooseEverything(page);
  });
  afterAll(() => desktop.close());

  it('cancels one that is half done', async () => {
    await writeFile(onDisk('is-stuck'), '');
    await start('figures.csv');
    await expect.poll(partialBytes).toBeGreaterThan(0);
    await page.getByTestId('export-cancel').click();
    await rm(onDisk('is-stuck'));
    await page.getByTestId('export-outcome').getByText('Called off. There is no file.').waitFor();
    expect(await readdir(target)).toEqual([]);
  });

  it.each([
    ['is-open-elsewhere', 'The file is open in another program. Close it there and try again.'],
    ['is-full', 'The disk is full. Make some room, or choose another disk.'],
  ])('leaves the file of before where the disk %s', async (state, sentence) => {
    await writeFile(onDisk('figures.csv'), 'of before');
    await writeFile(onDisk(state), '');
    await start('figures.csv');
    await error(sentence);
    await rm(onDisk(state));
    expect(await readdir(target)).toEqual(['figures.csv']);
    expect(await readFile(onDisk('figures.csv'), 'utf8')).toBe('of before');
  });

  it('then makes the same file', async () => {
    await start('figures.csv');
    await page.getByTestId('export-outcome').getByText(onDisk('figures.csv')).waitFor();
    expect(linesOf(await readFile(onDisk('figures.csv'), 'utf8'))).toBeGreaterThan(fewestLines);
    expect(await readdir(target)).toEqual(['figures.csv']);
  });
});

describe('in a browser', () => {
  let app: HeadlessApp;
  let browser: Browser;
  let page: Page;
  let stuck: string;

  beforeAll(async () => {
    const dataFolder = join(folder, 'headless');
    await makeQuietYears(dataFolder, years);
    stuck = join(folder, 'downloads-are-stuck');
    const slow = pathToFileURL(resolve(import.meta.dirname, '../support/stuck-downloads.mjs'));
    slow.search = encodeURIComponent(stuck);
    app = await startHeadless(dataFolder, ['--time-zone', 'UTC'], ['--import', slow.href]);
    browser = await launchBrowser();
    page = await browser.newPage({ locale: 'en-GB' });
    await page.goto(app.dashboardUrl);
    await chooseEverything(page);
  });
  afterAll(async () => {
    await browser.close();
    await app.stop();
  });

  /** The part of the file that the screen says is there; 0 while there is none. */
  const progress = () =>
    page
      .getByTestId('export-progress')
      .locator('progress')
      .evaluateAll(([bar]) => (bar instanceof HTMLProgressElement ? bar.value : 0));
  /** Begins, and comes back when the file is half done. */
  async function begin(): Promise<Download> {
    await writeFile(stuck, '');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('export-file').click(),
    ]);
    await expect.poll(progress).toBeGreaterThan(0);
    expect(await progress()).toBeLessThan(1);
    return download;
  }
  async function isCalledOff(): Promise<void> {
    // What is left is more than a connection holds that nobody reads from.
    await rm(stuck);
    await page.getByTestId('export-outcome').getByText('Called off. There is no file.').waitFor();
  }

  it('cancels one that is half done: the browser keeps no part of it', async () => {
    const download = await begin();
    await page.getByTestId('export-cancel').click();
    await isCalledOff();
    expect(await download.failure()).not.toBeNull();
    await expect(download.path()).rejects.toThrow();
  });

  it('says so when it is cancelled among the downloads of the browser', async () => {
    const download = await begin();
    await download.cancel();
    await isCalledOff();
    expect(await download.failure()).toBe('canceled');
  });

  it('then makes the same file, which never was in the page', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('export-file').click(),
    ]);
    expect(download.url()).toContain(`${app.apiUrl}/export/`);
    await page.getByTestId('export-outcome').getByText(download.suggestedFilename()).waitFor();
    expect(linesOf(await readFile(await download.path(), 'utf8'))).toBeGreaterThan(fewestLines);
  });
});
