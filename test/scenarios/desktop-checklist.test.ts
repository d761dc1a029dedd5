import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchStandIn, type StandInDesktop } from '../stand-in/stand-in-desktop';

// How the built app makes its window, and what its pages come with. What they can and cannot do then is in
// `desktop.test.ts`, which runs on a real Electron too.
let folder: string;
let desktop: StandInDesktop;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-checklist-'));
  const args = ['--port', '0', '--dashboard-port', '0'];
  desktop = await launchStandIn({ dataFolder: folder, isPackaged: true, args });
  page = await desktop.window();
});
afterAll(async () => {
  await desktop.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the window of an installed Foyer', () => {
  it('is sandboxed and isolated, and has no more than it needs', async () => {
    const [options] = await desktop.windowOptions();
    expect(options?.['webPreferences']).toEqual({
      preload: expect.stringMatching(/preload.index\.cjs$/) as string,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      devTools: false,
      spellcheck: false,
    });
  });
});

describe('every file of the pages', () => {
  /** The answer to a request by a page, through the app's own handler. */
  const answered = (path: string) =>
    page.evaluate(async (address) => {
      const answer = await fetch(address);
      return { status: answer.status, headers: Object.fromEntries(answer.headers) };
    }, path);

  it('comes with a policy that allows only our own files', async () => {
    const script = await page.evaluate(() => document.querySelector('script')?.src ?? '');
    for (const path of ['/', '/index.html', script]) {
      const { status, headers } = await answered(path);
      const policy = headers['content-security-policy'] ?? '';
      expect(status).toBe(200);
      expect(policy).toContain("default-src 'self'");
      expect(policy).toContain("object-src 'none'");
      expect(policy).not.toMatch(/unsafe-|https?:|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });

  it.each([
    '/../main/index.js',
    '/%2e%2e/main/index.js',
    '/..%5cmain%5cindex.js',
    '/package.json',
    '/nothing.js',
  ])('is one of the pages’: %s is not there', async (path) => {
    expect((await answered(path)).status).toBe(404);
  });

  it('stays in memory: nothing is fetched from the network', async () => {
    const origins = await page.evaluate(() => [
      ...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)),
    ]);
    expect(origins).toEqual([await page.evaluate(() => location.origin)]);
  });

  it('cannot be put into a frame, and frames nothing', async () => {
    const framed = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.src = '/';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve));
      const inside = frame.contentDocument?.querySelector('#app') ?? null;
      frame.remove();
      return inside !== null;
    });
    expect(framed).toBe(false);
  });
});
