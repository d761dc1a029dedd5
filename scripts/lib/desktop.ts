import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Electron's program, if it is there. Looks at files only: asking the `electron` package itself
 * would make it download what is missing, which takes minutes where the network forbids it.
 */
export function electronProgram(
  folder = dirname(createRequire(import.meta.url).resolve('electron/package.json')),
  environment: Environment = process.env,
): string | null {
  const pathFile = join(folder, 'path.txt');
  const custom = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8') : custom ? 'electron' : '';
  if (name === '') return null;
  const program = join(custom ?? join(folder, 'dist'), name);
  return existsSync(program) ? program : null;
}

/** Whether there is a desktop to show a window or a browser on. */
export function hasDisplay(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): boolean {
  if (platform === 'linux') return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
  // Someone who came over the network would open windows on a screen they do not see.
  return environment['SSH_CONNECTION'] === undefined;
}

export interface Surroundings {
  program: string | null;
  display: boolean;
  /** Linux' root, for whom Electron's sandbox does not start. */
  isRoot: boolean;
}

/** Why the desktop app cannot start here, in a sentence; `null` when it can. */
export function obstacle({ program, display, isRoot }: Surroundings): string | null {
  if (!display) return 'There is no display here';
  if (program === null) return "Electron's program is not installed (`npx install-electron` fetches it)";
  return isRoot ? 'Electron does not run as root' : null;
}
