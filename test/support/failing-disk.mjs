import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Loaded into the app with `--import`: a disk that fails as long as a file of this name lies in the folder that is
 * written to. Permissions would not do, since tests may run as root, and nobody can fill a disk on purpose.
 *
 * - `is-open-elsewhere`: no file can take another's place, as on Windows while a spreadsheet program has it open
 * - `is-full`: no room after the first write
 * - `is-stuck`: the second write waits until the file is gone
 */
const { open, rename } = fs;
const writtenBefore = new WeakSet();

function failure(code) {
  return Object.assign(new Error(`${code}: as the test wants it`), { code });
}

async function mayWrite(folder) {
  if (existsSync(join(folder, 'is-full'))) throw failure('ENOSPC');
  while (existsSync(join(folder, 'is-stuck'))) await sleep(5);
}

fs.rename = async (from, to) => {
  if (existsSync(join(dirname(to), 'is-open-elsewhere'))) throw failure('EBUSY');
  return rename(from, to);
};
fs.open = async (path, ...rest) => {
  const file = await open(path, ...rest);
  const { writeFile } = file;
  file.writeFile = async (...content) => {
    if (writtenBefore.has(file)) await mayWrite(dirname(path));
    writtenBefore.add(file);
    return writeFile.apply(file, content);
  };
  return file;
};
syncBuiltinESMExports();
