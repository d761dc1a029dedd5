import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { electronProgram, hasDisplay, obstacle } from '../../scripts/lib/desktop';

async function packageFolder(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-electron-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

test("Electron's program is found where its package puts it, and only if it is there", async () => {
  const complete = await packageFolder({ 'path.txt': 'electron', 'dist/electron': '' });
  expect(electronProgram(complete, {})).toBe(join(complete, 'dist', 'electron'));
  expect(electronProgram(await packageFolder({ 'path.txt': 'electron' }), {})).toBeNull();
  expect(electronProgram(await packageFolder({}), {})).toBeNull();
  const elsewhere = await packageFolder({ electron: '' });
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: elsewhere };
  expect(electronProgram(await packageFolder({}), environment)).toBe(join(elsewhere, 'electron'));
});

test.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['linux', { DISPLAY: '' }, false],
  ['linux', { DISPLAY: '', WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
  ['darwin', { SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' }, false],
] as const)('%s with %j: display %s', (platform, environment, expected) => {
  expect(hasDisplay(environment, platform)).toBe(expected);
});

test.each([
  [{ program: '/electron', display: true, isRoot: false }, null],
  [{ program: '/electron', display: false, isRoot: false }, 'There is no display here'],
  [
    { program: null, display: true, isRoot: false },
    "Electron's program is not installed (`npx install-electron` fetches it)",
  ],
  [{ program: '/electron', display: true, isRoot: true }, 'Electron does not run as root'],
])('%j → %s', (surroundings, reason) => {
  expect(obstacle(surroundings)).toBe(reason);
});
