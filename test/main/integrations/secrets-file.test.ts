import { lstat, readFile, symlink, writeFile } from 'node:fs/promises';
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
  new SecretsFile(path, log).put('mqtt', 'broker:1883', 'hush');
  const again = new SecretsFile(path, log);
  expect(again.get('mqtt', 'broker:1883')).toBe('hush');
  expect(again.get('mqtt', 'elsewhere:1883')).toBeNull();
  expect((await lstat(path)).mode & 0o777).toBe(0o600);
  again.put('mqtt', 'broker:1883', null);
  expect(new SecretsFile(path, log).get('mqtt', 'broker:1883')).toBeNull();
});

test('writes through no link that somebody has put there', async () => {
  const inside = await folder();
  const path = join(inside, 'secrets.json');
  const other = join(inside, 'other.txt');
  await writeFile(other, 'untouched');
  await symlink(other, `${path}.tmp`);
  new SecretsFile(path, log).put('webhook', 'https://example.org', 'hush');
  expect(await readFile(other, 'utf8')).toBe('untouched');
  expect((await lstat(path)).isSymbolicLink()).toBe(false);
});
