import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { clockKey, shiftDate } from './shifted-date';

const cache = resolve(import.meta.dirname, '../../node_modules/.cache/foyer');

/**
 * Turns the TypeScript of `electron/` into one file that plain Node runs, so that the app's process
 * needs no TypeScript loader, which would get its hands on the app too. It is kept until the source changes.
 *
 * @returns a value for `node --import`: from there on `electron` means the stand-in, and a test can set the
 * clock ahead
 */
export async function builtStandIn(): Promise<string> {
  const folder = join(cache, `stand-in-${await sourceDigest()}`);
  if (!existsSync(folder)) await buildInto(folder);
  const standIn = pathToFileURL(join(folder, 'electron.mjs')).href;
  const hook = `export function resolve(name, context, next) {
    return name === 'electron' ? { url: ${JSON.stringify(standIn)}, shortCircuit: true } : next(name, context);
  }`;
  const source = `
    import { register } from 'node:module';
    import { getEnvironmentData, isMainThread, setEnvironmentData } from 'node:worker_threads';
    if (isMainThread) setEnvironmentData('${clockKey}', new SharedArrayBuffer(8));
    const shift = new Float64Array(getEnvironmentData('${clockKey}'));
    (${shiftDate.toString()})(() => shift[0]);
    register(${JSON.stringify(dataUrl(hook))});`;
  return dataUrl(source);
}

/** Of all there is in this folder: the stand-in imports from beside it, too. */
async function sourceDigest(): Promise<string> {
  const names = await readdir(import.meta.dirname, { recursive: true });
  const digest = createHash('sha256');
  for (const name of names.filter((file) => file.endsWith('.ts')).sort()) {
    digest.update(name).update(await readFile(join(import.meta.dirname, name)));
  }
  return digest.digest('hex').slice(0, 16);
}

/** Test files run in parallel: whoever finds the folder finds all of it. */
async function buildInto(folder: string): Promise<void> {
  // It takes long to load, and is needed here only.
  const { build } = await import('vite');
  await mkdir(cache, { recursive: true });
  const outDir = await mkdtemp(join(cache, 'building-'));
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, 'electron/index.ts'),
      outDir,
      minify: false,
      rollupOptions: { output: { entryFileNames: 'electron.mjs' } },
    },
  });
  try {
    await rename(outDir, folder);
  } catch (error) {
    await rm(outDir, { recursive: true, force: true });
    // Another process was faster; what it left is as good.
    if (!existsSync(folder)) throw error;
  }
}

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
