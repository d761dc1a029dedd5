import { expect, it } from 'vitest';
import { readFlags } from '../../../src/main/shell/flags';

it('reads all of its flags, in both spellings', () => {
  expect(
    readFlags(['--port', '0', '--dashboard-port=8081', '--data', '/shop', '--time-zone=Europe/Madrid']),
  ).toEqual({
    ok: true,
    flags: { cameraPort: 0, dashboardPort: 8081, dataFolder: '/shop', timeZone: 'Europe/Madrid' },
  });
});

it('lets Chromium’s switches and stray words pass', () => {
  expect(readFlags(['--no-sandbox', '--remote-debugging-port=0', '.', '--port=80', '--inspect'])).toEqual({
    ok: true,
    flags: { cameraPort: 80 },
  });
});

it.each([
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', 'http'],
  ['--port', ''],
  ['--dashboard-port', '1e3'],
  ['--port'],
  ['--data'],
  ['--time-zone', ''],
])('says what is wrong with %s %s', (...args) => {
  expect(readFlags(args)).toMatchObject({ ok: false, message: expect.stringContaining(args[0]) as string });
});
