import { lstat, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { SecretsFile } from '../../../src/main/integrations/secrets-file';
import { temporaryFolder } from '../../support/headless';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

async function folder(): Promise<string> {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  return folder;
}

test('keeps a secret for the place it was typed for, also after a restart', async () => {
  const path = join(await folder(), 'secrets.json');
  await new SecretsFile(path, log).put('mqtt', 'broker:1883', 'hush');
  const again = new SecretsFile(path, log);
  expect(again.get('mqtt', 'broker:1883')).toBe('hush');
  expect(again.get('mqtt', 'elsewhere:1883')).toBeNull();
  expect((await lstat(path)).mode & 0o777).toBe(0o600);
  await again.put('mqtt', 'broker:1883', null);
  expect(new SecretsFile(path, log).get('mqtt', 'broker:1883')).toBeNull();
});

test('writes through no link that somebody has put there', async () => {
  const inside = await folder();
  const path = join(inside, 'secrets.json');
  const other = join(inside, 'other.txt');
  await writeFile(other, 'untouched');
  await symlink(other, `${path}.partial`);
  await new SecretsFile(path, log).put('webhook', 'https://example.org', 'hush');
  expect(await readFile(other, 'utf8')).toBe('untouched');
  expect((await lstat(path)).isSymbolicLink()).toBe(false);
});

test('keeps what is typed at the same moment, and goes on after a failure', async () => {
  const path = join(await folder(), 'secrets.json');
  const secrets = new SecretsFile(path, log);
  await mkdir(join(`${path}.partial`, 'in the way'), { recursive: true });
  await expect(secrets.put('mqtt', 'broker:1883', 'lost')).rejects.toThrow();
  expect(secrets.get('mqtt', 'broker:1883')).toBeNull();
  await rm(`${path}.partial`, { recursive: true });
  await Promise.all([secrets.put('mqtt', 'broker:1883', 'a'), secrets.put('postgres', 'db:5432', 'b')]);
  const again = new SecretsFile(path, log);
  expect([again.get('mqtt', 'broker:1883'), again.get('postgres', 'db:5432')]).toEqual(['a', 'b']);
});
