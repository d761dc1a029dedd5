import { expect, it } from 'vitest';
import { readHeadlessFlags } from '../../../src/main/headless-flags';
import { ownArguments } from '../../../src/main/shell/own-arguments';

it('takes our flags, in both spellings', () => {
  const args = ['--port', '0', '--dashboard-port=8081', '--data', '/a shop', '--time-zone=Europe/Madrid'];
  expect(ownArguments(args)).toEqual([
    '--port=0',
    '--dashboard-port=8081',
    '--data=/a shop',
    '--time-zone=Europe/Madrid',
  ]);
});

it('leaves Chromium’s switches and stray words behind', () => {
  const args = ['--no-sandbox', '--remote-debugging-port=0', '.', '--inspect', '--port=80', '-psn_0_1'];
  expect(ownArguments(args)).toEqual(['--port=80']);
});

it.each([
  ['--port'],
  ['--port', '65536'],
  ['--port', '-1'],
  ['--port', ''],
  ['--data'],
  ['--time-zone', 'Mars/Olympus'],
])('what is wrong with %s %s is still there to be refused', (...args) => {
  expect(readHeadlessFlags(ownArguments(args)).kind).toBe('bad');
});
