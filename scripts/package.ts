import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build';
import { root, say } from './lib/project';
import { stage } from './lib/stage';

/**
 * `npm run package -- --linux`: installers for a system. The packer has a lockfile of its own
 * (`npm ci --prefix packaging`): who only runs or tests Foyer need not wait for its hundreds of packages.
 */
const packaging = join(root, 'packaging');
/** Debian's packages must name one; whoever publishes Foyer knows theirs. */
const homepage = `-c.extraMetadata.homepage=${process.env['FOYER_HOMEPAGE'] ?? 'https://foyer.invalid/'}`;
const packer = join(packaging, 'node_modules/electron-builder/cli.js');

if (!existsSync(packer)) fail('Run `npm ci --prefix packaging` first.');
const { ok, output } = await build();
if (!ok) fail(output);
const app = join(root, 'dist/app');
stage(app);
const config = join(packaging, 'electron-builder.yml');
const args = [packer, '--projectDir', app, '--config', config, homepage, ...feed(), ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;

/** A folder of files on any web server. A package that knows of none does not look for updates. */
function feed(): string[] {
  const url = process.env['FOYER_UPDATE_URL'] ?? '';
  return url === '' ? [] : ['-c.publish.provider=generic', `-c.publish.url=${url}`];
}

function fail(message: string): never {
  say(message);
  process.exit(1);
}
