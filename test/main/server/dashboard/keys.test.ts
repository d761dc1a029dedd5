import { expect, test } from 'vitest';
import { findByKey, hashOf, newKey, Sessions } from '../../../../src/main/server/dashboard/keys';

test('keys are 32 random bytes, safe in an address', () => {
  const keys = new Set(Array.from({ length: 100 }, newKey));
  expect(keys.size).toBe(100);
  for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/);
});

test('a key is found among others, and nothing else is', () => {
  const entries = ['owner', 'guest'].map((key) => ({ key, hash: hashOf(key) }));
  for (const entry of entries) expect(findByKey(entry.key, entries)).toBe(entry);
  for (const wrong of ['', 'own', 'owner ', 'Owner', hashOf('owner'), 'x'.repeat(100_000)])
    expect(findByKey(wrong, entries)).toBeNull();
  expect(findByKey('owner', [{ hash: '' }, { hash: 'short' }])).toBeNull();
});

test('sessions are bounded, and those in use stay', () => {
  const sessions = new Sessions(2);
  const first = sessions.open('manage');
  const second = sessions.open('view');
  expect(sessions.roleOf(first)).toBe('manage');
  const third = sessions.open('view');
  expect(sessions.roleOf(second)).toBeNull();
  expect(sessions.roleOf(first)).toBe('manage');
  expect(sessions.roleOf(third)).toBe('view');
  expect(sessions.roleOf('')).toBeNull();
});
