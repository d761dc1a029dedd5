import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { defaultDataFolder } from '../../src/main/data-folder';
import { help, readHeadlessFlags } from '../../src/main/headless-flags';

test('the defaults', () => {
  expect(readHeadlessFlags([])).toEqual({
    kind: 'run',
    flags: { cameraHost: '0.0.0.0', dashboardPort: 8081, dataFolder: defaultDataFolder(), json: false },
  });
});

test('every flag', () => {
  const args =
    '--port 0 --host 127.0.0.1 --dashboard-port=9000 --data some/folder --time-zone Europe/Madrid --json';
  expect(readHeadlessFlags(args.split(' '))).toEqual({
    kind: 'run',
    flags: {
      cameraPort: 0,
      cameraHost: '127.0.0.1',
      dashboardPort: 9000,
      dataFolder: resolve('some/folder'),
      timeZone: 'Europe/Madrid',
      json: true,
    },
  });
});

test.each([
  ['--prot 1', "Unknown option '--prot'."],
  ['extra', "Unexpected argument 'extra'."],
  ['--port', "Option '--port <value>' argument missing."],
  ['--port eighty', '--port eighty is not a port: use 0 to 65535.'],
  ['--port 65536', '--port 65536 is not a port: use 0 to 65535.'],
  ['--port=-1', '--port -1 is not a port: use 0 to 65535.'],
  ['--port=', '--port  is not a port: use 0 to 65535.'],
  ['--dashboard-port 1.5', '--dashboard-port 1.5 is not a port: use 0 to 65535.'],
  ['--json=yes', "Option '--json' does not take an argument."],
  ['--data=', '--data needs a folder.'],
  ['--host=', '--host needs an address.'],
  [
    '--time-zone Mars/Olympus',
    '--time-zone Mars/Olympus is not a time zone this computer knows: use a name like Europe/Madrid.',
  ],
])('%s is refused in one line', (args, message) => {
  const outcome = readHeadlessFlags(args.split(' '));
  expect(outcome).toEqual({ kind: 'bad', message });
  expect(message).not.toContain('\n');
});

test.each(['--help', '-h'])('%s asks for help, which names every flag', (flag) => {
  expect(readHeadlessFlags([flag])).toEqual({ kind: 'help' });
  for (const name of ['port', 'host', 'dashboard-port', 'data', 'time-zone', 'json']) {
    expect(help).toContain(`--${name} `);
  }
});

test.each([
  ['win32', { APPDATA: 'C:/Users/ann/AppData/Roaming' }, 'C:/Users/ann/AppData/Roaming/Foyer'],
  ['darwin', {}, '/home/ann/Library/Application Support/Foyer'],
  ['linux', {}, '/home/ann/.local/share/foyer'],
  ['linux', { XDG_DATA_HOME: '' }, '/home/ann/.local/share/foyer'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/foyer'],
] as const)('on %s with %j the data is in %s', (platform, environment, folder) => {
  expect(defaultDataFolder(platform, environment, '/home/ann').replaceAll('\\', '/')).toBe(folder);
});
