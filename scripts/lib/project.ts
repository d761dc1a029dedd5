import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const headlessEntry = join(root, 'out/main/headless.js');

/** Command line of an installed tool, to be run by Node: starts faster than through npx, and alike on Windows. */
export function tool(path: string): string {
  return join(root, 'node_modules', path);
}

export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
