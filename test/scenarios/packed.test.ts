import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage, extractAll, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stage } from '../../scripts/lib/stage';
import { launchStandIn } from '../stand-in/stand-in-desktop';

/**
 * The archive that ships, taken apart again in a folder with no packages around it: only Electron itself
 * can run from inside an archive. What is in it is the same, and nothing else is there to help.
 */
const folder = mkdtempSync(join(tmpdir(), 'foyer-packed-'));
const archive = join(folder, 'app.asar');
const app = join(folder, 'app');
const mostBytes = 15 * 1024 * 1024;
let files: string[];

beforeAll(async () => {
  stage(join(folder, 'staged'));
  await createPackage(join(folder, 'staged'), archive);
  files = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/'));
  extractAll(archive, app);
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the archive', () => {
  it('holds everything that is loaded while it runs', () => {
    expect(files).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/index.js',
        '/out/main/headless.js',
        '/out/main/storage-worker.js',
        '/out/main/checkpoint-worker.js',
        '/out/main/sql-wasm.wasm',
        '/out/preload/index.cjs',
        '/out/renderer/index.html',
        '/resources/icon.png',
        '/resources/tray.png',
        '/resources/trayTemplate.png',
      ]),
    );
  });

  it('holds nothing else: no packages, sources, maps or tests', () => {
    const odd = files.filter((path) => !/^\/(package\.json|out|resources)(\/|$)/.test(path));
    expect(odd).toEqual([]);
    expect(files.filter((path) => /node_modules|\.(ts|map|vue)$|\.test\./.test(path))).toEqual([]);
  });

  it('is small', () => {
    const { size } = statSync(archive);
    process.stdout.write(
      `app.asar: ${(size / 1024 / 1024).toFixed(1)} MB, ${String(files.length)} entries\n`,
    );
    expect(size).toBeLessThan(mostBytes);
  });

  it('asks for no package, on no path', () => {
    const main = join(app, 'out/main');
    const asked = readdirSync(main, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .flatMap((name) => [...requiredBy(readFileSync(join(main, name), 'utf8'))]);
    expect(new Set(asked.filter((name) => !isBuiltin(name)))).toEqual(new Set(['electron']));
  });
});

/** Names of modules in bundled code: static and dynamic imports, and what CommonJS parts require. */
function* requiredBy(code: string): Generator<string> {
  const pattern = /(?:^import .* from |^import |\bimport\(|__require\()["']([^"']+)["']/gm;
  for (const [, name = ''] of code.matchAll(pattern)) if (!name.startsWith('.')) yield name;
}

describe('taken out of it', () => {
  it('Foyer without a window is ready soon', async () => {
    const times: number[] = [];
    for (let i = 0; i < 3; i++) times.push(await timeToReady(join(folder, `data-${String(i)}`)));
    const text = times.map((ms) => ms.toFixed(0)).join(', ');
    process.stdout.write(`packed core, cold start to ready: ${text} ms\n`);
  });

  it('the desktop app shows a window, on its own worker, wasm, preload script and pages', async () => {
    const desktop = await launchStandIn({
      dataFolder: join(folder, 'data'),
      entry: join(app, 'out/main/index.js'),
      isPackaged: true,
      args: ['--port', '0', '--dashboard-port', '0'],
    });
    try {
      const page = await desktop.window();
      const health = await page.evaluate(() => window.foyer.call('system.health', {}));
      expect(health).toMatchObject({ ok: true, result: { ok: true } });
      await page.locator('main').waitFor();
      expect(await desktop.windowOptions()).toMatchObject([{ webPreferences: { devTools: false } }]);
      expect(await desktop.quit()).toBe(0);
      expect(desktop.stderr()).toBe('');
    } finally {
      await desktop.close();
    }
  });
});

async function timeToReady(data: string): Promise<number> {
  const args = ['--port', '0', '--dashboard-port', '0', '--host', '127.0.0.1', '--data', data, '--json'];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [join(app, 'out/main/headless.js'), ...args], { cwd: folder });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
  const [line] = (await Promise.race([once(child.stdout, 'data'), once(child, 'exit')])) as [unknown];
  const ms = performance.now() - startedAt;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  expect(said).toBe('');
  expect(String(line)).toContain('"ready":true');
  return ms;
}
