import { expect, onTestFinished, test } from 'vitest';
import { nodeFileSystem } from '../../src/main/core/storage/file-system';
import { verify } from '../../src/main/core/verify/verify';
import { silentLog, sqliteWasmPath } from '../support/core';
import { crashRounds } from '../support/crash-rounds';
import { temporaryFolder } from '../support/headless';

test('killed 25 times under load, every acknowledged report is there exactly once', async () => {
  const { folder, remove } = await temporaryFolder();
  onTestFinished(remove);
  const { sent, cutOff } = await crashRounds(folder, 25);
  // Else the kills came when nothing was going on, and nothing was tested.
  expect(sent).toBeGreaterThan(500);
  expect(cutOff).toBeGreaterThan(25);
  const options = { folder, wasmPath: sqliteWasmPath, repair: false, now: Date.now() };
  const findings = await verify(options, nodeFileSystem, silentLog);
  expect(findings.filter((finding) => !finding.isInOrder)).toEqual([]);
}, 240_000);
