import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = (path: string) => readFileSync(join(root, path), 'utf8');
const config = text('packaging/electron-builder.yml');

/** `name: value` of a block of the configuration, which is plain enough to need no parser. */
function block(name: string): Record<string, string> {
  const lines = config.slice(config.indexOf(`\n${name}:\n`) + 1).split('\n');
  const rest = lines.slice(1);
  const end = rest.findIndex((line) => /^\S/.test(line));
  const inside = rest.slice(0, end === -1 ? rest.length : end);
  return Object.fromEntries(
    inside.flatMap((line) => {
      const [, key, value] = /^ {2}(\w+): (.+)$/.exec(line) ?? [];
      return key === undefined || value === undefined ? [] : [[key, value]];
    }),
  );
}

describe('the package', () => {
  it('has its fuses set: it is no Node to be borrowed, and runs nothing but its own archive', () => {
    expect(block('electronFuses')).toEqual({
      runAsNode: 'false',
      enableNodeOptionsEnvironmentVariable: 'false',
      enableNodeCliInspectArguments: 'false',
      enableCookieEncryption: 'true',
      enableEmbeddedAsarIntegrityValidation: 'true',
      onlyLoadAppFromAsar: 'true',
      grantFileProtocolExtraPrivileges: 'false',
      loadBrowserProcessSpecificV8Snapshot: 'false',
      resetAdHocDarwinSignature: 'true',
    });
  });

  it('is built for the Electron that is tested', () => {
    const { version } = JSON.parse(text('node_modules/electron/package.json')) as { version: string };
    expect(config).toContain(`electronVersion: ${version}\n`);
  });

  it('leaves the data alone when it is uninstalled', () => {
    expect(block('nsis')).toMatchObject({ perMachine: 'true', deleteAppDataOnUninstall: 'false' });
  });

  it('opens the firewall for itself only, inbound, in trusted networks, and closes it again', () => {
    const script = text('resources/installer.nsh');
    const added = script.split('\n').filter((line) => line.includes('firewall add rule'));
    expect(added).toHaveLength(1);
    for (const part of ['dir=in', 'profile=private', 'program="$INSTDIR\\', 'protocol=TCP']) {
      expect(added[0]).toContain(part);
    }
    const uninstall = script.slice(script.indexOf('!macro customUnInstall'));
    expect(uninstall).toContain('foyerRemoveRule');
  });

  it('pins the packer and every action of the workflows', () => {
    const { devDependencies } = JSON.parse(text('packaging/package.json')) as {
      devDependencies: Record<string, string>;
    };
    for (const version of Object.values(devDependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    for (const name of ['check.yml', 'release.yml']) {
      const uses = text(`.github/workflows/${name}`).match(/uses: .*/g) ?? [];
      expect(uses.length).toBeGreaterThan(0);
      for (const line of uses) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v[\d.]+$/);
    }
  });
});
