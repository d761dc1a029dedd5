import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { clockKey, shiftDate } from './shifted-date';

export interface BuiltStandIn {
  /** For `node --import`: from there on `electron` means the stand-in, and a test can set the clock ahead. */
  register: string;
  remove(): Promise<void>;
}

/**
 * Turns the TypeScript of `electron/` into one file that plain Node runs, so that the app's process
 * needs no TypeScript loader, which would get its hands on the app too.
 */
export async function buildStandIn(): Promise<BuiltStandIn> {
  const outDir = await mkdtemp(join(tmpdir(), 'foyer-stand-in-'));
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
  const standIn = pathToFileURL(join(outDir, 'electron.mjs')).href;
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
  return { register: dataUrl(source), remove: () => rm(outDir, { recursive: true, force: true }) };
}

function dataUrl(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}
