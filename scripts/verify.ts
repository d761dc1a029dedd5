import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeFileSystem } from '../src/main/core/storage/file-system';
import { DataFolderError, type Log } from '../src/main/core/types';
import { verify } from '../src/main/core/verify/verify';
import { defaultDataFolder } from '../src/main/data-folder';
import { say } from './lib/project';

/** `npm run verify -- --data DIR [--repair]`: exit code 0 if everything is in order, or now is. */

const help = `npm run verify -- [--data DIR] [--repair]
Checks the data of Foyer, which must not be running: every file, and every figure against the reports it
comes from. --repair works out again what can be worked out, and writes it.`;

/** What a start logs is said again in the findings. */
const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function fail(message: string): never {
  process.stderr.write(`verify: ${message}\n`);
  process.exit(1);
}

function readFlags(): { data?: string; repair?: boolean; help?: boolean } {
  const options = {
    data: { type: 'string' },
    repair: { type: 'boolean' },
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ options }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : String(error)}\n${help}`);
  }
}

const flags = readFlags();
if (flags.help === true) {
  say(help);
  process.exit(0);
}
const folder = resolve(flags.data ?? defaultDataFolder());
if (!existsSync(folder)) fail(`There is no folder ${folder}.`);
const wasmPath = createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm');
try {
  const repair = flags.repair ?? false;
  const findings = await verify({ folder, wasmPath, repair, now: Date.now() }, nodeFileSystem, quiet);
  for (const { isInOrder, text } of findings) say(`${isInOrder ? '✓' : '✗'} ${text}`);
  const wrong = findings.filter((finding) => !finding.isInOrder).length;
  say(wrong === 0 ? 'Everything is in order.' : `${String(wrong)} not in order.`);
  process.exitCode = wrong === 0 ? 0 : 1;
} catch (error) {
  fail(error instanceof DataFolderError ? error.message : String(error));
}
