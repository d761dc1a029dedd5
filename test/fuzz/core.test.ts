import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_SET_ASIDE } from '../../src/main/core/protocol/fields';
import { removeFolder, TestCore } from '../support/core';
import { fuzzedPost, usualSeed } from './bodies';
import { checkPosts } from './check-core';

test(
  '2,000 broken bodies through the core: always a reply, and refused ones change nothing',
  { timeout: 180_000 },
  async () => {
    const errors: string[] = [];
    const log = {
      info: () => undefined,
      warn: () => undefined,
      error: (message: string) => void errors.push(message),
    };
    const core = await TestCore.open({ log });
    let accepted = 0;
    const twenty = fc.array(fuzzedPost, { minLength: 20, maxLength: 20 });
    const run = fc.asyncProperty(twenty, async (posts) => {
      accepted += await checkPosts(core, posts);
    });
    await fc.assert(run, { numRuns: 100, seed: usualSeed });
    expect(accepted).toBeGreaterThan(300);
    expect(errors).toEqual([]);
    // More marks of one camera than one instant has: later bodies still had something to change.
    const marks = await core.call('quality.list', {
      sn: 'FX-HIST-2',
      rules: ['value-set-aside'],
      limit: 1000,
    });
    expect(marks.length).toBeGreaterThan(MOST_SET_ASIDE);

    // What was accepted is also what a restart finds.
    const figures = () => core.call('history.query', { from: '2026-03-10', to: '2026-03-11', by: 'quarter' });
    const before = await figures();
    await core.close();
    const again = await TestCore.open({ folder: core.folder, clock: core.clock });
    expect(
      await again.call('history.query', { from: '2026-03-10', to: '2026-03-11', by: 'quarter' }),
    ).toEqual(before);
    await again.close();
    removeFolder(core.folder);
  },
);
