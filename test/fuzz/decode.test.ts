import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fuzzedPost, usualSeed } from './bodies';
import { checkDecode } from './check-decode';

test('20,000 broken bodies are read or refused, never more', () => {
  const outcomes = new Map<string, number>();
  fc.assert(
    fc.property(fuzzedPost, (post) => {
      const decoding = checkDecode(post);
      const outcome = decoding.ok ? 'ok' : decoding.reason;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }),
    { numRuns: 20_000, seed: usualSeed },
  );
  // The bodies must be broken in all ways, and not only broken, or this proves nothing.
  expect(outcomes.get('ok')).toBeGreaterThan(3000);
  expect([...outcomes.keys()].sort()).toEqual(
    [
      'bad-list',
      'bad-serial',
      'bad-time',
      'empty-body',
      'no-known-content',
      'no-serial',
      'no-time',
      'no-usable-field',
      'not-an-object',
      'not-json',
      'ok',
      'unknown-path',
    ].sort(),
  );
});

test('any bytes, and any JSON', () => {
  const endpoint = fc.constantFrom('heartbeat' as const, 'upload' as const, 'opaque' as const);
  fc.assert(
    fc.property(endpoint, fc.uint8Array({ maxLength: 200, size: 'max' }), (to, bytes) => {
      checkDecode({ endpoint: to, body: Buffer.from(bytes) });
    }),
    { numRuns: 2000, seed: usualSeed },
  );
  fc.assert(
    fc.property(endpoint, fc.jsonValue(), (to, value) => {
      checkDecode({ endpoint: to, body: Buffer.from(JSON.stringify(value)) });
    }),
    { numRuns: 2000, seed: usualSeed },
  );
});
