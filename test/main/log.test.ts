import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../src/main/log';

async function setUp(verbose = false) {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-log-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const shown: string[] = [];
  const log = createLog({ stderr: { write: (text) => shown.push(text) }, verbose });
  const read = () => readFile(join(folder, 'logs', 'foyer.log'), 'utf8');
  return { folder, log, shown, read };
}

test('nothing is written before the folder is known, and nothing said before is lost', async () => {
  const { folder, log, read } = await setUp();
  log.info('early');
  expect(await readdir(folder)).toEqual([]);
  log.writeTo(join(folder, 'logs'));
  log.info('late');
  expect(await read()).toMatch(/\[info\]\s+early\n.*\[info\]\s+late\n$/);
});

test('warnings and errors show at once, the rest only when asked for', async () => {
  const quiet = await setUp();
  quiet.log.info('a');
  quiet.log.warn('b');
  quiet.log.error('c', new Error('cause'));
  expect(quiet.shown).toEqual([
    'foyer: warn: b\n',
    expect.stringMatching(/^foyer: error: c\nError: cause\n/),
  ]);
  const verbose = await setUp(true);
  verbose.log.info('a');
  expect(verbose.shown).toEqual(['foyer: info: a\n']);
});

test('a message cannot pretend to be two', async () => {
  const { folder, log, read } = await setUp();
  log.writeTo(join(folder, 'logs'));
  log.info('name\n[2026-03-29 10:00:00.000] [error] forged\u2028x\u001b[31m');
  expect((await read()).trimEnd().split('\n')).toHaveLength(1);
  expect(await read()).not.toContain('\u001b');
});
