import fc from 'fast-check';
import { test } from 'vitest';
import { fuzzedPost } from '../fuzz/bodies';
import { checkPosts } from '../fuzz/check-core';
import { checkDecode } from '../fuzz/check-decode';
import { fuzzLivePort } from '../fuzz/live-port';
import { TestCore } from '../support/core';

/** Bodies for the decoder alone; fiftieth parts of it go through the core and over the wire. */
const count = Number(process.env['FOYER_FUZZ'] ?? 1_000_000);
// Other bodies each time; a failure prints the seed that makes them again.
const seed = Number(process.env['FOYER_FUZZ_SEED'] ?? Date.now() % 2 ** 31);

test(`${count} broken bodies are read or refused`, () => {
  const run = fc.property(fuzzedPost, (post) => void checkDecode(post));
  fc.assert(run, { numRuns: count, seed });
});

test(`${count / 50} broken bodies through the core`, async () => {
  const twenty = fc.array(fuzzedPost, { minLength: 20, maxLength: 20 });
  const core = await TestCore.open();
  const run = fc.asyncProperty(twenty, async (posts) => void (await checkPosts(core, posts)));
  await fc.assert(run, { numRuns: Math.ceil(count / 50 / 20), seed });
  await core.dispose();
});

test(`${count / 50} broken bodies to the live camera port`, () => fuzzLivePort(count / 50, seed));
