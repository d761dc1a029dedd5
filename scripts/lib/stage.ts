import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './project';

/** Parts of the build, and pictures that the app loads while it runs. */
const parts = ['out/main', 'out/preload', 'out/renderer'];
const pictures = ['icon.png', 'tray.png', 'trayTemplate.png', 'trayTemplate@2x.png'];
/** What the packed app has to say of itself. No dependencies: everything is bundled. */
const fields = ['name', 'productName', 'version', 'description', 'license', 'author', 'type', 'main'];

/**
 * Lays out the files that ship, and no others, in a folder of their own. Needs a build.
 * @param folder is emptied first
 */
export function stage(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'resources'), { recursive: true });
  for (const part of parts) cpSync(join(root, part), join(folder, part), { recursive: true });
  for (const name of pictures) cpSync(join(root, 'resources', name), join(folder, 'resources', name));
  const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, unknown>;
  const own = Object.fromEntries(fields.map((name) => [name, project[name]]));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
}
