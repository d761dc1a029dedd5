import { expect, it } from 'vitest';
import { someMorning } from '../../../support/clock';
import { FaultyFileSystem } from './faulty-file-system';
import { openEngine, postOf, testFolder } from './support';

/** What a power cut leaves is decided by what was synced before what. */

it('a message is answered when it is on the disk, and the name of its file before it', async () => {
  const fs = new FaultyFileSystem();
  const engine = await openEngine(testFolder(), fs);
  await engine.snapshot(someMorning);
  fs.arm(null);
  expect(await engine.receive([postOf(0)])).toMatchObject([{ code: 0 }]);
  expect(fs.calls).toEqual(['create', 'write', 'fsyncFolder', 'write', 'datasync']);
  fs.arm(null);
  expect(await engine.receive([postOf(1), postOf(2)])).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(fs.calls).toEqual(['write', 'datasync']);
  engine.files.close();
});

it('an old snapshot goes when the new one and its name are on the disk', async () => {
  const fs = new FaultyFileSystem();
  const engine = await openEngine(testFolder(), fs);
  for (let i = 0; i < 3; i++) {
    fs.arm(null);
    await engine.receive([postOf(i)]);
    await engine.snapshot(someMorning + i);
  }
  const steps = ['writeDurably', 'rename', 'fsyncFolder', 'remove'];
  expect(fs.calls.slice(fs.calls.indexOf('writeDurably')).slice(0, 4)).toEqual(steps);
  engine.files.close();
});
